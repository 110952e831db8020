"""Is a service open, and when does it open next: sums on opening hours, in the time of England and Wales."""
from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, timezone
from typing import Iterator, Mapping, Sequence
from zoneinfo import ZoneInfo

from bot.knowledge.bank_holidays import is_bank_holiday

LONDON = ZoneInfo("Europe/London")
Spans = tuple[tuple[time, time], ...]
DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
HOLIDAYS = "bank_holidays"
# A weekly service opens within a week; one more day covers an opening that has begun today, and four more the days off at Christmas.
_DAYS_AHEAD = 12


@dataclass(frozen=True)
class Opening:
    """A week of opening times, Monday first, as (from, to) in local time; `always` for day and night, bank holidays too.

    `bank_holidays`: the times of every bank holiday, empty where it is closed, None where nobody can say.
    """
    week: tuple[Spans, ...] = ((),) * 7
    always: bool = False
    bank_holidays: Spans | None = None


def read_opening(raw: str | Mapping[str, Sequence[str]]) -> Opening:
    """Hours from YAML: "always", or {mon: ["09:30-20:00"], ..., bank_holidays: []}; a day left out is closed, bank holidays left out are not known.

    An end that is not after its start is on the next day. ValueError for anything else.
    """
    if raw == "always":
        return Opening(always=True)
    if isinstance(raw, str) or not raw or set(raw) - {*DAYS, HOLIDAYS}:
        raise ValueError("opening hours are `always` or times by day: mon, tue, wed, thu, fri, sat, sun, bank_holidays")
    holidays = raw.get(HOLIDAYS)
    return Opening(tuple(_times(raw.get(day, ())) for day in DAYS), bank_holidays=None if holidays is None else _times(holidays))


def is_open(opening: Opening | None, now: datetime) -> bool | None:
    """Whether it is open at an aware `now`; None where nobody can say (no hours, or usual hours on a bank holiday)."""
    if opening is None:
        return None
    if opening.always:
        return True
    for day, start, end in _spans(opening, now):
        if start <= now < end:
            return True if _known(opening, day) else None
    return False


def next_opening(opening: Opening | None, now: datetime) -> datetime | None:
    """The next opening after `now`, with the local offset.

    None where it is open, where the hours are not known, or where a bank holiday comes first and nobody can say.
    """
    if opening is None or is_open(opening, now) is not False:
        return None
    for day, start, _ in _spans(opening, now):
        if start > now:
            return start.astimezone(LONDON) if _known(opening, day) else None
    return None


def _spans(opening: Opening, now: datetime) -> Iterator[tuple[date, datetime, datetime]]:
    """(the day it begins, from, to) from yesterday on, in UTC: times of one zone compare by the clock on the wall,
    which goes wrong on the nights the clocks change."""
    today = now.astimezone(LONDON).date()
    for ahead in range(-1, _DAYS_AHEAD):
        day = today + timedelta(days=ahead)
        for start, end in _on(opening, day):
            last = day if end > start else day + timedelta(days=1)
            yield day, _instant(day, start), _instant(last, end)


def _on(opening: Opening, day: date) -> Spans:
    """The times of a day: its own where it is a bank holiday and they are known, else those of the weekday."""
    own = opening.bank_holidays if is_bank_holiday(day) else None
    return opening.week[day.weekday()] if own is None else own


def _known(opening: Opening, day: date) -> bool:
    return opening.bank_holidays is not None or not is_bank_holiday(day)


def _instant(day: date, at: time) -> datetime:
    return datetime.combine(day, at, LONDON).astimezone(timezone.utc)


def _times(raw: Sequence[str]) -> Spans:
    return tuple(_span(text) for text in raw)


def _span(text: str) -> tuple[time, time]:
    start, _, end = text.partition("-")
    return time.fromisoformat(start.strip()), time.fromisoformat(end.strip())
