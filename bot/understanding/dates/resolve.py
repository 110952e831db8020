"""From a mention to the stretch of time it tells, on London's clock and never after the moment of typing."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta, timezone

from bot.understanding.dates.mentions import Mention
from bot.understanding.dates.parts import bounds
from bot.understanding.dates.values import (
    LONDON,
    Clock,
    Days,
    Instant,
    Now,
    days_between,
)
from bot.understanding.lexicons import lexicon

DAY = 24 * 60
ABOUT = 30
"""Minutes either side of "about four"."""
EITHER = 7 * 60
"""From this minute of the clock face on, a time with no half of the day told is taken for both."""


@dataclass(frozen=True)
class Window:
    """What a mention comes to: days as EDTF, and a first and last moment."""

    edtf: str
    earliest: datetime
    latest: datetime
    approximate: bool
    days: Days


def resolve(told: Mention, now: Now) -> Window | None:
    """The window of a mention; None if it lies ahead or there is no such day."""
    if told.until:
        return _range(told, told.until, now)
    value = told.day.value
    if isinstance(value, Instant):
        days = days_between(value.earliest.date(), value.latest.date())
        return Window(
            days.edtf if not days.single else days.first.isoformat(), value.earliest, value.latest, True, days
        )
    if not isinstance(value, Days):
        return None
    if not value.single or value.unit in ("month", "season", "year", "span"):
        return _several_days(value, told, now)
    minutes = _minutes(told, value, now)
    if minutes is None:
        return None
    first, last, loose = minutes
    earliest, latest = moment_of(value.first, first), moment_of(value.first, last, last=True)
    if earliest > now.moment:
        return None
    fuzzy = value.fuzzy or (told.about and told.clock is None and not told.parts)
    return Window(
        value.edtf + ("~" if fuzzy else ""),
        earliest,
        min(latest, now.moment),
        told.about or value.fuzzy or loose,
        value,
    )


def _several_days(value: Days, told: Mention, now: Now) -> Window | None:
    if value.first > now.today:
        return None
    last = min(value.last, now.today)
    earliest, latest = moment_of(value.first, 0), moment_of(last, DAY - 1, last=True)
    edtf = value.edtf
    if value.last > now.today and value.unit in ("week", "weekend"):
        edtf = days_between(value.first, last).edtf
    loose = value.fuzzy or told.about
    mark = "~" if loose and "/" not in edtf else ""
    return Window(edtf + mark, earliest, min(latest, now.moment), loose, value)


def _range(a: Mention, b: Mention, now: Now) -> Window | None:
    start, end = resolve(replace(a, until=None), now), resolve(b, now)
    if end is None or start is None:
        return None
    if start.earliest > end.latest:
        back = moment_of(start.earliest.date() - timedelta(days=7), start.earliest.hour * 60 + start.earliest.minute)
        if back > end.latest or not isinstance(a.day.value, Days) or a.day.value.unit != "weekday":
            return start
        start = Window("", back, back, start.approximate, start.days)
    first, last = start.earliest.date(), min(end.days.last, now.today)
    months = start.days.unit == end.days.unit == "month"
    edtf = f"{start.days.edtf}/{end.days.edtf}" if months else days_between(first, last).edtf
    return Window(edtf, start.earliest, end.latest, start.approximate or end.approximate, days_between(first, last))


def moment_of(day: date, minutes: int, last: bool = False) -> datetime:
    """A day and minutes after its midnight, on London's clock; `last` gives the last second of that minute.

    An hour that comes twice (clocks back) is read as its first time for a start and its second for an end; one that
    never
    comes (clocks forward) is moved on.
    """
    local = datetime.combine(day, time()) + timedelta(minutes=minutes, seconds=59 if last else 0)
    aware = local.replace(tzinfo=LONDON, fold=1 if last else 0)
    return aware.astimezone(timezone.utc).astimezone(LONDON)


def _minutes(told: Mention, value: Days, now: Now) -> tuple[int, int, bool] | None:
    """First and last minute after the day's midnight, and whether they cover more than one reading."""
    part = _part(told.parts)
    at_night = "night" in told.parts or part in ("night", "late_night", "overnight")
    if told.clock is None:
        if part is None:
            return 0, DAY - 1, False
        first, last, _ = bounds(part)
        if part == "early_hours" and at_night:
            return first + DAY, last + DAY, False
        return first, last - (1 if last == DAY else 0), False
    readings = _readings(told.clock, part, at_night)
    behind = [r for r in readings if moment_of(value.first, r[0]) <= now.moment]
    if not behind:
        return None
    if told.clock.start % 720 < EITHER:
        behind = behind[:1]
    first, last = behind[0][0], behind[-1][1]
    slack = ABOUT if told.about else 0
    if told.clock.edge == "after":
        last += 30
    if told.clock.edge == "before":
        first -= 30
    return first - slack, last + slack, len(behind) > 1 or told.clock.edge is not None


def _part(parts: list[str]) -> str | None:
    """The closest of the parts told ("last night, in the early hours")."""
    if not parts:
        return None
    late = [f"late_{p}" for p in parts if "late_night" in parts and f"late_{p}" in lexicon("dates")["parts_of_day"]]
    if late:
        return late[0]
    return min(parts, key=lambda name: bounds(name)[1] - bounds(name)[0])


def _readings(clock: Clock, part: str | None, at_night: bool) -> list[tuple[int, int]]:
    starts = _starts(clock.start, clock.half, part, at_night)
    if clock.end is None:
        return [(start, start) for start in starts]
    found = []
    for start in starts:
        ends = _starts(clock.end, clock.end_half, part, at_night)
        after = [end for end in (*ends, *(end + 720 for end in ends), *(end + DAY for end in ends)) if end > start]
        found.append((start, min(after)))
    return found


def _starts(minute: int, half: str | None, part: str | None, at_night: bool) -> list[int]:
    """What a time of day can mean, in minutes after the midnight of its day.

    With no word for the half of the day, twelve to just before seven is taken for the afternoon if that is not ahead;
    seven to just before twelve may be either, and both are kept.
    """
    if half == "midnight":
        return [minute if at_night or part is None or bounds(part)[2] == "pm" else 0]
    if half in ("am", "24", "pm"):
        return [minute + DAY if at_night and minute < 12 * 60 and half != "pm" else minute]
    twelve = minute % 720
    side = bounds(part)[2] if part else None
    if side == "am":
        return [twelve]
    if side == "pm":
        return [twelve + 720]
    if side == "noon":
        return [twelve + 720 if twelve < 5 * 60 else twelve]
    if side == "any":
        return [twelve if twelve >= 7 * 60 else twelve + 720]
    if side == "night":
        return [twelve + 720 if twelve >= 5 * 60 else twelve + DAY]
    return [twelve + 720, twelve] if twelve < EITHER else [twelve, twelve + 720]
