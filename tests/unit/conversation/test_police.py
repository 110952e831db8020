"""Which police it is: the answer about it is followed by the cards of the forces that were named, or by a list to choose from."""
from __future__ import annotations

from typing import Any

import pytest
from talk import Talk

from bot.conversation.police import naming_police
from bot.conversation.state import State
from bot.knowledge.load import Knowledge

KNOWLEDGE = Knowledge.load()
WHERE = "report_where"


def names(talk: Talk) -> list[str]:
    return [m["name"] for m in talk.messages if m["type"] == "service"]


def labels(talk: Talk, at: int) -> list[str]:
    return [option["label"] for option in talk.messages[at]["options"]]


def asked(talk: Talk, text: str, topic: str = WHERE) -> Talk:
    return talk.say(text, "ask", topic=topic)


@pytest.mark.parametrize("text, forces", [
    ("which police force covers hebden bridge", ["West Yorkshire Police"]),
    ("who do i report to in swindon", ["Wiltshire Police"]),
    ("i live in leeds and he lives in manchester, which force", ["West Yorkshire Police", "Greater Manchester Police"]),
    ("police for something on the tube", ["British Transport Police"]),
])
def test_the_answer_is_followed_by_the_card_of_each_force(talk: Talk, text: str, forces: list[str]) -> None:
    assert asked(talk, text).types()[0] == "answer" and talk.messages[0]["topic"] == WHERE
    assert names(talk) == forces and talk.types()[1:1 + len(forces)] == ["service"] * len(forces)


def test_where_a_name_is_not_sure_it_says_so_before_the_cards(talk: Talk) -> None:
    asked(talk, "which force is newport")
    assert talk.types()[1:5] == ["text", "service", "service", "service"] and "I am not sure which place" in talk.messages[1]["text"]


def test_of_more_than_three_one_is_chosen(talk: Talk) -> None:
    asked(talk, "which force in wales")
    assert len(labels(talk, 1)) == 4 and names(talk) == []
    assert names(talk.pick("Gwent Police")) == ["Gwent Police"]


def test_without_a_place_a_part_of_the_country_is_chosen_then_the_force(talk: Talk) -> None:
    asked(talk, "my force?")
    assert len(labels(talk, 1)) == 13
    assert len(labels(talk.pick("South West"), 0)) == 5
    assert names(talk.pick("Dorset Police")) == ["Dorset Police"]


@pytest.mark.parametrize("region, forces", [("London", 2), ("On a train or the tube", 1), ("Scotland", 1)])
def test_a_part_with_few_forces_shows_them_at_once(talk: Talk, region: str, forces: int) -> None:
    assert len(names(asked(talk, "which force").pick(region))) == forces


def test_a_town_that_is_typed_instead_is_understood(talk: Talk) -> None:
    assert names(asked(talk, "which force").say("hebdon bridge")) == ["West Yorkshire Police"]
    assert names(talk.say("and manchester?")) == ["Greater Manchester Police"]
    assert talk.drafts() == []


def test_what_happened_in_a_town_is_still_a_note(talk: Talk) -> None:
    asked(talk, "which force").say("he followed me through leeds yesterday")
    assert names(talk) == [] and talk.state()["prompt"] is not None


def test_a_place_that_answers_a_question_of_the_diary_is_its_answer(talk: Talk) -> None:
    talk.told("It happened again.", "where")
    assert asked(talk, "which force is leeds").state()["prompt"] == "where" and names(talk) == ["West Yorkshire Police"]
    assert names(talk.say("leeds")) == [] and ("where", "leeds") in talk.asked()


def test_another_countrys_police_come_with_its_own_law(talk: Talk) -> None:
    asked(talk, "which police for glasgow")
    assert talk.messages[0]["topic"] == "outside_england_wales" and names(talk) == ["Police Scotland"]


def test_a_near_answer_gets_the_card_of_a_place_and_no_list(talk: Talk) -> None:
    assert names(asked(talk, "which force asks for the order in leeds", "spo_which_force")) == ["West Yorkshire Police"]
    assert talk.messages[0]["topic"] == "spo_which_force"
    asked(talk, "which of the forces asks the court for the order", "spo_which_force")
    assert talk.messages[0]["topic"] == "spo_which_force" and "London" not in talk.text()


def test_another_answer_stays_as_it_is(talk: Talk) -> None:
    assert asked(talk, "what is an spo, i live in leeds", "spo_what").messages[0]["topic"] == "spo_what" and names(talk) == []


@pytest.mark.parametrize("text, topic", [("what force covers leeds", "police_do_not_act"), ("who polices leeds", None)])
def test_what_asks_for_a_force_gets_it_whatever_the_reader_made_of_it(text: str, topic: str | None) -> None:
    parsed = naming_police({"intent": "out_of_scope" if topic is None else "ask", "topic": topic}, text, State(), KNOWLEDGE)
    assert (parsed["intent"], parsed["topic"], parsed["forces"].forces) == ("ask", WHERE, ("west_yorkshire",))


@pytest.mark.parametrize("intent, topic", [("tell", None), ("ask", "spo_what"), ("emergency", None)])
@pytest.mark.parametrize("text", ["he followed me in leeds", "which police officer in leeds said that", "what will police do in leeds?"])
def test_what_does_not_ask_for_a_force_is_left_alone(intent: str, topic: str | None, text: str) -> None:
    parsed: dict[str, Any] = {"intent": intent, "topic": topic}
    assert naming_police(parsed, text, State(), KNOWLEDGE) == parsed


def test_her_words_do_not_go_on(talk: Talk) -> None:
    asked(talk, "which force is hebdon brige")
    assert talk.mind.told == ("ask", WHERE)


def test_a_force_is_never_said_to_be_closed_or_unsure_of_its_hours(talk: Talk) -> None:
    card = talk.say("which police force covers hebden bridge", "ask", topic="report_where").messages[1]
    assert card["name"] == "West Yorkshire Police" and "not sure if it is open" not in card["text"] and card["open_now"] is None
