"""Doubt, pleas and cries for help: each gets a true line, a pause or the stop, the question stays open, and no note holds them."""
from __future__ import annotations

import pytest
from talk import Talk

from bot.safety.assessment import Assessment

BARE = "It happened again."
DISTRESS = Assessment("none", ("distress",), ("learned.distress", "plain.distress"))
LINES = {"am i overreacting": "do not have to be sure", "is it my fault?": "is not your fault", "are you going to tell my husband": "tell no one",
         "this is stupid": "skip any question", "hang on a minute": "the time you need", "sorry i dont understand": "in your own words"}


def at(talk: Talk, question: str) -> Talk:
    if question == "account":
        return talk.say("yes", "affirm")
    return talk if question == "safety" else talk.told(BARE, question)


@pytest.mark.parametrize("question", ["safety", "account", "more", "when", "who", "others", "impact", "told", "check"])
@pytest.mark.parametrize("words", [words for words in LINES if "understand" not in words])
def test_a_plea_gets_its_line_and_the_question_stays(talk: Talk, question: str, words: str) -> None:
    before = at(talk, question).drafts()
    assert LINES[words] in talk.say(words).text()
    assert talk.state()["prompt"] == question and talk.drafts() == before


@pytest.mark.parametrize("question", ["account", "more", "who", "others", "impact", "check"])
def test_who_does_not_understand_is_told_what_can_be_said(talk: Talk, question: str) -> None:
    before = at(talk, question).drafts()
    assert "in your own words" in talk.say("sorry i dont understand").text()
    assert talk.state()["prompt"] == question and talk.drafts() == before


@pytest.mark.parametrize("question", ["more", "who", "others", "check"])
def test_no_more_questions_is_a_stop(talk: Talk, question: str) -> None:
    at(talk, question)
    assert "not finished" in talk.say("stop asking me questions").text()
    assert "stop asking" not in str(talk.drafts())


@pytest.mark.parametrize("question", ["account", "more", "where", "others", "check"])
@pytest.mark.parametrize("felt", [DISTRESS, Assessment("none", (), ())])
def test_a_cry_gets_a_pause_and_no_note_holds_it(talk: Talk, question: str, felt: Assessment) -> None:
    before = at(talk, question).drafts()
    talk.say("i cant do this anymore", felt=felt)
    assert talk.types()[0] == "crisis" and "Stop for now" in talk.text() and talk.drafts() == before
    assert talk.pick("Carry on").state()["prompt"] == question


def test_with_nothing_open_a_doubt_has_an_answer(talk: Talk) -> None:
    talk.saved(BARE).say("am i overreacting", "ask", topic="is_it_stalking")
    assert "answer" in talk.types()


@pytest.mark.parametrize("words", ["i feel like its my fault", "i cant cope with it any more"])
def test_what_it_does_to_her_is_kept_where_it_is_asked(talk: Talk, words: str) -> None:
    talk.told(BARE, "impact").say(words, "distress", DISTRESS)
    assert talk.drafts()[-1]["impact"] == words


@pytest.mark.parametrize("words", ["wait", "whats the point", "i just want to die", "dont tell anyone"])
def test_what_may_be_his_words_is_kept_where_they_are_asked_for(talk: Talk, words: str) -> None:
    talk.told("He rang me again and again.", "said").say(words)
    assert ("said", words) in talk.asked()


def test_an_account_with_a_doubt_in_it_is_kept_whole(talk: Talk) -> None:
    account = "He waited by my car again last night. Am I overreacting?"
    talk.say("yes", "affirm").say(account, "ask")
    assert talk.drafts()[-1]["account"] == account
