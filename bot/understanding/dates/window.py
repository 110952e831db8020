"""The stretch of time that a mention comes to, and moments on London's clock."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, timezone

from bot.understanding.dates.values import LONDON, Days


@dataclass(frozen=True)
class Window:
    """What a mention comes to: days as EDTF, and a first and last moment."""

    edtf: str
    earliest: datetime
    latest: datetime
    approximate: bool
    days: Days


def moment_of(day: date, minutes: int, last: bool = False) -> datetime:
    """A day and minutes after its midnight, on London's clock; `last` gives the last second of that minute.

    An hour that comes twice (clocks back) is read as its first time for a start and its second for an end; one that
    never comes (clocks forward) is moved on.
    """
    local = datetime.combine(day, time()) + timedelta(minutes=minutes, seconds=59 if last else 0)
    first, second = (local.replace(tzinfo=LONDON, fold=fold).astimezone(timezone.utc).astimezone(LONDON) for fold in (0, 1))
    comes = first.replace(tzinfo=None) == local
    return second if last and comes else first
