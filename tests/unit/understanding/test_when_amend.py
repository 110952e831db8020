"""A corrected time: only what is affirmed changes."""

from __future__ import annotations

from datetime import datetime

import pytest

from bot.understanding.when import When, amend_when, read_when

NOW = datetime.fromisoformat("2026-02-11T10:30:00+00:00")


def kept() -> When:
    when = read_when("Yesterday at about 4pm", NOW)
    assert when
    return when


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("The time is wrong: it was about 6pm, not 4pm.", "2026-02-10T17:30"),
        ("no, it was about 6pm", "2026-02-10T17:30"),
        ("it was Monday not Tuesday", "2026-02-09T15:30"),
        ("it was the day before", "2026-02-09T15:30"),
        ("an hour later", "2026-02-10T16:30"),
        ("i said 4pm but it was 5", "2026-02-10T17:00"),
        ("it wasnt yesterday it was two days ago", "2026-02-09T15:30"),
        ("it happened on saturday about 2 in the afternoon, not yesterday", "2026-02-07T13:30"),
        ("in the morning", "2026-02-10T05:00"),
    ],
)
def test_a_correction_changes_what_it_affirms(text: str, start: str) -> None:
    when = amend_when(kept(), text, NOW)
    assert when and when.earliest and when.earliest.isoformat()[:16] == start
    assert when.as_told in text


def test_a_weekday_that_would_lie_ahead_is_the_one_before() -> None:
    when = amend_when(kept(), "no, Wednesday", NOW)
    assert when and when.edtf == "2026-02-04" and when.earliest and when.earliest.hour == 15


@pytest.mark.parametrize("text", ["the place is wrong", "it was not 4pm", "tomorrow"])
def test_nothing_affirmed_changes_nothing(text: str) -> None:
    assert amend_when(kept(), text, NOW) is None


def test_with_nothing_kept_a_day_is_read_as_told() -> None:
    when = amend_when(None, "it was on Sunday", NOW)
    assert when and when.edtf == "2026-02-08"


@pytest.mark.parametrize(
    ("kept", "text", "hour"),
    [
        ("yesterday at 8am", "9 not 8", 9),
        ("yesterday at 8am", "nine not eight", 9),
        ("yesterday at 8am", "it was 9 not 8", 9),
        ("yesterday at 8am", "it was half 9", 9),
        ("yesterday at 8pm", "9 not 8", 21),
        ("yesterday at 11am", "it was 1", 13),
        ("yesterday at 8am", "it was 9pm", 21),
    ],
)
def test_an_hour_alone_is_in_the_half_of_the_day_that_is_kept(kept: str, text: str, hour: int) -> None:
    now = datetime.fromisoformat("2026-02-11T10:30:00+00:00")
    changed = amend_when(read_when(kept, now), text, now)
    assert changed is not None and changed.earliest is not None and changed.latest is not None
    assert changed.earliest.hour == changed.latest.hour == hour and not changed.approximate


@pytest.mark.parametrize("text", ["it wasn't Monday it was Tuesday the tulips", "not Monday, Sunday"])
def test_a_day_denied_that_is_not_the_one_kept_changes_nothing(text: str) -> None:
    """2026-02-10, the day kept, is a Tuesday."""
    assert amend_when(kept(), text, NOW) is None


def test_a_weekday_before_is_that_weekday() -> None:
    found = amend_when(kept(), "wasn't Tuesday it was the friday before", NOW)
    assert found and found.edtf == "2026-02-06"
