"""Whatever is typed: nothing lies ahead, nothing ends before it begins, nothing raises, and the cost grows with the length."""

from __future__ import annotations

import re
import time
from calendar import monthrange
from datetime import date, datetime, timedelta, timezone

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.understanding.dates.values import LONDON
from bot.understanding.when import When, amend_when, read_days, read_when

WORDS = [
    "last", "this", "the", "a", "on", "at", "half", "past", "to", "quarter", "ago", "week", "weeks", "days",
    "day", "before", "after", "yesterday", "today", "night", "morning", "between", "from", "and", "or", "until",
    "since", "not", "no", "it", "was", "3", "12", "31", "4pm", "16:30", "2026", "03/04", "31/02/2025", "0:00",
    "weekend", "easter", "monday", "friday", "march", "christmas", "midnight", "noon", "next", "first", "two",
    ".", ",", "-", "of", "early", "gone", "bank", "holiday", "month", "year", "summer", "00/00", "that", "one",
    "the one before", "so", "well", "sorry", "every", "10 30", "3.15", "w/c", "the other day", "eid", "hours", "late",
]  # fmt: skip
MOMENTS = st.integers(0, 525_000).map(lambda n: datetime(2026, 1, 1, tzinfo=timezone.utc) + timedelta(minutes=n))
TEXTS = st.lists(st.sampled_from(WORDS), min_size=1, max_size=9).map(" ".join)
FORMS = ["%d/%m/%Y", "%d %B %Y", "%B %d, %Y", "%Y-%m-%d", "%d.%m.%y", "%A %d %B %Y", "the %d of %b %Y"]
CLOCKS = ["{h}:{m:02d}", "{h}.{m:02d}", "at {h}:{m:02d}"]
LONG = [
    "yesterday at 4 ",
    "monday and tuesday ",
    "not that, the one before ",
    "5 to 10 ",
    "last last ",
    "so, no, sorry ",
]
LEVEL_1 = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?[?~%]?(/(\.\.|\d{4}(-\d{2}(-\d{2})?)?[?~%]?))?")


def edtf_days(edtf: str) -> tuple[date, date | None]:
    """First and last day of an EDTF level 1 date or interval; None for an open end."""
    ends = [end.rstrip("?~%") for end in edtf.split("/")]
    first, last = ends[0], ends[-1]
    begin = date.fromisoformat(f"{first}-01-01"[:10] if len(first) == 4 else f"{first}-01"[:10])
    if last == "..":
        return begin, None
    year, month = int(last[:4]), int(last[5:7] or 12)
    return begin, date(year, month, int(last[8:10] or monthrange(year, month)[1]))


def check(when: When, text: str, now: datetime) -> None:
    """What holds of every time that is read."""
    assert when.as_told and when.as_told in text and when.earliest and when.latest and when.edtf
    assert when.earliest <= when.latest <= now
    assert LEVEL_1.fullmatch(when.edtf), when.edtf
    first, last = edtf_days(when.edtf)
    assert last is None or first <= last
    assert when.edtf.endswith("..") or "~" in when.edtf or first <= when.latest.date()
    assert When.from_dict(when.to_dict()) == when


@settings(max_examples=300, deadline=None, derandomize=True)
@given(text=TEXTS, now=MOMENTS)
def test_what_is_read_never_lies_ahead(text: str, now: datetime) -> None:
    when = read_when(text, now)
    if when:
        check(when, text, now)
        amended = amend_when(when, f"no, it was {text}", now)
        assert amended is None or (amended.latest and amended.latest <= now)
    for day in read_days(text, now):
        check(day, text, now)


@settings(max_examples=200, deadline=None, derandomize=True)
@given(text=st.text(max_size=120), now=MOMENTS)
def test_no_text_raises(text: str, now: datetime) -> None:
    when = read_when(text, now)
    assert when is None or when.as_told in text
    amend_when(when, text, now)


@settings(max_examples=200, deadline=None, derandomize=True)
@given(now=MOMENTS, back=st.integers(1, 2000), form=st.sampled_from(FORMS))
def test_a_full_date_comes_back_as_its_edtf(now: datetime, back: int, form: str) -> None:
    day = now.astimezone(LONDON).date() - timedelta(days=back)
    when = read_when(day.strftime(form), now)
    assert when and when.edtf == day.isoformat()
    again = read_when(when.edtf, now)
    assert again and (again.earliest, again.latest, again.edtf) == (when.earliest, when.latest, when.edtf)


@settings(max_examples=200, deadline=None, derandomize=True)
@given(
    now=MOMENTS,
    minute=st.integers(0, 719),
    form=st.sampled_from(CLOCKS),
    lead=st.sampled_from(["yesterday", "two days ago"]),
)
def test_the_interval_contains_every_reading(now: datetime, minute: int, form: str, lead: str) -> None:
    """From seven to twelve both halves of the clock; before that the afternoon."""
    hour, rest = divmod(minute, 60)
    when = read_when(f"{lead} {form.format(h=hour or 12, m=rest)}", now)
    assert when and when.earliest and when.latest
    day = now.astimezone(LONDON).date() - timedelta(days=1 if lead == "yesterday" else 2)
    halves = (12,) if hour < 7 else (0, 12)
    told = [datetime(day.year, day.month, day.day, hour + half, rest, tzinfo=LONDON) for half in halves]
    assert all(when.earliest <= moment <= when.latest for moment in told)


@settings(max_examples=100, deadline=None, derandomize=True)
@given(now=MOMENTS, number=st.integers(2, 20), unit=st.sampled_from(["minutes", "hours", "days", "weeks", "months"]))
def test_an_amount_ago_contains_the_moment_it_names(now: datetime, number: int, unit: str) -> None:
    when = read_when(f"{number} {unit} ago", now)
    assert when and when.earliest and when.latest
    size = {
        "minutes": timedelta(minutes=1),
        "hours": timedelta(hours=1),
        "days": timedelta(days=1),
        "weeks": timedelta(weeks=1),
    }.get(unit)
    moment = now - number * size if size else now - timedelta(days=round(30.44 * number))
    slack = timedelta(days=5) if unit == "months" else timedelta(hours=1) if unit in ("days", "weeks") else timedelta(0)
    assert when.earliest - slack <= moment <= when.latest + slack


@pytest.mark.parametrize("words", LONG)
def test_the_time_grows_with_the_length_and_no_faster(words: str) -> None:
    now = datetime(2026, 2, 11, 10, 30, tzinfo=timezone.utc)

    def took(text: str) -> float:
        began = time.perf_counter()
        read_when(text, now)
        return time.perf_counter() - began

    took(words * 20)
    short = min(took(words * (1500 // len(words))) for _ in range(3))
    long = min(took(words * (6000 // len(words))) for _ in range(3))
    assert long < 12 * short + 0.05
    assert long < 3


def test_the_latest_day_of_a_month_is_its_last() -> None:
    assert edtf_days("2025-02~") == (date(2025, 2, 1), date(2025, 2, 28))
    assert edtf_days("2024/2025-03") == (date(2024, 1, 1), date(2025, 3, 31))
    assert edtf_days("2026-02-08/..") == (date(2026, 2, 8), None)
