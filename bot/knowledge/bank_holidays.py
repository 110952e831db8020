"""The usual bank holidays of England and Wales (Banking and Financial Dealings Act 1971, Schedule 1, and common law).

A day proclaimed for one year, such as a coronation, is not among them.
"""
from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache

from bot.understanding.dates.calendar import easter, nth_weekday

_MONDAY, _SATURDAY, _SUNDAY = 0, 5, 6


def is_bank_holiday(day: date) -> bool:
    """Whether a day is a usual bank holiday, substitute days included."""
    return day in bank_holidays(day.year)


@lru_cache(maxsize=16)
def bank_holidays(year: int) -> frozenset[date]:
    """All usual bank holidays of a year."""
    sunday = easter(year)
    mondays = {nth_weekday(year, 5, _MONDAY, 1), nth_weekday(year, 5, _MONDAY, -1), nth_weekday(year, 8, _MONDAY, -1)}
    return frozenset({_new_year(year), sunday - timedelta(days=2), sunday + timedelta(days=1)} | mondays | _christmas(year))


def _new_year(year: int) -> date:
    day = date(year, 1, 1)
    return day + timedelta(days={_SATURDAY: 2, _SUNDAY: 1}.get(day.weekday(), 0))


def _christmas(year: int) -> set[date]:
    """Both days, and the weekdays after them that stand in for a Saturday or a Sunday."""
    christmas, boxing = date(year, 12, 25), date(year, 12, 26)
    days = {christmas, boxing}
    if christmas.weekday() in (_SATURDAY, _SUNDAY):
        days.add(date(year, 12, 27))
    if boxing.weekday() in (_SATURDAY, _SUNDAY):
        days.add(date(year, 12, 28))
    return days
