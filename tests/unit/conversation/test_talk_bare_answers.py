"""Answers that are no fact: "ok", "maybe", a bare no where a name or a place is asked for, and a question asked back."""
from __future__ import annotations

import pytest
from talk import Talk

from bot.safety.assessment import Assessment

BARE = "It happened again."
CALLS = "He rang me again and again."


def to_check(talk: Talk, label: str) -> bool:
    """Whether a line of the check card says that it was worked out from her words."""
    return next(row["inferred"] for row in talk.to("check").messages[-1]["rows"] if row["label"] == label)


@pytest.mark.parametrize("words, guess", [("ok", "affirm"), ("fine", "affirm"), ("sure", "affirm"), ("k", "affirm"), ("alright", "affirm"),
                                          ("no problem", "deny")])
def test_ok_is_no_yes_to_whether_anyone_saw(talk: Talk, words: str, guess: str) -> None:
    talk.told(BARE, "others").say(words, guess)
    assert talk.drafts()[-1]["witnesses"] is None and talk.state()["prompt"] == "others"
    talk.say(words, guess)
    assert talk.drafts()[-1]["witnesses"] is None and talk.state()["prompt"] != "others"


@pytest.mark.parametrize("words, guess", [("i think so", "affirm"), ("probably", "affirm"), ("maybe the neighbours", "tell"), ("maybe", "tell"),
                                          ("my neighbour might have", "tell"), ("could be the lad next door", "tell")])
def test_what_she_is_not_sure_of_is_not_known(talk: Talk, words: str, guess: str) -> None:
    talk.told(BARE, "others").say(words, guess)
    assert talk.drafts()[-1]["witnesses"] is None and talk.drafts()[-1]["person"] is None and talk.state()["prompt"] != "others"


@pytest.mark.parametrize("words", ["yes", "yeah they did", "my sister did", "yes, my mum and maybe the neighbours"])
def test_a_plain_yes_is_one(talk: Talk, words: str) -> None:
    talk.told(BARE, "others").say(words, "tell")
    assert talk.drafts()[-1]["witnesses"] is True
    assert to_check(talk, "Someone else saw or heard it") is ("maybe" in words)


@pytest.mark.parametrize("question, words, name, label", [("others", "i think my mum saw it", "witnesses", "Someone else saw or heard it"),
                                                          ("who", "i think it was my ex", "person", "Who"),
                                                          ("where", "maybe outside the shop", "place", "Where")])
def test_what_she_only_thinks_is_to_be_checked(talk: Talk, question: str, words: str, name: str, label: str) -> None:
    talk.told(BARE, question).say(words)
    assert talk.drafts()[-1][name] and to_check(talk, label)


@pytest.mark.parametrize("words", ["no", "nobody", "no one", "nope", "noone", "nobody I know of"])
def test_nobody_is_no_name(talk: Talk, words: str) -> None:
    talk.told(BARE, "who").say(words, "deny")
    assert talk.drafts()[-1]["person"] is None and ("who", "not known") in talk.asked() and talk.state()["prompt"] != "who"


@pytest.mark.parametrize("words", ["no", "nowhere", "none", "not really"])
def test_no_is_no_place(talk: Talk, words: str) -> None:
    talk.told(BARE, "where").say(words, "deny")
    assert talk.drafts()[-1]["place"] is None and ("where", words) in talk.asked() and talk.state()["prompt"] != "where"


@pytest.mark.parametrize("question", ["where", "who", "said", "impact"])
def test_a_yes_to_an_open_question_leaves_it_open_once(talk: Talk, question: str) -> None:
    talk.told(CALLS, question).say("yes", "affirm")
    assert talk.state()["prompt"] == question and "Write it here" in talk.text()
    talk.say("yes", "affirm")
    assert talk.state()["prompt"] != question
    kept = talk.drafts()[-1]
    assert kept["person"] is None and kept["place"] is None and kept["impact"] is None
    assert "Words you remember" not in {row["label"] for row in talk.to("check").messages[-1]["rows"]}


@pytest.mark.parametrize("words", ["why are you asking me that", "why do you need to know", "do i have to say", "why does it matter?",
                                   "what is that for"])
@pytest.mark.parametrize("question", ["others", "who", "said"])
def test_a_question_asked_back_is_answered_and_is_no_refusal(talk: Talk, question: str, words: str) -> None:
    talk.told(CALLS, question).say(words, "prefer_not")
    assert "You do not have to answer" in talk.text() and talk.state()["prompt"] == question
    assert (question, words) in talk.asked() and "prefer not to say" not in [answer for _, answer in talk.asked()]


def test_an_effect_told_beside_an_answer_is_the_effect(talk: Talk) -> None:
    felt = Assessment("none", ("distress",), ("learned.distress",))
    talk.told(CALLS, "others").say("no, and i cant sleep because of it", felt=felt)
    kept = talk.drafts()[-1]
    assert kept["witnesses"] is False and kept["impact"] == "i cant sleep" and kept["account"] == CALLS
    assert to_check(talk, "How it affected you")


@pytest.mark.parametrize("account", ["He left a note under my windscreen.", "He tipped over my bins.", "He was stood by my car."])
def test_where_is_asked_when_only_a_thing_of_hers_is_told(talk: Talk, account: str) -> None:
    talk.told(account, "where").say("at work")
    assert talk.drafts()[-1]["place"] == "at work"


def test_a_thing_of_hers_stays_the_place_where_no_other_is_told(talk: Talk) -> None:
    talk.told("He was stood by my car.", "where").say("skip", "skip")
    assert talk.drafts()[-1]["place"] == "by my car"


def test_a_line_she_does_not_know_is_not_worked_out_from_her_words(talk: Talk) -> None:
    talk.told("My ex Liam was at my flat.").pick("Change: Where").pick("I do not know")
    assert talk.drafts()[-1]["place"] is None and not to_check(talk, "Where")
