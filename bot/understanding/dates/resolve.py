"""From a mention to the stretch of time it tells, on London's clock and never after the moment of typing."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from bot.understanding.dates.hours import ABOUT, DAY, EITHER, readings, whole_part
from bot.understanding.dates.instants import instant_window, timed_instant
from bot.understanding.dates.mentions import Mention
from bot.understanding.dates.values import Days, Instant, Now, Piece, days_between, one_day
from bot.understanding.dates.window import Window, moment_of

_NEXT_TO = {"before": 14, "after": 14, "just_before": 8, "just_after": 8}
"""How many days before or after a day "before Christmas" and "just after New Year" reach."""


_NIGHT = 20
"""The hour from which "Tuesday night", typed on a Tuesday, is taken for tonight."""


def resolve(told: Mention, now: Now) -> Window | None:
    """The window of a mention; None if it lies ahead or there is no such day."""
    if told.until:
        return _range(told, told.until, now)
    value = told.day.value
    if isinstance(value, Instant):
        timed = timed_instant(value, told.clock, told.parts, now) if told.clock else None
        return timed or instant_window(value, now)
    if not isinstance(value, Days):
        return None
    bare = not told.clock and not told.parts
    if value.back and bare:
        # "On Tuesday", typed on a Tuesday, may be the one of a week ago.
        value = replace(value, fuzzy=True)
    if told.edge and (value.unit == "around" or bare and (value.single or value.unit == "day")):
        return _next_to(value, told.edge, now)
    if not value.single or value.unit in ("month", "season", "year", "span"):
        return _several_days(value, told, now)
    found = _one_day(value, told, now)
    if value.back and (found is None or _night_to_come(told, now)):
        earlier = value.first - timedelta(days=value.back)
        return _one_day(one_day(earlier, part=value.part, unit=value.unit), told, now)
    return found


def _night_to_come(told: Mention, now: Now) -> bool:
    """Whether a night told with today's name has hardly begun, so that the one a week ago is meant."""
    return told.clock is None and "night" in told.parts and now.hour < _NIGHT


def _one_day(value: Days, told: Mention, now: Now) -> Window | None:
    minutes = _minutes(told, value, now)
    if minutes is None:
        return None
    first, last, loose = minutes
    earliest, latest = moment_of(value.first, first), moment_of(value.first, last, last=True)
    if earliest > now.moment:
        return None
    fuzzy = value.fuzzy or (told.about and told.clock is None and not told.parts)
    # "Last night at two" was on the calendar's next day.
    day = one_day(value.first + timedelta(days=1)).edtf if first >= DAY else value.edtf
    edtf = day + ("~" if fuzzy else "")
    return Window(edtf, earliest, min(latest, now.moment), told.about or value.fuzzy or loose, value)


def _several_days(value: Days, told: Mention, now: Now) -> Window | None:
    if value.first > now.today:
        return None
    last = min(value.last, now.today)
    first_minute, last_minute = _daily(told) if value.unit not in ("month", "season", "year") else (0, DAY - 1)
    while last > value.first and moment_of(last, first_minute) > now.moment:
        last -= timedelta(days=1)
    earliest, latest = moment_of(value.first, first_minute), moment_of(last, last_minute, last=True)
    if earliest > now.moment:
        return None
    edtf = value.edtf
    if value.last > last and value.unit in ("week", "weekend", "span", "around"):
        edtf = days_between(value.first, last).edtf
    loose = value.fuzzy or told.about
    mark = "~" if loose and "/" not in edtf else ""
    return Window(edtf + mark, earliest, min(latest, now.moment), loose, value)


def _daily(told: Mention) -> tuple[int, int]:
    """The time of day that comes back on each of several days; a whole day where none is told."""
    if told.clock:
        found = readings(told.clock, told.parts)
        return (
            (found[0][0], found[0][1])
            if len(found) == 1 or told.clock.start % 720 < EITHER
            else (found[0][0], found[-1][1])
        )
    return whole_part(told.parts) or (0, DAY - 1)


def _next_to(value: Days, edge: str, now: Now) -> Window | None:
    """The days before or after a day, as in "before Christmas"."""
    reach, day = timedelta(days=_NEXT_TO[edge]), timedelta(days=1)
    first, last = (
        (value.first - reach, value.first - day) if "before" in edge else (value.last + day, value.last + reach)
    )
    if value.unit == "around" and "before" in edge:
        last = value.first
    days = days_between(first, min(last, now.today), fuzzy=True, unit="around")
    return _several_days(days, Mention(Piece(days, 0, 1), ""), now) if first <= now.today else None


def _range(a: Mention, b: Mention, now: Now) -> Window | None:
    daily = a if a.clock or a.parts else b
    if not (a.clock or a.parts) or not (b.clock or b.parts):
        a, b = _shared_time(a, daily), _shared_time(b, daily)
    start, end = resolve(replace(a, until=None), now), resolve(b, now)
    if start is None or end is None:
        return start if isinstance(b.day.value, Days) and b.day.value.unit == "weekday" else None
    if start.earliest > end.latest:
        back = moment_of(start.earliest.date() - timedelta(days=7), start.earliest.hour * 60 + start.earliest.minute)
        if back > end.latest or not isinstance(a.day.value, Days) or a.day.value.unit != "weekday":
            return _turned_round(start, end)
        start = Window("", back, back, start.approximate, start.days)
    first, last = start.earliest.date(), min(max(end.days.last, start.earliest.date()), now.today)
    months = start.days.unit == end.days.unit == "month"
    edtf = f"{start.days.edtf}/{end.days.edtf}" if months else days_between(first, last).edtf
    loose = start.approximate or end.approximate
    return Window(edtf, start.earliest, max(end.latest, start.earliest), loose, days_between(first, last))


def _turned_round(start: Window, end: Window) -> Window:
    """Two days told the wrong way round ("the 5th or the 3rd") are the ends of one stretch all the same."""
    first, last = end.earliest.date(), start.days.last
    return Window(days_between(first, last).edtf, end.earliest, start.latest, True, days_between(first, last))


def _shared_time(told: Mention, daily: Mention) -> Mention:
    """One end of a stretch of days with the time of day that was told with the other."""
    if not isinstance(told.day.value, Days) or not told.day.value.single or told.clock or told.parts:
        return told
    return replace(told, clock=daily.clock, parts=daily.parts, about=told.about or daily.about)


def _minutes(told: Mention, value: Days, now: Now) -> tuple[int, int, bool] | None:
    """First and last minute after the day's midnight, and whether they cover more than one reading."""
    if told.clock is None:
        return (*(whole_part(told.parts) or (0, DAY - 1)), False)
    found = readings(told.clock, told.parts)
    if told.clock.half == "midnight" and told.clock.start > DAY and value.unit != "weekday":
        found = found[::-1]
    behind = [stretch for stretch in found if moment_of(value.first, stretch[0]) <= now.moment]
    if not behind and value.part != "night":
        behind = [(a - DAY, b - DAY) for a, b in found if a >= DAY and moment_of(value.first, a - DAY) <= now.moment]
    if not behind:
        return None
    if told.clock.start % 720 < EITHER:
        behind = behind[:1]
    first, last = behind[0][0], behind[-1][1]
    slack = ABOUT if told.about else 0
    return first - slack, last + slack, len(behind) > 1 or told.clock.edge is not None
