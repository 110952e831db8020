"""Sums on the calendar: months, weeks, weekdays, Easter."""

from __future__ import annotations

from datetime import date, timedelta

from bot.understanding.dates.values import Days, days_between


def day_or_none(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def month_days(year: int, month: int, **more: object) -> Days:
    following = date(year + month // 12, month % 12 + 1, 1)
    return Days(date(year, month, 1), following - timedelta(days=1), f"{year:04d}-{month:02d}", unit="month", **more)  # type: ignore[arg-type]


def year_days(year: int, **more: object) -> Days:
    return Days(date(year, 1, 1), date(year, 12, 31), f"{year:04d}", unit="year", **more)  # type: ignore[arg-type]


def months_back(day: date, months: int) -> tuple[int, int]:
    """The (year, month) so many months before a day."""
    count = day.year * 12 + day.month - 1 - months
    return count // 12, count % 12 + 1


def same_day_of(year: int, month: int, day: int) -> date:
    """That day of a month, or the month's last where it has no such day."""
    return day_or_none(year, month, day) or month_days(year, month).last


def week_of(day: date, **more: object) -> Days:
    """Monday to Sunday of a day's week."""
    monday = day - timedelta(days=day.weekday())
    return days_between(monday, monday + timedelta(days=6), unit="week", **more)


def last_weekend(today: date) -> date:
    """The Saturday of the weekend that is on, or of the one before."""
    return today - timedelta(days=(today.weekday() - 5) % 7)


def weekday_before(day: date, weekday: int) -> date:
    """The latest such weekday before a day."""
    return day - timedelta(days=(day.weekday() - weekday - 1) % 7 + 1)


def weekday_after(day: date, weekday: int) -> date:
    """The first such weekday after a day."""
    return day + timedelta(days=(weekday - day.weekday() - 1) % 7 + 1)


def easter(year: int) -> date:
    """Easter Sunday (the Gregorian computus of Meeus, Jones and Butcher)."""
    a, b, c = year % 19, year // 100, year % 100
    d, e, g = b // 4, b % 4, (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = c // 4, c % 4
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return date(year, month, day + 1)


def nth_weekday(year: int, month: int, weekday: int, nth: int) -> date:
    """The nth such weekday of a month; -1 is the last."""
    if nth < 0:
        end = month_days(year, month).last
        return end - timedelta(days=(end.weekday() - weekday) % 7)
    start = date(year, month, 1)
    return start + timedelta(days=(weekday - start.weekday()) % 7 + 7 * (nth - 1))
