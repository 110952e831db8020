"""What is shown when there is danger."""
from __future__ import annotations

import pytest

from bot.safety.assessment import SIGNALS, assessed
from bot.safety.cards import Cards, aside, choose

CARDS = Cards.load()


@pytest.mark.parametrize("kind", CARDS.kinds)
def test_every_card_shows_999_and_how_to_call_in_silence(kind: str) -> None:
    card = CARDS.card(kind)
    assert card["type"] == "crisis" and card["kind"] == kind in SIGNALS
    assert "999" in card["text"] and "55" in card["text"] and "mobile" in card["text"]
    assert card["actions"][0] == {"label": "Call 999", "tel": "999"}
    assert "\n\n" not in card["text"] and all(a["label"] in card["text"] for a in card["actions"])


def test_the_silent_solution_says_its_limits() -> None:
    text = CARDS.card("emergency")["text"]
    assert "the call ends" in text and "does not tell them where you are" in text and "mobiles only" in text


def test_there_is_a_card_for_every_signal() -> None:
    assert set(CARDS.kinds) == set(SIGNALS)


@pytest.mark.parametrize("level,signals,card", [
    ("emergency", ("emergency",), "emergency"), ("emergency", ("self_harm",), "self_harm"), ("emergency", ("emergency", "self_harm"), "emergency"),
    ("emergency", ("emergency", "silent"), "silent"), ("check", ("self_harm",), None), ("none", ("distress",), None)])
def test_only_an_emergency_takes_over(level: str, signals: tuple[str, ...], card: str | None) -> None:
    assert choose(assessed(level, signals)) == card


def test_a_signal_without_danger_stands_beside_the_answer() -> None:
    assert aside(assessed("none", ("device_monitored", "distress"))) == "device_monitored"
    assert aside(assessed("check", ("self_harm",))) == "self_harm"
    assert aside(assessed("none", ("silent",))) is None
    assert aside(assessed("check", ("silent",), ("rule.cannot_speak",))) == "silent"
    assert aside(assessed("check", ("silent",), ("learned.silent",))) is None
    assert aside(assessed("emergency", ("self_harm",))) is None


def test_the_question_about_danger_offers_both_ways() -> None:
    assert {o["intent"] for o in CARDS.check_question["options"]} == {"emergency", "carry_on"}


@pytest.mark.parametrize(("rules", "card"), [
    (("learned.child",), None),
    (("learned.child", "plain.child"), "child"),
    (("rule.young_age",), "child"),
])
def test_a_card_for_children_comes_only_where_it_is_plain_that_a_child_writes(rules: tuple[str, ...], card: str | None) -> None:
    assert aside(assessed("none", ["child"], rules)) == card
