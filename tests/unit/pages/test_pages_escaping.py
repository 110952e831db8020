"""What a person typed is shown, never run."""

from __future__ import annotations

import pytest
from pages_samples import EVERY_TYPE, HOSTILE, Seen, every_page


@pytest.mark.parametrize("page", ["home", "open", "copy", "problem"])
def test_hostile_text_makes_no_tag(pages, page):
    seen = Seen(every_page(pages)[page])
    assert HOSTILE in seen.text
    assert seen.all("img") == []
    assert seen.all("script") == [{"src": pages.asset("page.js"), "defer": ""}]


def test_what_was_typed_comes_back_in_the_box_to_the_letter(pages):
    typed = f"\n  first line empty\r\n{HOSTILE}"
    page = pages.home([], token_form="k", typed=typed)
    box = page.split('<textarea id="text"')[1].split(">", 1)[1].split("</textarea>")[0]
    assert Seen(f"<p>{box}</p>").text == f"\n{typed}"  # a browser drops the first newline of a box


def test_the_account_is_shown_to_the_letter(pages):
    account = "  Two  spaces,\n\n\ta tab and <b>a tag</b> "
    seen = Seen(pages.home([{"from": "you", "text": account}], token_form="k"))
    assert account in seen.text


def test_an_option_id_cannot_leave_its_attribute(pages):
    message = {
        **EVERY_TYPE["choices"],
        "options": [{"id": '"><script>x()</script>', "label": "Yes"}],
        "text": "Safe?\nYes",
    }
    seen = Seen(pages.home([message], token_form="k"))
    assert {"name": "choice", "value": '"><script>x()</script>'} in seen.all("button")


def test_an_address_that_is_not_of_the_secure_web_is_no_link(pages):
    seen = Seen(pages.home([EVERY_TYPE["answer"]], token_form="k"))
    links = [link["href"] for link in seen.all("a")]
    assert "https://legislation.example/2" in links
    assert not [link for link in links if link.startswith("javascript")]
