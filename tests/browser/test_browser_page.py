"""The page as a person meets it, in a real browser, with and without JavaScript."""
from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from running import Running

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
ACCOUNT = "He was at the <b>tram stop</b> again & shouted at me.\nI walked home."
Visits = Callable[..., Any]


def violations(page: Any) -> list[str]:
    # The page's own policy allows no script but its own; axe is put in past it.
    found = Axe().run(page, options={"runOnly": {"type": "tag", "values": TAGS}})
    return [v["id"] for v in found.response["violations"]]


def to_the_receipt(visit: Any) -> None:
    visit.press("Yes")
    visit.type(ACCOUNT)
    visit.press("No, that is all")
    for _ in range(15):
        live = visit.page.locator("fieldset:not([disabled])")
        names = live.get_by_role("button").all_inner_texts()
        if "Save this" in names:
            break
        visit.press(next(n for n in ("Skip", "Move on") if n in names))
    visit.press("Save this")


@pytest.mark.parametrize("javascript", [True, False])
def test_a_note_is_written_saved_and_opened_again(visit: Visits, javascript: bool, server: Running) -> None:
    first = visit(javascript=javascript)
    assert first.page.title() == "Notes"
    to_the_receipt(first)
    words = first.page.locator("p.words").last.inner_text()
    assert len(words.split()) == 5
    assert first.page.locator("b").filter(has_text="tram stop").count() == 0
    assert "<b>tram stop</b> again & shouted" in first.page.locator("#log").inner_text()
    first.press("Yes, I have them")
    first.page.wait_for_function("words => !document.getElementById('log').innerText.includes(words)", arg=words)
    second = visit(javascript=javascript)
    second.page.goto(server.url + "/open")
    second.page.locator("[name=words]").fill(words)
    second.page.locator("main form button").click()
    second.page.locator("#log").wait_for()
    assert "1 note is" in second.page.locator("#log").inner_text()
    assert (first.wrong, first.foreign) == ([], [])


@pytest.mark.parametrize("width,dark", [(360, False), (360, True), (1280, False)])
def test_no_one_is_kept_out(visit: Visits, width: int, dark: bool) -> None:
    one = visit(width=width, dark=dark)
    assert violations(one.page) == []
    one.press("Yes")
    one.type(ACCOUNT)
    assert violations(one.page) == []
    one.type("he is smashing my window right now")
    assert one.page.locator("li.crisis").count() == 1
    assert violations(one.page) == []
    assert one.page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_nothing_is_stored_in_the_browser_and_nothing_foreign_is_asked(visit: Visits) -> None:
    one = visit()
    one.press("Yes")
    one.type(ACCOUNT)
    assert one.page.evaluate("[localStorage.length, sessionStorage.length]") == [0, 0]
    assert one.foreign == [] and one.wrong == []
    cookies = one.context.cookies()
    assert [(c["httpOnly"], c["sameSite"]) for c in cookies] == [(True, "Strict")]


def test_leave_ends_the_session_without_javascript(visit: Visits, server: Running) -> None:
    one = visit(javascript=False)
    one.page.get_by_role("button", name="Leave").first.click()
    assert one.page.title() == "Notes"
    assert one.context.cookies() == []
    one.page.goto(server.url + "/copy")
    assert one.page.locator("a[href='/open']").count() >= 1


def test_what_was_typed_is_kept_when_the_server_does_not_answer(visit: Visits) -> None:
    one = visit()
    one.press("Yes")
    one.page.route("**/api/messages", lambda route: route.abort())
    one.page.locator("#text").fill(ACCOUNT)
    one.page.locator("#write button.main").click()
    one.page.locator("#trouble").get_by_text("999").first.wait_for()
    assert one.page.locator("#text").input_value() == ACCOUNT


def test_what_is_sent_while_an_answer_is_on_its_way_goes_right_after_it(visit: Visits) -> None:
    one = visit()
    one.press("Yes")
    held: list[Any] = []
    one.page.route("**/api/messages", lambda route: held.append(route) if not held else route.continue_())
    one.page.locator("#text").fill(ACCOUNT)
    one.page.locator("#write button.main").click()
    one.page.locator("#status").get_by_text("orking on it").wait_for()
    one.page.locator("#text").fill("he is standing outside my door now")
    one.page.locator("#write button.main").click()
    assert "sent right after" in one.page.locator("#status").inner_text()
    held[0].continue_()
    one.page.locator("li.crisis, li.message.crisis").first.wait_for()
    assert one.page.locator("#text").input_value() == ""


def test_a_copy_is_downloaded(visit: Visits, server: Running) -> None:
    one = visit()
    to_the_receipt(one)
    one.page.goto(server.url + "/copy")
    with one.page.expect_download() as download:
        one.page.locator("main form button").last.click()
    assert download.value.suggested_filename.startswith("notes-2026-02-11.")


@pytest.mark.parametrize("javascript", [True, False])
def test_a_letter_is_filled_in_and_can_be_changed_copied_and_printed_alone(visit: Visits, javascript: bool) -> None:
    one = visit(javascript=javascript)
    to_the_receipt(one)
    one.press("Yes, I have them")
    one.type("how does a stalking protection order come about")
    one.press("A letter I can copy")
    letter = one.page.locator(".letter")
    assert "Stalking Protection Act 2019" in letter.inner_text() and "[your name]" in letter.inner_text()
    assert "Nothing has been sent" in one.page.locator("li.message").filter(has=letter).inner_text()
    letter.click()
    one.page.keyboard.insert_text("Changed by hand. ")
    assert "Changed by hand." in letter.inner_text()
    copy = one.page.get_by_role("button", name="Copy it")
    assert copy.is_visible() is javascript
    if javascript:
        assert violations(one.page) == []
        one.context.grant_permissions(["clipboard-read", "clipboard-write"])
        copy.click()
        one.page.get_by_text("Copied.").wait_for()
        assert "Changed by hand." in one.page.evaluate("navigator.clipboard.readText()")
        one.page.evaluate("window.print = () => { window.seen = document.documentElement.className }")
        one.page.get_by_role("button", name="Print it").click()
        assert "letter-alone" in one.page.evaluate("window.seen")
        assert one.page.evaluate("document.documentElement.classList.contains('letter-alone')") is False
    assert (one.wrong, one.foreign) == ([], [])


@pytest.mark.parametrize("width,height", [(800, 360), (320, 256)])
def test_with_little_room_leave_and_999_stay_in_view(visit: Visits, width: int, height: int) -> None:
    one = visit(width=width)
    one.page.set_viewport_size({"width": width, "height": height})
    one.press("Yes")
    one.type(ACCOUNT)
    for kept in (one.page.get_by_role("button", name="Leave").first, one.page.locator(".danger a")):
        box = kept.bounding_box()
        assert box and box["x"] >= 0 and box["x"] + box["width"] <= width and 0 <= box["y"] and box["y"] + box["height"] <= height
    assert one.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
