"""What is not saved cannot be opened again without five words: that is said before she goes. And whether she has the words."""
from __future__ import annotations

import pytest
from talk import Talk

from bot.safety.assessment import assessed

ACCOUNT = "He was in the car park again."
GONE = "nobody can open it again"
EMERGENCY = assessed("emergency", ("emergency",), ("learned.emergency",))


def test_the_first_account_says_that_it_is_not_saved_yet(talk: Talk) -> None:
    assert "not saved yet" in talk.say("yes", "affirm").say(ACCOUNT).text()


def test_leaving_says_that_an_unsaved_note_is_lost(talk: Talk) -> None:
    assert GONE in talk.told(ACCOUNT, "who").say("bye", "leave").text()


def test_stopping_says_so_too(talk: Talk) -> None:
    assert GONE in talk.told(ACCOUNT, "who").say("stop", "stop").text()
    assert GONE in talk.say("later", "stop").text()


def test_nothing_of_it_is_said_once_she_has_five_words(talk: Talk) -> None:
    talk.saved(ACCOUNT).pick("Write another note").say("He rang me twice at work.")
    assert "not saved yet" not in talk.text() and GONE not in talk.say("bye", "leave").text()
    assert GONE not in talk.say("stop", "stop").text()


@pytest.mark.parametrize("words, guess", [("i wrote them down", "tell"), ("they are on my fridge", "tell"), ("got them", "tell"),
                                          ("saved them", "affirm"),
                                          ("written", "tell"), ("done", "deny")])
def test_she_has_her_words_down(talk: Talk, words: str, guess: str) -> None:
    talk.told(ACCOUNT).pick("Save this").say(words, guess)
    assert talk.state()["prompt"] is None and "need them to come back" in talk.text() and talk.drafts() == []


@pytest.mark.parametrize("words, guess", [("i forgot to write them down", "tell"), ("hang on", "stop"), ("where are they", "ask"),
                                          ("bananas", "tell")])
def test_she_has_them_not(talk: Talk, words: str, guess: str) -> None:
    talk.told(ACCOUNT).pick("Save this").say(words, guess)
    assert talk.state()["prompt"] == "words" and talk.drafts() == []


@pytest.mark.parametrize("first", [True, False])
def test_danger_told_after_a_save_is_kept(talk: Talk, first: bool) -> None:
    talk.told(ACCOUNT).pick("Save this")
    if not first:
        talk.pick("Yes, I have them")
    assert talk.say("hes kicking my back door in", felt=EMERGENCY).types()[0] == "crisis"
    assert [d["account"] for d in talk.drafts()] == ["hes kicking my back door in"]


@pytest.mark.parametrize("words", ["someones been in my garden", "I saw him", "he rang", "another letter"])
def test_a_few_words_at_the_first_question_are_an_account(talk: Talk, words: str) -> None:
    talk.say(words)
    assert [d["account"] for d in talk.drafts()] == [words] and talk.state()["prompt"] == "more"
