"""The day of what happened, beside days that only say how things stood before it."""
from __future__ import annotations

from datetime import datetime, timezone

import pytest

from bot.understanding.incident import read_incident
from bot.understanding.told_time import time_told

NOW = datetime(2026, 2, 5, 15, tzinfo=timezone.utc)


def _day(text: str) -> str | None:
    when = read_incident(text, NOW).when
    return when.edtf if when else None


@pytest.mark.parametrize(("text", "day"), [
    ("We split on 1 December. Yesterday he keyed my car", "2026-02-04"),
    ("I lived there until September. On 28th January he came to the door and shouted", "2026-01-28"),
    ("He was released on 20 January. Yesterday he sent flowers.", "2026-02-04"),
    ("He was arrested on 10 January and bailed. Yesterday he followed me home.", "2026-02-04"),
    ("I started a new job on 5 January. Today he was stood outside it.", "2026-02-05"),
    ("I changed my number in November. He rang the new one last night.", "2026-02-04"),
    ("He moved away in the summer. Yesterday he was at my bus stop.", "2026-02-04"),
    ("It started in September. On 28 January he came to my door.", "2026-01-28"),
    ("I was at mum's on Friday. He turned up on Tuesday", "2026-02-03"),
    ("last month he said he'd be there for 3 Feb. On Tuesday he came and shouted at me", "2026-02-03"),
])
def test_what_went_before_gives_way_to_the_day_of_what_happened(text: str, day: str) -> None:
    assert _day(text) == day


@pytest.mark.parametrize(("text", "day"), [
    ("He left me a note on Monday", "2026-02-02"),
    ("he came out of prison on 5 January and smashed my windows", "2026-01-05"),
    ("He was arrested on 10 January outside my house", "2026-01-10"),
])
def test_a_day_told_alone_counts(text: str, day: str) -> None:
    assert _day(text) == day


@pytest.mark.parametrize("text", ["snap & sunday he was outside my house", "he messaged me on snap & sunday he turned up"])
def test_an_app_is_no_time_of_day(text: str) -> None:
    when = time_told(text, NOW)
    assert when and when.as_told == "sunday" and when.earliest and when.earliest.hour == 0


@pytest.mark.parametrize("text", ["last night at 2 a.m. he rang me", "last night at 2am", "he came in the early hours last night"])
def test_the_small_hours_of_a_night_are_of_the_day_they_were_in(text: str) -> None:
    when = time_told(text, NOW)
    assert when and when.earliest and when.edtf == when.earliest.date().isoformat() == "2026-02-05"


def test_one_of_something_is_no_hour() -> None:
    when = time_told("he rang the new one last night", NOW)
    assert when and when.as_told == "last night"


@pytest.mark.parametrize("text", ["Tuesday, Tuesday 3 February", "It was Tuesday. Tuesday 3 February he came",
                                  "on Tuesday, on Tuesday 3 February he rang"])
def test_a_day_said_twice_is_shown_once(text: str) -> None:
    when = time_told(text, NOW)
    assert when and when.as_told.lower().count("tuesday") == 1 and when.edtf == "2026-02-03"
