"""A longer stretch, cut at a day told in it: "in September, my number changed on the 21st and it was before that"."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from bot.understanding.dates.calendar import day_or_none
from bot.understanding.dates.mentions import read_bounds, read_mentions
from bot.understanding.dates.resolve import resolve
from bot.understanding.dates.tokens import Line
from bot.understanding.dates.values import Bound, Days, Now, Piece, days_between, one_day
from bot.understanding.dates.within import Told


def cut_at_bound(line: Line, kept: list[Told], now: Now) -> list[Told]:
    """What was told, without what lies beyond the day named by "before that" or "after that"."""
    bounds = read_bounds(line, now)
    if not bounds or not kept:
        return kept
    bound = bounds[-1].value
    wide, days = _wide_and_day(line, now)
    if wide is None or days is None or not isinstance(bound, Bound):
        return kept
    first, last = (
        (wide.first, days.first - timedelta(days=1)) if bound.sign < 0 else (days.last + timedelta(days=1), wide.last)
    )
    if last < first:
        return kept
    told = replace(
        kept[0][0],
        day=Piece(days_between(first, last, unit="span"), *kept[0][0].spans[0]),
        clock=None,
        parts=[],
        until=None,
    )
    window = resolve(told, now)
    return [(told, window)] if window else kept


def _wide_and_day(line: Line, now: Now) -> tuple[Days | None, Days | None]:
    """A longer stretch told, and a day in it told after it."""
    wide: Days | None = None
    for told in read_mentions(line, now):
        value = told.day.value
        if not isinstance(value, Days):
            continue
        if wide is None:
            wide = None if value.single else value
            continue
        own = value.first
        if value.unit == "dom":
            own = day_or_none(wide.first.year, wide.first.month, value.first.day) or own
        if value.single and wide.first <= own <= wide.last:
            return wide, one_day(own)
    return None, None
