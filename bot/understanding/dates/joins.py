"""Pieces side by side that tell one thing: "Monday 2 Feb", "last week on Tuesday", "ten to nine in the morning"."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from bot.understanding.dates.calendar import month_days
from bot.understanding.dates.day_of_month import comes_soon, latest_such
from bot.understanding.dates.festivals import is_aside
from bot.understanding.dates.midweek import midweek_of
from bot.understanding.dates.shifts import shifted
from bot.understanding.dates.tokens import Line
from bot.understanding.dates.values import Clock, Days, Part, Piece, Shift, Void, one_day
from bot.understanding.lexicons import lexicon

_FEAST = 5
"""A feast of so many days at most has no weekday twice."""
_RANK = {"day": 3, "dom": 3, "near": 2, "weekday": 1}


def joined(line: Line, a: Piece, b: Piece) -> Piece | None:
    """The one piece that two make, or None."""
    gap = [line.norm(i) for i in range(a.after, b.first)]
    if (
        isinstance(a.value, Clock)
        and isinstance(b.value, Part)
        or isinstance(a.value, Part)
        and isinstance(b.value, Clock)
    ):
        return _clock_and_part(line, a, b, gap)
    if isinstance(a.value, Shift) and isinstance(b.value, Days) and _of_a_thing(gap):
        return Piece(shifted(a.value, b.value), a.first, b.after)
    if any(word not in lexicon("dates")["between_names"] for word in gap) or is_aside(line, a) or is_aside(line, b):
        return None
    apart = isinstance(a.value, Shift) and a.value.whole and "," in gap
    if isinstance(a.value, Shift) and isinstance(b.value, Days) and not apart and all(word in ("the", "on", ",") for word in gap):
        return (
            Piece(shifted(a.value, b.value), a.first, b.after)
            if not (a.value.same or line.norm(a.after - 1) == "that")
            else None
        )
    if (
        not isinstance(a.value, (Days, Void))
        or not isinstance(b.value, (Days, Void))
        or "which" in gap
        and "was" not in gap
    ):
        return None
    if line.norm(a.first - 1) in lexicon("roles")["negations"] and a.value != b.value and "," in gap:
        return None
    if line.norm(a.first - 1) in ("before", "after") and isinstance(b.value, Days) and b.value.unit == "weekday" and a.value != b.value:
        return None
    if "." in gap and not _said_more_exactly(line, a, b):
        return None
    if gap == ["is"] and line.norm(b.first) in ("today", "tomorrow"):
        return Piece(Void(), a.first, b.after)
    value = _one_of(a.value, b.value) or _feast_on(a.value, b.value, gap)
    return Piece(value, a.first, b.after) if value else None


def _said_more_exactly(line: Line, a: Piece, b: Piece) -> bool:
    """Whether the next sentence says the same day again, or its week."""
    x, y = a.value, b.value
    return isinstance(x, Days) and isinstance(y, Days) and (_same_day(x, y) or _week_of_it(line, b, x))


def _week_of_it(line: Line, b: Piece, day: Days) -> bool:
    """As in "Wednesday. Last week.": a sentence that only says of which week the day is."""
    week = isinstance(b.value, Days) and b.value.unit == "week" and line.at(b.after).kind in ("end", "mark")
    return week and day.unit == "weekday" and not day.sure_past


def _of_a_thing(gap: list[str]) -> bool:
    """As in "the night before my exam on the 10th": the gap names the thing that was on that day."""
    roles = lexicon("roles")
    whose = gap[:1] != [] and gap[0] in ("my", "our", "the", "her", "his", "their") and 2 < len(gap) < 8
    return whose and gap[-1] in ("on", "was") and not set(gap) & {*set(roles["actors"]) - {"his", "her"}, "i", "we", "and", "."}


def _clock_and_part(line: Line, a: Piece, b: Piece, gap: list[str]) -> Piece | None:
    """A time and the part of the day told beside it; what is a night of its own stays one."""
    if len(gap) > 3 or any(word not in lexicon("dates")["between_times"] for word in gap):
        return None
    clock, part = (a.value, b.value) if isinstance(a.value, Clock) else (b.value, a.value)
    if not isinstance(clock, Clock) or not isinstance(part, Part) or clock.part is not None:
        return None
    return Piece(replace(clock, part=part.name), a.first, b.after)


def _of_week(week: Days, weekday: int) -> date:
    """The day of that name among the days told, or else in the week in which they end."""
    day = week.first + timedelta(days=(weekday - week.first.weekday()) % 7)
    monday = week.last - timedelta(days=week.last.weekday())
    return day if day <= week.last else monday + timedelta(days=weekday)


def _has_one(feast: Days, weekday: Days) -> bool:
    """As in "Easter, Saturday": the days of the feast are hardly more than a weekend, and such a day is one of them."""
    days = [feast.first + timedelta(days=n) for n in range((feast.last - feast.first).days + 1)]
    return len(days) <= _FEAST and weekday.first.weekday() in [day.weekday() for day in days]


def _same_day(a: Days, b: Days) -> bool:
    return a.single and b.single and a.unit != b.unit and a.first == b.first


def _feast_on(a: Days | Void, b: Days | Void, gap: list[str]) -> Days | None:
    """As in "our Easter was yesterday": she keeps the feast by another calendar, and the day told counts."""
    said = set(gap) & {"was", "is"} and isinstance(a, Days) and isinstance(b, Days)
    return b if said and isinstance(b, Days) and isinstance(a, Days) and a.unit in ("day", "around") and b.single else None


def _one_of(a: Days | Void, b: Days | Void) -> Days | Void | None:
    """Two ways of naming one day, side by side: "Monday 2 Feb", "last week on Tuesday", "yesterday, Tuesday"."""
    if isinstance(a, Void) or isinstance(b, Void):
        day = b if isinstance(a, Void) else a
        return Void() if isinstance(day, Days) and day.unit == "weekday" and not day.sure_past else None
    for wide, narrow in ((a, b), (b, a)):
        if wide.unit in ("week", "weekend", "week_ago") and narrow.unit == "weekday":
            return one_day(_of_week(wide, narrow.first.weekday()), part=narrow.part)
        if wide.unit == "week" and narrow.unit == "midweek":
            return midweek_of(wide.first)
        if wide.unit in ("around", "day") and not wide.single and narrow.unit == "weekday" and not narrow.sure_past and _has_one(wide, narrow):
            return one_day(_of_week(wide, narrow.first.weekday()), part=narrow.part, sure_past=True)
    if a.unit == "year" and a.fuzzy and b.unit == "month":
        return month_days(a.first.year, b.first.month)
    if not (a.single and b.single and a.unit in _RANK and b.unit in _RANK and a.unit != b.unit):
        return None
    best, other = (a, b) if _RANK[a.unit] >= _RANK[b.unit] else (b, a)
    if best.unit == "dom" and other.unit == "weekday" and best.first.weekday() != other.first.weekday():
        told = latest_such(best.first.day, other.first.weekday(), best.first)
        if told and comes_soon(told, told.weekday(), max(best.first, other.first)):
            return Void()
        best = one_day(told, unit="dom") if told else best
    elif best.first != other.first and {best.unit, other.unit} == {"dom", "near"}:
        best = other
    return replace(best, part=a.part or b.part, sure_past=True, back=0 if best.first == other.first else best.back)
