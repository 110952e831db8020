"""Answers that a list or the classifier takes for a control: at the question they answer, they are its answer."""
from __future__ import annotations

import pytest
from talk import Talk

BARE = "It happened again."


@pytest.mark.parametrize("words, guess", [
    ("cant focus tbh", "not_known"), ("havent streamed since", "not_known"), ("i get the bus now", "stop"), ("i quit", "leave"),
    ("im fine", "affirm"), ("i dont feel safe", "prefer_not"), ("i dont feel right anymore", "prefer_not"),
    ("I need to change where I park", "correct"),
    ("cant face people", "prefer_not"), ("i want to delete my socials", "remove"),
])
def test_how_it_affected_her_is_in_her_words(talk: Talk, words: str, guess: str) -> None:
    talk.told(BARE, "impact").say(words, guess)
    assert talk.drafts()[-1]["impact"] == words and ("impact", words) in talk.asked() and talk.state()["prompt"] != "impact"


@pytest.mark.parametrize("words", ["dunno", "i dont know", "i dont feel able to say", "id rather not say"])
def test_no_answer_about_the_effect_is_still_none(talk: Talk, words: str) -> None:
    talk.told(BARE, "impact").say(words, "tell")
    assert talk.drafts()[-1]["impact"] is None and ("impact", words) not in talk.asked()


@pytest.mark.parametrize("question", ["told", "others"])
def test_what_changed_in_her_life_is_no_correction(talk: Talk, question: str) -> None:
    talk.told("He was in the car park at work again.", question).say("it's changed where I park", "correct")
    assert talk.drafts()[-1]["place"] != "changed where I park" and (question, "it's changed where I park") in talk.asked()


@pytest.mark.parametrize("name, guess", [("Ian", "greet"), ("Al", "affirm"), ("Jo", "greet"), ("Joy", "thank"), ("Dawn", "greet"),
                                         ("Kev", "thank"),
                                         ("Sunny", "greet"), ("Hi-fi Dave", "greet"), ("Thomas Stop", "stop"), ("grace", "thank")])
def test_a_name_is_a_name(talk: Talk, name: str, guess: str) -> None:
    talk.told(BARE, "who").say(name, guess)
    assert talk.drafts()[-1]["person"] == name and ("who", name) in talk.asked()


@pytest.mark.parametrize("words, guess", [("stop for now", "stop"), ("im tired can we finish", "stop")])
def test_a_wish_to_stop_is_still_one_where_a_name_is_asked_for(talk: Talk, words: str, guess: str) -> None:
    assert "not finished" in talk.told(BARE, "who").say(words, guess).text()


@pytest.mark.parametrize("words", ["tomorrow", "next tuesday"])
def test_a_day_to_come_is_refused_kindly(talk: Talk, words: str) -> None:
    talk.told(BARE, "when").say(words, "greet")
    assert "a day that has been" in talk.text() and talk.state()["prompt"] == "when" and ("when", words) in talk.asked()


@pytest.mark.parametrize("words", ["night", "evening", "in the morning"])
def test_a_part_of_the_day_is_no_greeting_and_no_goodbye(talk: Talk, words: str) -> None:
    talk.told(BARE, "when").say(words, "greet")
    assert ("when", words) in talk.asked() and "could not work out a date" in talk.text()


@pytest.mark.parametrize("words", ["hello", "good night", "see you soon", "thank you"])
def test_a_greeting_may_be_what_was_said(talk: Talk, words: str) -> None:
    talk.told("He rang me again and again.", "said").say(words, "greet")
    assert ("said", words) in talk.asked()


def test_tomorrow_is_no_stop(talk: Talk) -> None:
    talk.told(BARE, "told").say("I will tomorrow", "stop")
    assert ("told", "I will tomorrow") in talk.asked() and talk.drafts()[-1]["reported"] is None


def test_a_yes_to_whether_anybody_was_told_is_asked_about(talk: Talk) -> None:
    talk.told(BARE, "told").say("yes", "affirm")
    assert talk.drafts()[-1]["reported"] is None and talk.state()["prompt"] == "told" and "who you told" in talk.text()
    talk.say("yes", "affirm")
    assert talk.drafts()[-1]["reported"] is None and talk.state()["prompt"] != "told"


@pytest.mark.parametrize("words, reported", [("yes my mum", None), ("yes, the police", True), ("yes i rang 101", True), ("no", False),
                                             ("the police", True)])
def test_who_was_told_says_whether_it_was_the_police(talk: Talk, words: str, reported: bool | None) -> None:
    talk.told(BARE, "told").say(words)
    assert talk.drafts()[-1]["reported"] is reported and talk.state()["prompt"] != "told"


@pytest.mark.parametrize("question", ["when", "where", "who"])
def test_what_is_about_something_else_is_no_answer(talk: Talk, question: str) -> None:
    talk.told(BARE, question).say("tell me a joke", "out_of_scope")
    assert "did not follow" in talk.text() and talk.state()["prompt"] == question
    assert (question, "tell me a joke") not in talk.asked()
