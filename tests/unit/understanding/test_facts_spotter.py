"""The spotter: what it did to her, and that it reads any text in step with its length."""

from __future__ import annotations

import time

import pytest

from bot.understanding.impact import find_impact
from bot.understanding.spotter import KINDS, spots
from bot.understanding.text_parts import TextParts


@pytest.mark.parametrize(
    ("text", "impact"),
    [
        ("He keyed my van. I haven't been sleeping since", "I haven't been sleeping since"),
        ("she was at the gate again. i've changed my route to work", "i've changed my route to work"),
        ("He sat behind me on the bus. I don't go to college now", "I don't go to college now"),
    ],
)
def test_what_it_did_to_her_is_the_clause_that_says_so(text: str, impact: str) -> None:
    span = find_impact(TextParts(text))
    assert span and text[slice(*span)] == impact


@pytest.mark.parametrize("text", ["I have not told the police", "I have saved all the photos", "He was crying in his car"])
def test_what_was_done_with_it_is_no_effect(text: str) -> None:
    assert find_impact(TextParts(text)) is None


@pytest.mark.parametrize("text", ["", " ", "😶", "!!!", "‮", "a" * 3000, "@", "“ ”"])
def test_any_text_can_be_read(text: str) -> None:
    assert set(spots(TextParts(text))) == set(KINDS)


def test_spots_stand_in_the_text() -> None:
    text = "My ex followed me to the bus stop on Mill Lane. I can't sleep."
    for found in spots(TextParts(text)).values():
        assert all(0 <= spot.span[0] < spot.span[1] <= len(text) and 0 < spot.share <= spot.sure + 1e-9 <= 1.1 for spot in found)


def test_time_is_in_step_with_length() -> None:
    def taken(times: int) -> float:
        parts = TextParts("Žofie stood by the gate of flat 9 and I ran to Asda. " * times)
        begun = time.process_time()
        spots(parts)
        return time.process_time() - begun

    taken(5)
    assert taken(80) < 40 * max(taken(10), 0.001)
