"""Who asks for somebody to talk to and says who they are is shown the ones for them first."""
from __future__ import annotations

import pytest
from talk import Talk

from bot.conversation.who_for import fitting
from bot.knowledge.load import Knowledge

KNOWLEDGE = Knowledge.load()


def shown(text: str, guess: str | None = "any", intent: str = "find_service") -> list[str]:
    return str(fitting({"intent": intent, "topic": guess}, text, KNOWLEDGE)["topic"]).split("+")


@pytest.mark.parametrize("guess, text, first", [
    ("any", "i'm a man and my ex-husband wont leave me alone, who can i talk to", "mens_advice_line"),
    ("national_da_helpline", "im a man and my ex wife is abusive, who do i ring", "mens_advice_line"),
    ("any", "i'm 15, who can i ring", "national_stalking_helpline"),
    ("revenge_porn_helpline", "im 15 and he shared my nudes, who can help", "national_stalking_helpline"),
    ("any", "in cardiff, is there a number", "live_fear_free"),
    ("any", "i'm deaf, who can help", "bsl_999"),
    ("victim_support", "i was mugged in glasgow, who helps victims", "action_against_stalking"),
    ("police_101", "i live in belfast, what number for the police", "psni"),
    ("report_fraud", "my ex used my card, who do i ring", "report_fraud"),
    ("unwanted_prisoner_contact", "my ex writes from wandsworth, who do i tell", "unwanted_prisoner_contact"),
])
def test_the_right_one_comes_first(guess: str, text: str, first: str) -> None:
    assert shown(text, guess)[0] == first


@pytest.mark.parametrize("guess, text", [
    ("paladin", "im a man, can i call paladin"), ("national_da_helpline", "my ex is back, what is the refuge number"),
    ("samaritans", "im deaf, is 116 123 any use to me"), ("any", "who can i talk to"), ("galop", "whos the number for people like me"),
])
def test_a_service_that_is_named_or_nothing_that_is_told_leaves_it_as_it_is(guess: str, text: str) -> None:
    assert shown(text, guess) == [guess]


def test_a_named_service_of_another_place_is_not_enough() -> None:
    assert shown("victim support number please, i live in dundee", "victim_support")[0] == "action_against_stalking"


def test_other_intents_are_left_as_they_are() -> None:
    assert shown("im a man in cardiff, is it a crime", "stalking_law", "ask") == ["stalking_law"]


def test_abroad_is_told_of_other_law_and_other_numbers() -> None:
    found = fitting({"intent": "find_service", "topic": "any"}, "i live in spain, who can i ring", KNOWLEDGE)
    assert (found["intent"], found["topic"]) == ("ask", "outside_england_wales")


@pytest.mark.parametrize("text", ["who can make him stop contacting me",
                                  "he can't stop himself messaging me, who helps", "is there help to stop her"])
def test_who_is_afraid_of_somebody_is_never_sent_to_the_line_for_ones_own_behaviour(text: str) -> None:
    assert "respect" not in shown(text, "respect")
    assert "respect" not in shown(f"im a man, {text}", "respect")


@pytest.mark.parametrize("text", ["i cant stop messaging her, is there help",
                                  "i think i am the one doing it who can i call", "respect phoneline number"])
def test_who_worries_about_what_they_do_themselves_is(text: str) -> None:
    assert shown(text, "respect") == ["respect"]


@pytest.mark.parametrize("text", ["i'm a man in cardiff, who can i talk to?", "im a man in cardiff, who can i talk to"])
def test_the_cards_come_in_their_order_whatever_question_is_open(talk: Talk, text: str) -> None:
    talk.say(text, "find_service", topic="any")
    assert [m["name"] for m in talk.messages if m["type"] == "service"][:2] == ["Men's Advice Line", "Live Fear Free"]
    assert not talk.drafts()


def test_what_is_told_beside_the_question_is_kept(talk: Talk) -> None:
    talk.say("i'm a man and my ex-husband waits at my gate. who can i talk to", "find_service", topic="any")
    assert "Men's Advice Line" in talk.text() and "waits at my gate" in talk.drafts()[0]["account"]
