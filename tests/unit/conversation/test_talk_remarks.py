"""Remarks to the page, at the card and at "anything else": they act, or get a plain answer, and are no part of an account."""
from __future__ import annotations

import pytest
from talk import Talk

ACCOUNT = "My ex Liam Jones banged on my door in Barry last Tuesday at 9pm."


@pytest.mark.parametrize(("words", "guess"), [
    ("looks good", "greet"), ("👍", "greet"), ("👍🏽", "greet"), ("save it", "affirm"), ("thats right", "affirm"),
    ("yes looks fine to me", "tell"), ("✅", "tell"),
])
def test_a_clear_yes_at_the_card_saves(talk: Talk, words: str, guess: str) -> None:
    talk.told(ACCOUNT).say(words, guess)
    assert [e["account"] for e in talk.entries()] == [ACCOUNT]


@pytest.mark.parametrize(("words", "guess"), [
    ("great", "tell"), ("nice one", "tell"), ("wait", "greet"), ("hang on", "tell"), ("Liam Jones", "find_service"), ("asdf", "tell"), ("👎", "tell"),
    ("ok cool", "tell"), ("hmm", "tell"), ("got it", "tell"), ("Barry", "tell"), ("the end", "tell"), ("thats how it was", "tell"),
])
def test_a_remark_at_the_card_changes_nothing(talk: Talk, words: str, guess: str) -> None:
    before = talk.told(ACCOUNT).drafts()[-1]
    after = talk.say(words, guess).drafts()[-1]
    assert {k: v for k, v in after.items() if k != "_"} == {k: v for k, v in before.items() if k != "_"}
    assert talk.state()["prompt"] in ("check", "change_what") and talk.entries() == []


@pytest.mark.parametrize(("words", "line"), [("who", "change_person"), ("the place", "change_place"), ("when", "change_when"),
                                             ("the date", "change_when"),
                                             ("his name", "change_person")])
def test_a_line_that_is_named_is_opened(talk: Talk, words: str, line: str) -> None:
    assert talk.told(ACCOUNT).say(words, "find_service").state()["prompt"] == line
    assert talk.drafts()[-1]["account"] == ACCOUNT


def test_a_name_after_that_is_put_in(talk: Talk) -> None:
    talk.told(ACCOUNT).say("who").say("Lyam Jones")
    assert talk.drafts()[-1]["person"] == "Lyam Jones" and talk.drafts()[-1]["account"] == ACCOUNT


@pytest.mark.parametrize(("words", "field"), [("remove the name", "person"), ("take out the place", "place"), ("delete his name please", "person"),
                                              ("leave out the person", "person")])
def test_a_line_that_is_named_is_emptied(talk: Talk, words: str, field: str) -> None:
    talk.told(ACCOUNT).say(words, "ask")
    assert talk.drafts()[-1][field] is None and talk.drafts()[-1]["account"] == ACCOUNT


@pytest.mark.parametrize("words", ["he had a knife", "it was raining", "he rang again", "She saw everything",
                                   "I also saw his brother Craig by the bins that night"])
def test_what_is_told_at_the_card_is_added(talk: Talk, words: str) -> None:
    talk.told(ACCOUNT).say(words)
    assert talk.drafts()[-1]["account"] == f"{ACCOUNT}\n{words}"


@pytest.mark.parametrize("question", ["more", "others", "check"])
@pytest.mark.parametrize("words", ["find someone to talk to", "Find someone to talk to.", "My rights", "how do i print this", "take a copy",
                                   "can i download it"])
def test_the_page_is_steered_from_any_question(talk: Talk, question: str, words: str) -> None:
    before = talk.told(ACCOUNT if question != "others" else "It happened again.", question).drafts()
    talk.say(words, "help")
    assert {"service", "answer"} & set(talk.types()) or "take a copy" in talk.text()
    assert talk.drafts() == before and talk.state()["prompt"] == question


@pytest.mark.parametrize("words", ["nie", "looks good", "👎", "nein", "that is fine"])
def test_nothing_more_is_nothing_more(talk: Talk, words: str) -> None:
    talk.told(ACCOUNT, "more").say(words)
    assert talk.drafts()[-1]["account"] == ACCOUNT and talk.state()["prompt"] != "more"


@pytest.mark.parametrize("words", ["looks good", "👍"])
def test_a_clear_yes_saves_a_change_too(talk: Talk, words: str) -> None:
    talk.saved(ACCOUNT).say("not Liam Jones, Lee Jones", "correct")
    assert talk.state()["prompt"] == "check" and talk.say(words).entries()[0]["version"] == 2
