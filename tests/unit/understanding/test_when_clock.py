"""What words mean depends on when they are typed: after midnight, on a day the clocks change, on the day itself."""

from __future__ import annotations

from datetime import datetime

from bot.understanding.when import read_when


def read(text: str, now: str):  # type: ignore[no-untyped-def]
    when = read_when(text, datetime.fromisoformat(now))
    assert when and when.earliest and when.latest
    return when


def test_last_night_typed_after_midnight_is_the_evening_just_gone() -> None:
    when = read("last night", "2026-02-11T00:30:00+00:00")
    assert when.edtf == "2026-02-10"
    assert when.earliest.isoformat() == "2026-02-10T18:00:00+00:00"
    assert when.latest.isoformat() == "2026-02-11T00:30:00+00:00"


def test_tonight_typed_after_midnight_began_the_evening_before() -> None:
    assert read("tonight about eleven", "2026-02-11T01:10:00+00:00").earliest.date().isoformat() == "2026-02-10"


def test_now_in_another_zone_is_read_on_londons_clock() -> None:
    assert read("yesterday", "2026-06-15T23:30:00+00:00").edtf == "2026-06-15"


def test_summer_time_has_its_offset() -> None:
    assert read("yesterday at 4pm", "2026-06-15T12:00:00+01:00").earliest.isoformat() == "2026-06-14T16:00:00+01:00"


def test_the_hour_that_comes_twice_is_covered_whole() -> None:
    when = read("Sunday at 1:30am", "2026-10-26T09:00:00+00:00")
    assert when.earliest.isoformat() == "2026-10-25T01:30:00+01:00"
    assert when.latest.isoformat() == "2026-10-25T01:30:59+00:00"


def test_the_night_the_clocks_went_back_is_saturdays() -> None:
    assert read("the night the clocks went back", "2026-02-11T10:30:00+00:00").edtf == "2025-10-25"


def test_a_bare_hour_from_seven_to_twelve_may_be_either_half() -> None:
    when = read("on Monday at 8", "2026-02-11T10:30:00+00:00")
    assert (when.earliest.hour, when.latest.hour, when.approximate) == (8, 20, True)


def test_a_bare_hour_today_cannot_lie_ahead() -> None:
    when = read("today at about 9", "2026-02-11T10:30:00+00:00")
    assert (when.earliest.hour, when.latest.hour) == (8, 9)


def test_a_day_without_a_year_is_the_latest_one_behind() -> None:
    assert read("on 20 February", "2026-02-11T10:30:00+00:00").edtf == "2025-02-20"


def test_the_dictionary_has_offsets() -> None:
    assert read("yesterday at about 4pm", "2026-02-11T10:30:00+00:00").to_dict() == {
        "as_told": "yesterday at about 4pm",
        "edtf": "2026-02-10",
        "earliest": "2026-02-10T15:30:00+00:00",
        "latest": "2026-02-10T16:30:59+00:00",
        "approximate": True,
    }
