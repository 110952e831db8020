"""A day told within something told before: a weekday of that week, a number of that month, the Thursday before Easter."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from bot.understanding.dates.calendar import day_or_none, weekday_after, weekday_before
from bot.understanding.dates.mentions import Mention
from bot.understanding.dates.values import Days, Piece, one_day
from bot.understanding.dates.window import Window

Told = tuple[Mention, Window]
REFINES = 10
"""So many days beside a stretch told loosely ("over Christmas") a day told after it may still be one of it."""


def in_what_was_told(told: Mention, kept: list[Told], anchor: Window | None) -> Mention:
    """A weekday told after "last week" is a day of that week, "the 14th" after "in September" a day of that month."""
    value = told.day.value
    if not isinstance(value, Days) or not value.single:
        return told
    windows = [window for _, window in reversed(kept)] or ([anchor] if anchor else [])
    if value.unit == "weekday" and not value.sure_past:
        own = _of_week(value, next((w.days for w in windows if w.days.unit in ("week", "weekend")), None))
        own = own or _beside(value, kept[-1] if kept else None)
    elif value.unit == "dom":
        own = _of_month(value, next((w.days for w in windows if w.days.unit in ("month", "span", "around")), None))
    else:
        return told
    if own is None:
        return told
    until = in_what_was_told(told.until, kept, anchor) if told.until else None
    day = Piece(one_day(own, unit=value.unit, part=value.part), told.day.first, told.day.after)
    return replace(told, day=day, until=until)


def _of_week(day: Days, week: Days | None) -> date | None:
    if week is None:
        return None
    return week.first + timedelta(days=(day.first.weekday() - week.first.weekday()) % 7)


def _beside(day: Days, told: Told | None) -> date | None:
    """As in "before Easter, on the Thursday": the nearest such weekday to the day it was before or after."""
    if told is None or told[0].edge is None:
        return None
    first, last, weekday = told[1].days.first, told[1].days.last, day.first.weekday()
    return weekday_before(last + timedelta(days=1), weekday) if "before" in told[0].edge else weekday_after(first - timedelta(days=1), weekday)


def _of_month(day: Days, told: Days | None) -> date | None:
    """The day with that number in the stretch told, or a little beside it where it was told loosely."""
    if told is None:
        return None
    reach = timedelta(days=REFINES if told.unit == "around" else 0)
    months = {(d.year, d.month) for d in (told.first - reach, told.first, told.last, told.last + reach)}
    found = [own for year, month in sorted(months) if (own := day_or_none(year, month, day.first.day))]
    return next((own for own in found if told.first - reach <= own <= told.last + reach), None)
