"""A few words after an answer are read with the answer in mind; anything that stands by itself is not."""
from __future__ import annotations

from typing import Any

import pytest
from talk import Talk

from bot.conversation.follow_up import leaning, together
from bot.conversation.state import State
from bot.knowledge.load import Knowledge

KNOWLEDGE = Knowledge.load()
AFTER = State(answered="spo_what")


def parsed(intent: str = "ask", **shares: float) -> dict[str, Any]:
    return {"intent": intent, "topic": max(shares, key=lambda name: shares[name]), "topic_shares": shares}


WITH_ANSWER = parsed(spo_length=0.9, spo_cost=0.1)


def read(alone: dict[str, Any], text: str, state: State = AFTER) -> dict[str, Any]:
    return leaning(alone, WITH_ANSWER if together(text, state, KNOWLEDGE) else None, text, state, KNOWLEDGE)


def test_what_is_parsed_with_the_answer_names_what_it_was_about() -> None:
    assert together("how long?", AFTER, KNOWLEDGE) == "What a Stalking Protection Order is: how long?"
    assert together("how long?", State(), KNOWLEDGE) is None
    assert together("a question of a good many more words than six", AFTER, KNOWLEDGE) is None


@pytest.mark.parametrize("text", ["how long?", "and does it last", "what about that", "for ever?"])
def test_words_that_point_back_are_read_with_the_answer(text: str) -> None:
    assert read(parsed(right_updates=0.99), text)["topic"] == "spo_length"


def test_words_that_could_be_of_anything_are_read_with_the_answer() -> None:
    assert read(parsed(right_updates=0.5, bot_cost=0.3), "how to tell the officer")["topic"] == "spo_length"


@pytest.mark.parametrize("text", ["can i complain about an officer", "what means FOUR, police said"])
def test_a_question_that_stands_by_itself_is_not_dragged_back(text: str) -> None:
    assert read(parsed(complain_police=0.99), text)["topic"] == "complain_police"


def test_what_is_near_by_itself_stays(talk: Talk) -> None:
    assert read(parsed(spo_breach=0.7, right_updates=0.3), "what if he breaks it")["topic"] == "spo_breach"


@pytest.mark.parametrize("intent, text", [("tell", "he came to it again"), ("stop", "stop it"),
                                          ("distress", "i cant take it"), ("emergency", "is it him?")])
def test_what_is_no_question_is_left_as_it_is(intent: str, text: str) -> None:
    alone = parsed(intent, right_updates=0.9)
    assert read(alone, text) == alone


def test_an_answer_to_an_open_question_is_left_as_it_is() -> None:
    alone = parsed("tell", right_updates=0.9)
    assert read(alone, "was it tuesday?", State(answered="spo_what", prompt="when")) == alone


@pytest.mark.parametrize("text", ["and if he breaks it", "what about the kids", "how long then"])
def test_what_asks_on_right_after_an_answer_is_no_answer_to_the_question_below_it(text: str) -> None:
    alone = parsed("tell", right_updates=0.9)
    assert read(alone, text, State(answered="spo_what", prompt="others"))["topic"] == "spo_length"
    assert read(alone, text, State(prompt="others")) == alone


@pytest.mark.parametrize("text", ["tell me more", "More about this", "more detail"])
def test_more_is_the_rest_of_the_answer(text: str) -> None:
    found = read(parsed("tell", right_updates=0.1), text)
    assert (found["intent"], found["topic"]) == ("ask", "spo_what/more")


def test_more_alone_answers_the_question_that_is_open() -> None:
    alone = parsed("tell", right_updates=0.1)
    assert read(alone, "go on", State(answered="spo_what", prompt="account"))["intent"] == "tell"
    assert read(alone, "go on")["topic"] == "spo_what/more"


def test_an_answer_offers_the_rest_of_it_and_what_is_near(talk: Talk) -> None:
    answer = talk.say("what is stalking in law", "ask").messages[0]
    labels = [option["label"] for option in answer["options"]]
    topic = KNOWLEDGE.topics["stalking_law"]
    assert labels == ["More about this", *(KNOWLEDGE.topics[name].title for name in topic.related)]
    assert answer["text"].split("\n")[-len(labels):] == labels
    assert talk.state()["answered"] == "stalking_law"


def test_an_answer_in_the_middle_of_a_note_leaves_the_question_open(talk: Talk) -> None:
    talk.told("It happened again.", "where").say("what is stalking in law", "ask")
    assert talk.state()["prompt"] == "where" and talk.messages[-1]["type"] == "choices"
    assert talk.say("by the gate").state()["answered"] is None
