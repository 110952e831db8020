"""What is told by how long ago it was ("just now", "two hours ago"), and a time of the clock told beside it."""

from __future__ import annotations

from datetime import timedelta

from bot.understanding.dates.hours import ABOUT, readings
from bot.understanding.dates.values import Clock, Instant, Now, days_between, one_day
from bot.understanding.dates.window import Window, moment_of

_NEAR = timedelta(hours=2)
"""So far from what was counted back a time told beside it may lie: "ten to twelve, just now", typed at half past."""


def instant_window(value: Instant, now: Now) -> Window:
    """A stretch counted back from now; over midnight it is of the day that its middle lies in, more or less."""
    middle = (value.earliest + (value.latest - value.earliest) / 2).date()
    middle = now.today if value.latest == now.moment else middle
    first, last = value.earliest.date(), value.latest.date()
    days = days_between(first, last)
    edtf = days.edtf if (last - first).days > 1 else middle.isoformat() + ("" if days.single else "~")
    return Window(edtf, value.earliest, value.latest, True, days)


def timed_instant(value: Instant, clock: Clock, parts: list[str], now: Now) -> Window | None:
    """The latest moment of the clock told that is near what was counted back from now; None where none is."""
    slack = ABOUT if clock.about else 0
    for back in (0, 1):
        day = now.today - timedelta(days=back)
        for first, last in sorted(readings(clock, parts), reverse=True):
            start, end = moment_of(day, first - slack), moment_of(day, last + slack, last=True)
            if value.earliest - _NEAR <= start <= now.moment and end <= value.latest + _NEAR:
                own = one_day(start.date())
                return Window(own.edtf, start, min(end, now.moment), bool(slack), own)
    return None
