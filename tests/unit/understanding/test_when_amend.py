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
