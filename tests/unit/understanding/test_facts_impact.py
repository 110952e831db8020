"""What it did to her, and what is no effect on her."""
from __future__ import annotations

import pytest

from bot.understanding.impact import find_impact
from bot.understanding.text_parts import TextParts


@pytest.mark.parametrize("text", [
    "He said I made him feel sick", "He was crying and shaking on the doorstep", "He was outside and scared the kids",
    "He made her cry in front of me",
])
def test_what_another_felt_is_no_effect_on_her(text: str) -> None:
    assert find_impact(TextParts(text)) is None


@pytest.mark.parametrize("text", ["he makes me feel sick", "she rang and made me cry", "He shouted and I was shaking", "he followed me, terrified"])
def test_what_she_felt_is(text: str) -> None:
    assert find_impact(TextParts(text)) is not None
