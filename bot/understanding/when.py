"""When did it happen: a British grammar of days and times that looks back, never ahead.

    read_when("last Tues about 3", now)           the first day told of what happened, or None
    read_days("on Monday, then on Friday", now)   every separate day told
    amend_when(current, "no, Wednesday", now)     a correction: only what is affirmed changes

The grammar stands in `dates/`, its words in `lexicon/dates.yml` and `lexicon/roles.yml`.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from bot.understanding.dates.mentions import Mention, read_mentions
from bot.understanding.dates.resolve import Window, resolve
from bot.understanding.dates.roles import EVENT, SINCE
from bot.understanding.dates.tokens import Line
from bot.understanding.dates.values import (
    Days,
    Now,
    Piece,
    Shift,
    days_between,
    one_day,
)
from bot.understanding.moment import When
from bot.understanding.text_parts import opening
from bot.understanding.when_amend import amend_when

__all__ = ["When", "amend_when", "read_days", "read_when"]
_LONG = 90


def read_when(text: str, now: datetime) -> When | None:
    """The first day told of what happened, with its time of day; None where no day is told, or only one that lies
    ahead.
    """
    found = told_days(text, now)
    if found:
        return found[0][0]
    line, here = Line(opening(text)), Now(now)
    for told in read_mentions(line, here):
        window = resolve(told, here) if told.role == SINCE else None
        if window:
            days = days_between(window.days.first, here.today)
            return (
                When(
                    _as_told(line, told),
                    f"{window.edtf.split('/')[0].rstrip('~')}/..",
                    window.earliest,
                    here.moment,
                    True,
                )
                if days
                else None
            )
    return None


def read_days(text: str, now: datetime) -> list[When]:
    """Every separate day told of what happened, in the order of the telling."""
    return [when for when, _ in told_days(text, now)]


def told_days(text: str, now: datetime) -> list[tuple[When, tuple[int, int]]]:
    """Every separate day told, with the place of its words in the text."""
    line, here = Line(opening(text)), Now(now)
    kept: list[tuple[Mention, Window]] = []
    anchor: Window | None = None
    for told in read_mentions(line, here):
        if isinstance(told.day.value, Shift) and anchor and anchor.days.unit != "year":
            told = _after_the_last(told, told.day.value, anchor)
        if told.role != EVENT:
            anchor = resolve(told, here) or anchor
            continue
        told = _in_the_week_told(told, kept)
        window = resolve(told, here)
        if window is None:
            continue
        anchor = window
        if kept and _takes_back(line, kept[-1][0], told):
            kept.pop()
        same = next((n for n, (_, other) in enumerate(kept) if _overlap(other, window)), None)
        if same is None:
            kept.append((told, window))
        elif _narrower(window, kept[same][1]):
            kept[same] = (told, window)
    return [
        (
            When(_as_told(line, told), window.edtf, window.earliest, window.latest, window.approximate),
            _place(line, told),
        )
        for told, window in kept
    ]


def _takes_back(line: Line, before: Mention, told: Mention) -> bool:
    """As in "Sunday, no sorry Saturday" and "Sunday. Sorry, Saturday": the second day replaces the first."""
    gap = [line.norm(i) for i in range(max(after for _, after in before.spans), told.day.first)]
    if gap[:1] == ["."] and gap[1:2] and gap[1] in ("sorry", "wait", "actually", "no"):
        gap = gap[1:]
    return (
        0 < len(gap) <= 6
        and any(word in ("no", "sorry", "mean", "actually", "wait") for word in gap)
        and "." not in gap
    )


def _after_the_last(told: Mention, shift: Shift, window: Window) -> Mention:
    day = window.days.last + timedelta(days=shift.days)
    return replace(told, day=Piece(one_day(day, part=shift.part), told.day.first, told.day.after))


def _in_the_week_told(told: Mention, kept: list[tuple[Mention, Window]]) -> Mention:
    """A weekday told after "last week" is a day of that week."""
    value = told.day.value
    if not isinstance(value, Days) or value.unit != "weekday" or value.sure_past or not kept:
        return told
    week = next((window.days for _, window in reversed(kept) if window.days.unit in ("week", "weekend")), None)
    if week is None:
        return told
    day = week.first + timedelta(days=(value.first.weekday() - week.first.weekday()) % 7)
    return replace(told, day=Piece(one_day(day, unit="weekday"), told.day.first, told.day.after))


def _overlap(a: Window, b: Window) -> bool:
    return a.days.first <= b.days.last and b.days.first <= a.days.last


def _narrower(a: Window, b: Window) -> bool:
    return (a.latest - a.earliest) < (b.latest - b.earliest)


def _place(line: Line, told: Mention) -> tuple[int, int]:
    spans = told.spans + (told.until.spans if told.until else [])
    first, after = min(a for a, _ in spans), max(b for _, b in spans)
    start, end = line.at(first).start, line.at(after - 1).end
    if end - start > _LONG and told.until is None:
        start, end = line.at(told.day.first).start, line.at(told.day.after - 1).end
    return start, end


def _as_told(line: Line, told: Mention) -> str:
    start, end = _place(line, told)
    return line.text[start:end]
