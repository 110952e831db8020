"""The days of one telling: which of them happened, which hang on another, and which say again, more exactly, what was said."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from bot.understanding.dates.calendar import day_or_none, weekday_after, weekday_before
from bot.understanding.dates.mentions import Mention, read_bounds, read_mentions
from bot.understanding.dates.ranges import with_ranges
from bot.understanding.dates.resolve import Window, resolve
from bot.understanding.dates.roles import EVENT, HEARD, OTHER, clause_of
from bot.understanding.dates.shifts import shifted
from bot.understanding.dates.tokens import Line
from bot.understanding.dates.values import Bound, Days, Now, Piece, Shift, days_between, one_day
from bot.understanding.lexicons import lexicon

Told = tuple[Mention, Window]
_REFINES = 10
"""So many days beside a stretch told loosely ("over Christmas") a day told after it may still be one of it."""


def told_windows(line: Line, now: Now) -> list[Told]:
    """Every separate day or stretch told of what happened, in the order of the telling."""
    kept: list[Told] = []
    anchor: Window | None = None
    mentions = with_ranges(line, read_mentions(line, now))
    heard = EVENT if not any(told.role == EVENT for told in mentions) else OTHER
    for told in mentions:
        told.role = heard if told.role == HEARD else told.role
        hangs = isinstance(told.day.value, Shift)
        if hangs:
            told = _hung(told, anchor)
        told = _in_what_was_told(told, kept, anchor)
        window = resolve(told, now)
        if told.role != EVENT:
            anchor = window or anchor
            continue
        if window is None:
            continue
        if hangs and kept and _is_only_an_anchor(line, kept[-1][0], told):
            kept.pop()
        anchor = window
        _keep(kept, (told, window))
    return _cut(line, kept, now)


def _hung(told: Mention, anchor: Window | None) -> Mention:
    """A mention that hangs on another day, put on the calendar."""
    shift = told.day.value
    if not isinstance(shift, Shift):
        return told
    if anchor is None or anchor.days.unit == "year":
        value = shift.ago
        return replace(told, day=Piece(value, told.day.first, told.day.after), edge=None) if value else told
    days = replace(anchor.days, part=shift.part or anchor.days.part) if shift.same else anchor.days
    return replace(
        told,
        day=Piece(shifted(shift, days), told.day.first, told.day.after),
        edge=None,
        parts=told.parts or _parts(shift, days),
    )


def _parts(shift: Shift, days: Days) -> list[str]:
    part = days.part if shift.same else shift.part
    return [part] if part else []


def _is_only_an_anchor(line: Line, before: Mention, told: Mention) -> bool:
    """Whether the day before only served to tell this one: "it was the day after that", "I was away Friday, he came the
    next day".
    """
    first, after = clause_of(line, told.day)
    words = [line.norm(i) for i in range(first, after)]
    if line.norm(told.day.after - 1) == "that" or words[:2] in (["it", "was"], ["this", "was"], ["it", "happened"]):
        return True
    actors, own = set(lexicon("roles")["actors"]), {"i", "we", "my", "i'd", "we'd", "i'm"}
    start, end = clause_of(line, before.day)
    said = {line.norm(i) for i in range(start, end)}
    return bool(actors & set(words)) and bool(said & own) and not said & actors


def _in_what_was_told(told: Mention, kept: list[Told], anchor: Window | None) -> Mention:
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
    until = _in_what_was_told(told.until, kept, anchor) if told.until else None
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
    reach = timedelta(days=_REFINES if told.unit == "around" else 0)
    months = {(d.year, d.month) for d in (told.first - reach, told.first, told.last, told.last + reach)}
    found = [own for year, month in sorted(months) if (own := day_or_none(year, month, day.first.day))]
    return next((own for own in found if told.first - reach <= own <= told.last + reach), None)


def _keep(kept: list[Told], new: Told) -> None:
    """Keep a day told, in place of a longer stretch that it makes more exact."""
    for n, (told, window) in enumerate(kept):
        if _overlap(window.days, new[1].days, _REFINES if window.days.unit == "around" else 0):
            if _narrower(new[1], window) or window.days.unit == "around":
                kept[n] = new
            return
        if told.edge == "before" and new[1].latest < window.earliest:
            kept[n] = new
            return
    kept.append(new)


def _cut(line: Line, kept: list[Told], now: Now) -> list[Told]:
    """As in "in September, my number changed on the 21st and it was before that": the month, cut at the day."""
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


def _overlap(a: Days, b: Days, reach: int) -> bool:
    more = timedelta(days=reach)
    return a.first - more <= b.last and b.first <= a.last + more


def _narrower(a: Window, b: Window) -> bool:
    return (a.latest - a.earliest) < (b.latest - b.earliest)
