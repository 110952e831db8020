"""What holds on every page: Leave, 999, labels, and nothing that the policy refuses or that leads away unasked."""

from __future__ import annotations

import pytest
from pages_samples import EVERY_TYPE, Seen, every_page

PAGES = ["home", "open", "copy", "copy of nothing", "problem"]


@pytest.mark.parametrize("page", PAGES)
def test_leave_and_999_are_there_without_javascript(pages, page):
    seen = Seen(every_page(pages)[page])
    assert any(form["action"] == "/leave" and form["method"] == "post" for form in seen.all("form"))
    assert any(link["href"] == "tel:999" for link in seen.all("a"))
    assert "Press 55 when you are told to" in seen.text


@pytest.mark.parametrize("page", PAGES)
def test_leave_is_the_first_button_of_the_page(pages, page):
    assert Seen(every_page(pages)[page]).all("button")[0]["class"] == "leave"


@pytest.mark.parametrize("page", PAGES)
def test_no_inline_handler_style_or_script(pages, page):
    seen = Seen(every_page(pages)[page])
    assert [
        name for _, attributes in seen.tags for name in attributes if name.startswith("on") or name == "style"
    ] == []
    assert seen.all("style") == []
    assert all("src" in script for script in seen.all("script"))


@pytest.mark.parametrize("page", PAGES)
def test_the_title_says_nothing(pages, page):
    assert "<title>Notes</title>" in every_page(pages)[page]


@pytest.mark.parametrize("page", PAGES)
def test_every_field_has_a_label(pages, page):
    html = every_page(pages)[page]
    seen = Seen(html)
    labelled = {label["for"] for label in seen.all("label") if "for" in label}
    for field in seen.all("input", "textarea"):
        inside = any(f'name="{field.get("name")}"' in part.split("</label>")[0] for part in html.split("<label")[1:])
        assert field.get("type") == "hidden" or field.get("id") in labelled or inside or "checked" in field


def test_the_first_page_leads_nowhere_else(pages):
    page = pages.home([EVERY_TYPE["text"], EVERY_TYPE["choices"]], token_form="k")
    assert "http" not in page and 'href="//' not in page
    addresses = [
        attributes[name]
        for _, attributes in Seen(page).tags
        for name in ("href", "src", "action")
        if name in attributes
    ]
    assert all(address.startswith(("/", "#", "tel:", "data:,")) for address in addresses)


def test_a_link_elsewhere_gives_no_referrer_and_says_that_it_shows_in_the_history(pages):
    seen = Seen(pages.home([EVERY_TYPE["answer"]], token_form="k"))
    assert [link["rel"] for link in seen.all("a") if link["href"].startswith("https:")] == ["noreferrer"]
    assert "It will show in your history." in seen.text


def test_after_leaving_there_is_one_neutral_line(pages):
    seen = Seen(pages.left())
    assert seen.text.strip() == "You can close this page."
    assert seen.all("a", "script", "form") == []


def test_a_locked_page_leads_to_the_five_words(pages):
    assert '<a class="back" href="/open">' in pages.problem(401, "Locked.")
    assert '<a class="back" href="/open">' not in pages.problem(404, "Not there.")


@pytest.mark.parametrize(("seconds", "said"), [(30, "in 30 seconds"), (90, "in 90 seconds"), (121, "in 3 minutes")])
def test_a_wrong_try_says_how_long_to_wait(pages, seconds, said):
    assert said in pages.open("Not these words.", seconds)


def test_a_copy_takes_all_notes_unless_one_is_unticked(pages):
    boxes = [box for box in Seen(every_page(pages)["copy"]).all("input") if box["name"] == "entries"]
    assert [(box["value"], "checked" in box) for box in boxes] == [("I-0001", True), ("I-0002", True)]


def test_an_unknown_language_is_shown_in_english(pages):
    assert '<html lang="en"' in pages.home([], token_form="k", lang="xx")
