"""Scores into signals: what is enough, what only asks, and that the highest score of any passage counts."""
from __future__ import annotations

import pytest

from bot.safety.examples import Example, examples
from bot.safety.learned import ASK, ASK_SELF_HARM, CHECK, HEADS, PAST_BY, PLAIN_BY, SELF_HARM_NOW, assess, thresholds, wanted
from bot.safety.past import tells_of_the_past

LEAST = {**dict.fromkeys(HEADS, 2.0), ASK: 1.0, ASK_SELF_HARM: 3.0, PLAIN_BY: 3.0, PAST_BY: 1.0}


def scores(**high: float) -> list[float]:
    return [high.get(head, -5.0) for head in HEADS]


@pytest.mark.parametrize("high, level, signals", [
    ({"emergency": 2.5}, "emergency", ("emergency",)),
    ({"emergency": 1.5}, "check", ()),
    ({"emergency": 0.5}, "none", ()),
    ({"check": 2.5}, "check", ()),
    ({"self_harm": 2.5}, "none", ("self_harm",)),
    ({"self_harm": 3.5}, "check", ("self_harm",)),
    ({"self_harm_now": 2.5}, "emergency", ("self_harm",)),
    ({"emergency": 3.0, "silent": 2.1}, "emergency", ("emergency", "silent")),
    ({"device_monitored": 2.1, "distress": 2.0}, "none", ("device_monitored", "distress")),
    ({}, "none", ()),
])
def test_each_score_counts_from_its_threshold_on(high: dict[str, float], level: str, signals: tuple[str, ...]) -> None:
    found = assess([scores(**high)], least=LEAST)
    assert (found.level, found.signals) == (level, signals)


def test_calm_passages_around_it_hide_nothing() -> None:
    alone = assess([scores(emergency=2.5)], least=LEAST)
    assert assess([scores()] * 300 + [scores(emergency=2.5)] + [scores()] * 300, least=LEAST) == alone


def test_no_scores_say_nothing() -> None:
    assert assess([], least=LEAST).level == "none"


def test_the_recorded_thresholds_are_of_every_head_and_asking_comes_first() -> None:
    assert set(thresholds()) == {*HEADS, ASK, ASK_SELF_HARM, PLAIN_BY, PAST_BY}
    assert thresholds()[ASK] <= thresholds()["emergency"]


def test_an_overdose_is_more_than_a_thought() -> None:
    now = dict(zip(HEADS, wanted(Example("t", None, "emergency", ("self_harm",), "v"))))
    thought = dict(zip(HEADS, wanted(Example("t", None, "check", ("self_harm",), "v"))))
    assert now[SELF_HARM_NOW] and now[CHECK] and not thought[SELF_HARM_NOW] and thought["self_harm"]


def test_the_examples_are_of_many_voices_and_of_known_signals() -> None:
    told = examples()
    assert len({e.voice for e in told}) >= 80 and len(told) > 11000
    assert {e.level for e in told} == {"none", "check", "emergency"}


def test_no_example_stands_twice() -> None:
    texts = [(" ".join(e.text.lower().split()), e.asked) for e in examples()]
    assert sorted(t for t in set(texts) if texts.count(t) > 1) == []


def test_what_is_over_needs_a_higher_score_for_danger_and_for_nothing_else() -> None:
    said = [scores(emergency=2.5, distress=2.5)]
    assert assess(said, least=LEAST).level == "emergency"
    over = assess(said, past=True, least=LEAST)
    assert (over.level, over.signals) == ("check", ("distress",))


@pytest.mark.parametrize(("text", "past"), [
    ("last Tuesday he followed me home", True),
    ("He stood there and looked at me. Then he left.", True),
    ("last week he broke the lock and now he is back", False),
    ("he is at the window", False),
    ("He has gone now. He scratched my car.", True),
    ("they've left now, the window is broken", False),
    ("He has gone upstairs now. He has a knife.", False),
    ("He has gone now. He is back.", False),
    ("She's gone. There are empty packets.", False),
])
def test_a_message_tells_of_the_past_unless_anything_in_it_goes_on_now(text: str, past: bool) -> None:
    assert tells_of_the_past(text) is past
