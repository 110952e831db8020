"""A few words after a card for danger."""
from __future__ import annotations

import pytest
from talk import Talk

from bot.safety.assessment import assessed

EMERGENCY = assessed("emergency", ("emergency",), ("learned.emergency",))
QUESTION = "Are you in danger now?"


@pytest.mark.parametrize("words", ["what do i do", "what do i do now", "help"])
@pytest.mark.parametrize("told", [True, False])
def test_what_do_i_do_gets_the_card_again(talk: Talk, words: str, told: bool) -> None:
    if told:
        talk.told("He was in the car park again.", "who")
    talk.say("hes kicking my door in", felt=EMERGENCY).say(words, "ask")
    assert talk.types()[0] == "crisis" and words not in str(talk.drafts())


def test_a_bare_no_is_asked_about(talk: Talk) -> None:
    talk.told("He was in the car park again.", "who").say("hes kicking my door in", felt=EMERGENCY).say("no", "deny")
    assert talk.messages[-1]["text"].startswith(QUESTION) and "crisis" not in talk.types()
    assert QUESTION not in talk.say("no", "deny").text() and talk.state()["prompt"] == "who"


def test_a_bare_no_with_no_note_open_is_asked_about_and_nothing_else(talk: Talk) -> None:
    talk.say("hes at my door").say("no", "deny")
    assert talk.text().count("?") == 1 and talk.messages[-1]["text"].startswith(QUESTION)


@pytest.mark.parametrize("words", ["i am safe", "I am safe now thanks", "im ok", "no i am safe"])
def test_she_is_safe(talk: Talk, words: str) -> None:
    talk.told("He was in the car park again.", "who").say("hes kicking my door in", felt=EMERGENCY).say(words, "affirm")
    assert "crisis" not in talk.types() and QUESTION not in talk.text() and talk.state()["prompt"] == "who"
