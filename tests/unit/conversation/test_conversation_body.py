"""The body of a message, and what it stands for."""
from __future__ import annotations

import json
from datetime import datetime, timezone
from typing import Any

import pytest

from bot.conversation.body import BadBody, Body, UnknownKey, canonical, read_body
from bot.conversation.state import State, UnknownChoice

NOW = datetime(2026, 2, 11, 10, 30, tzinfo=timezone.utc)


def state_with(*labels: str, prompt: str = "where", many: bool = True) -> tuple[State, list[str]]:
    state = State(prompt=prompt, entry="I-0001")
    state.new_message()
    return state, [state.new_option({"intent": "tell", "values": [label], "label": label, "many": many}) for label in labels]


@pytest.mark.parametrize("told", [{}, {"text": ""}, {"text": 3}, {"text": "a", "choice": "b"}, {"choice": []}, {"choice": [1]}, {"card": 1},
                                  {"card": "m", "values": []}, {"card": "m", "values": {"day": ["5"]}}, {"card": "m", "values": {"about": {"a": 1}}},
                                  {"card": "m", "values": {"day": True}}, {"text": "   "}])
def test_anything_but_one_of_the_three_is_refused(told: dict[str, Any]) -> None:
    with pytest.raises(BadBody):
        read_body(told)


@pytest.mark.parametrize("told", [{"text": "x", "foo": 1}, {"sender": "me", "text": "hi"}, {"text": "x", "values": {}}, {"choice": "a", "values": {}},
                                  {"card": "m", "values": {"day": "3", "hour": "4"}}])
def test_what_nothing_here_would_take_in_is_refused_and_not_left_out(told: dict[str, Any]) -> None:
    with pytest.raises(UnknownKey):
        read_body(told)


def test_bodies_that_say_the_same_are_the_same_request() -> None:
    first = json.loads('{"card":"m","values":{"day":"3","month":"é"}}')
    second = json.loads('{ "values": {"month": "\\u00e9", "day": "3"}, "card": "m" }')
    assert canonical(first) == canonical(second) != canonical({**first, "card": "n"})


def test_text_is_taken_as_it_is() -> None:
    text = "  /a 'quote' <b> 😟\u0000\n"
    assert read_body({"text": text}).text == text


def test_half_of_a_sign_becomes_a_mark() -> None:
    assert read_body({"text": "a\ud800b"}).text == "a\ufffdb" and canonical({"text": "a\ud800b"})


def test_a_choice_stands_for_what_was_shown_and_where() -> None:
    state, (first, second) = state_with("following", "contact")
    said = Body(choice=(first, second)).said(state, NOW)
    assert (said.values, said.prompt, said.entry, said.label) == (("following", "contact"), "where", "I-0001", "following, contact")
    assert said.parsed is not None and said.parsed["intent"] == "tell"


def test_only_one_can_be_picked_where_one_is_asked_for() -> None:
    state, (first, second) = state_with("a", "b", many=False)
    with pytest.raises(UnknownChoice):
        Body(choice=(first, second)).said(state, NOW)


def test_a_choice_that_was_never_shown_is_unknown() -> None:
    state, _ = state_with("a")
    for name in ("x", ""):
        with pytest.raises(UnknownChoice):
            Body(choice=(name,)).said(state, NOW)


def test_choices_of_two_messages_do_not_mix() -> None:
    state, (first,) = state_with("a")
    state.new_message()
    second = state.new_option({"intent": "tell", "values": ["b"], "label": "b"})
    with pytest.raises(UnknownChoice):
        Body(choice=(first, second)).said(state, NOW)


def test_an_old_choice_is_forgotten() -> None:
    state, (first,) = state_with("a")
    for _ in range(10):
        state.new_message()
    with pytest.raises(UnknownChoice):
        state.option(first)


@pytest.mark.parametrize("values,edtf", [({"day": "3", "month": "1", "year": "2026"}, "2026-01-03"), ({"month": "1", "year": "2026"}, "2026-01"),
                                         ({"year": "2025"}, "2025"), ({"about": "yesterday"}, "2026-02-10"),
                                         ({"day": "3rd", "month": "January", "year": "26"}, "2026-01-03")])
def test_a_date_card_is_read(values: dict[str, str], edtf: str) -> None:
    state = State(cards={"m": {"message": 1, "prompt": "when", "entry": "I-0001"}})
    said = Body(card="m", values=values).said(state, NOW)
    assert said.card is not None and said.card["when"]["edtf"] == edtf


def test_an_empty_card_is_passed_over_and_an_impossible_date_is_asked_again() -> None:
    state = State(cards={"m": {"message": 1, "prompt": "when", "entry": "I-0001"}})
    assert Body(card="m").said(state, NOW).parsed == {"intent": "skip", "confidence": 1.0, "topic": None}
    assert Body(card="m", values={"day": "31", "month": "2", "year": "2026"}).said(state, NOW).card is None
    for values in ({"day": "3", "month": "13", "year": "2026"}, {"day": "a Monday", "month": "3"}, {"day": "3", "month": "3", "year": "twenty"}):
        said = Body(card="m", values=values).said(state, NOW)
        assert said.card is None and said.parsed is not None and said.parsed["intent"] == "tell"


@pytest.mark.parametrize("about, intent", [("I don't know", "not_known"), ("not sure", "not_known"),
                                           ("id rather not say", "prefer_not"), ("skip", "skip")])
def test_no_answer_on_a_card_is_what_it_is_when_typed(about: str, intent: str) -> None:
    state = State(cards={"m": {"message": 1, "prompt": "when", "entry": "I-0001"}})
    said = Body(card="m", values={"about": about}).said(state, NOW)
    assert said.card == {"when": None} and said.parsed is not None and said.parsed["intent"] == intent


def test_a_day_with_an_unknown_time_is_that_day() -> None:
    state = State(cards={"m": {"message": 1, "prompt": "when", "entry": "I-0001"}})
    said = Body(card="m", values={"day": "5", "month": "1", "year": "2026", "about": "I don't know the time"}).said(state, NOW)
    assert said.card is not None and said.card["when"]["edtf"] == "2026-01-05"


def test_about_on_a_card_is_not_exact() -> None:
    state = State(cards={"m": {"message": 1, "prompt": "when", "entry": "I-0001"}})
    said = Body(card="m", values={"day": "5", "month": "1", "year": "2026", "about": "about teatime"}).said(state, NOW)
    assert said.card is not None and said.card["when"]["approximate"] is True
