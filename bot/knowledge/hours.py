"""Is a service open, and when does it open next: sums on opening hours, in the time of England and Wales."""
from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, timezone
from typing import Iterator, Mapping, Sequence
from zoneinfo import ZoneInfo

from bot.knowledge.bank_holidays import is_bank_holiday

LONDON = ZoneInfo("Europe/London")
DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
# A weekly service opens within a week; one more day covers an opening that has begun today.
_DAYS_AHEAD = 8


@dataclass(frozen=True)
class Opening:
    """A week of opening times, Monday first, as (from, to) in local time; `always` for day and night."""
    week: tuple[tuple[tuple[time, time], ...], ...] = ((),) * 7
    always: bool = False


def read_opening(raw: str | Mapping[str, Sequence[str]]) -> Opening:
    """Hours from YAML: "always", or {mon: ["09:30-20:00"], ...}; a day left out is closed.

    An end that is not after its start is on the next day. ValueError for anything else.
    """
    if raw == "always":
        return Opening(always=True)
    if isinstance(raw, str) or not raw or set(raw) - set(DAYS):
        raise ValueError("opening hours are `always` or times by day: mon, tue, wed, thu, fri, sat, sun")
    return Opening(tuple(tuple(_span(text) for text in raw.get(day, ())) for day in DAYS))


def is_open(opening: Opening | None, now: datetime) -> bool | None:
    """Whether it is open at an aware `now`; None where nobody can say (no hours, or usual hours on a bank holiday)."""
    if opening is None:
        return None
    if opening.always:
        return True
    for day, start, end in _spans(opening, now):
        if start <= now < end:
            return None if is_bank_holiday(day) else True
    return False


def next_opening(opening: Opening | None, now: datetime) -> datetime | None:
    """The next opening after `now`, with the local offset.

    None where it is open, where the hours are not known, or where a bank holiday comes first and nobody can say.
    """
    if opening is None or is_open(opening, now) is not False:
        return None
    for day, start, _ in _spans(opening, now):
        if start > now:
            return None if is_bank_holiday(day) else start.astimezone(LONDON)
    return None


def _spans(opening: Opening, now: datetime) -> Iterator[tuple[date, datetime, datetime]]:
    """(the day it begins, from, to) from yesterday on, in UTC: times of one zone compare by the clock on the wall,
    which goes wrong on the nights the clocks change."""
    today = now.astimezone(LONDON).date()
    for ahead in range(-1, _DAYS_AHEAD):
        day = today + timedelta(days=ahead)
        for start, end in opening.week[day.weekday()]:
            last = day if end > start else day + timedelta(days=1)
            yield day, _instant(day, start), _instant(last, end)


def _instant(day: date, at: time) -> datetime:
    return datetime.combine(day, at, LONDON).astimezone(timezone.utc)


def _span(text: str) -> tuple[time, time]:
    start, _, end = text.partition("-")
    return time.fromisoformat(start.strip()), time.fromisoformat(end.strip())
