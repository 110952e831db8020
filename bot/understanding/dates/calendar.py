"""Sums on the calendar: months, weeks, Easter, and the days England and Wales know by a name."""

from __future__ import annotations

from collections.abc import Callable
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


def _fixed(month: int, day: int, until: tuple[int, int] | None = None) -> Callable[[int], tuple[date, date]]:
    def span(year: int) -> tuple[date, date]:
        first = date(year, month, day)
        if until is None:
            return first, first
        last = date(year, *until)
        return first, last if last >= first else date(year + 1, *until)

    return span


def _from_easter(first: int, last: int | None = None) -> Callable[[int], tuple[date, date]]:
    def span(year: int) -> tuple[date, date]:
        sunday = easter(year)
        return sunday + timedelta(days=first), sunday + timedelta(days=first if last is None else last)

    return span


def _nth(month: int, weekday: int, nth: int, more_days: int = 0) -> Callable[[int], tuple[date, date]]:
    def span(year: int) -> tuple[date, date]:
        day = nth_weekday(year, month, weekday, nth) + timedelta(days=more_days)
        return day, day

    return span


# A name, and the first and last day it stands for in a year. Names that cover several days are the loose ones
# ("at Christmas").
NAMED_DAYS: dict[str, Callable[[int], tuple[date, date]]] = {
    "christmas": _fixed(12, 24, (12, 26)),
    "christmas day": _fixed(12, 25),
    "christmas eve": _fixed(12, 24),
    "boxing day": _fixed(12, 26),
    "new year": _fixed(12, 31, (1, 1)),
    "new year's": _fixed(12, 31, (1, 1)),
    "new years": _fixed(12, 31, (1, 1)),
    "new year's eve": _fixed(12, 31),
    "new years eve": _fixed(12, 31),
    "new year eve": _fixed(12, 31),
    "nye": _fixed(12, 31),
    "new year's day": _fixed(1, 1),
    "new years day": _fixed(1, 1),
    "new year day": _fixed(1, 1),
    "hogmanay": _fixed(12, 31),
    "valentines": _fixed(2, 14),
    "valentines day": _fixed(2, 14),
    "saint patricks day": _fixed(3, 17),
    "st patrick's day": _fixed(3, 17),
    "st patricks day": _fixed(3, 17),
    "paddy's day": _fixed(3, 17),
    "paddys day": _fixed(3, 17),
    "st david's day": _fixed(3, 1),
    "st davids day": _fixed(3, 1),
    "april fools": _fixed(4, 1),
    "april fool's day": _fixed(4, 1),
    "april fools day": _fixed(4, 1),
    "halloween": _fixed(10, 31),
    "halloween night": _fixed(10, 31),
    "bonfire night": _fixed(11, 5),
    "guy fawkes": _fixed(11, 5),
    "guy fawkes night": _fixed(11, 5),
    "fireworks night": _fixed(11, 5),
    "firework night": _fixed(11, 5),
    "remembrance day": _fixed(11, 11),
    "remembrance sunday": _nth(11, 6, 2),
    "black friday": _nth(11, 3, 4, 1),
    "pancake day": _from_easter(-47),
    "shrove tuesday": _from_easter(-47),
    "ash wednesday": _from_easter(-46),
    "mother's day": _from_easter(-21),
    "mothers day": _from_easter(-21),
    "mothering sunday": _from_easter(-21),
    "palm sunday": _from_easter(-7),
    "good friday": _from_easter(-2),
    "easter": _from_easter(-2, 1),
    "easter weekend": _from_easter(-2, 1),
    "easter sunday": _from_easter(0),
    "easter monday": _from_easter(1),
    "easter day": _from_easter(0),
    "father's day": _nth(6, 6, 3),
    "fathers day": _nth(6, 6, 3),
    "may day": _nth(5, 0, 1),
    "may bank holiday": _nth(5, 0, 1),
    "may day bank holiday": _nth(5, 0, 1),
    "early may bank holiday": _nth(5, 0, 1),
    "spring bank holiday": _nth(5, 0, -1),
    "august bank holiday": _nth(8, 0, -1),
    "summer bank holiday": _nth(8, 0, -1),
    "night the clocks went back": _nth(10, 6, -1, -1),
    "night the clocks went forward": _nth(3, 6, -1, -1),
    "clocks went back": _nth(10, 6, -1),
    "clocks went forward": _nth(3, 6, -1),
    "clocks go back": _nth(10, 6, -1),
    "clocks go forward": _nth(3, 6, -1),
}
BANK_HOLIDAYS = (
    "new year's day",
    "good friday",
    "easter monday",
    "early may bank holiday",
    "spring bank holiday",
    "august bank holiday",
    "christmas day",
    "boxing day",
)
