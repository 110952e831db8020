"""Whatever words of time are strung together: nothing lies ahead, nothing ends before it begins."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.understanding.when import amend_when, read_when

WORDS = [
    "last", "this", "the", "a", "on", "at", "half", "past", "to", "quarter", "ago", "week", "weeks", "days",
    "day", "before", "after", "yesterday", "today", "night", "morning", "between", "from", "and", "or", "until",
    "since", "not", "no", "it", "was", "3", "12", "31", "4pm", "16:30", "2026", "03/04", "31/02/2025", "0:00",
    "weekend", "easter", "monday", "friday", "march", "christmas", "midnight", "noon", "next", "first", "two",
    ".", ",", "-", "of", "early", "gone", "bank", "holiday", "month", "year", "summer", "00/00"
]
MOMENTS = st.integers(0, 525_000).map(lambda n: datetime(2026, 1, 1, tzinfo=timezone.utc) + timedelta(minutes=n))


@settings(max_examples=150, deadline=None, derandomize=True)
@given(words=st.lists(st.sampled_from(WORDS), min_size=1, max_size=9), now=MOMENTS)
def test_what_is_read_never_lies_ahead(words: list[str], now: datetime) -> None:
    text = " ".join(words)
    when = read_when(text, now)
    if when:
        assert when.as_told and when.as_told in text and when.earliest and when.latest
        assert when.earliest <= when.latest <= now
        amended = amend_when(when, f"no, it was {text}", now)
        assert amended is None or (amended.latest and amended.latest <= now)
