"""Times that are less sure than they sound, and the hour that a night in spring leaves out."""
from __future__ import annotations

from datetime import datetime

import pytest

from bot.understanding.when import lies_ahead, read_when

TUESDAY = datetime.fromisoformat("2026-02-10T10:00:00+00:00")
CLOCKS = datetime.fromisoformat("2027-03-28T10:00:00+01:00")


@pytest.mark.parametrize("text, approximate", [("On Tuesday he followed me", True), ("it was tuesday", True), ("this Tuesday", False),
                                               ("today", False),
                                               ("On Tuesday morning", False), ("on Tuesday at 9am", False), ("on Monday", False)])
def test_a_weekday_typed_on_that_day_may_be_the_one_before(text: str, approximate: bool) -> None:
    told = read_when(text, TUESDAY)
    assert told is not None and told.approximate is approximate


def test_an_hour_that_never_came_has_its_start_before_its_end() -> None:
    told = read_when("1:30am this morning", CLOCKS)
    assert told is not None and told.earliest is not None and told.latest is not None and told.earliest <= told.latest


@pytest.mark.parametrize("text, edtf", [("this time last year", "2025-01-27/2025-02-24"), ("same time last year", "2025-01-27/2025-02-24"),
                                        ("this time last month", "2026-01-06/2026-01-14"),
                                        ("this time the year before last", "2024-01-27/2024-02-24"),
                                        ("last year", "2025")])
def test_this_time_last_year_is_not_all_of_it(text: str, edtf: str) -> None:
    told = read_when(text, TUESDAY)
    assert told is not None and told.edtf == edtf


@pytest.mark.parametrize("text, approximate", [("on Monday about teatime", True), ("on Monday around lunchtime", True),
                                               ("on Monday at teatime", False)])
def test_about_a_part_of_the_day_is_not_exact(text: str, approximate: bool) -> None:
    told = read_when(text, TUESDAY)
    assert told is not None and told.approximate is approximate


@pytest.mark.parametrize("text, ahead", [("31/11/26", False), ("31 June", False), ("30 February", False), ("5/13/2025", False),
                                         ("5 November 2030", True),
                                         ("2030", True), ("tomorrow", True)])
def test_a_day_that_no_calendar_has_does_not_lie_ahead(text: str, ahead: bool) -> None:
    assert read_when(text, TUESDAY) is None and lies_ahead(text, TUESDAY) is ahead
