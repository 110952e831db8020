"""What has gone on since a day: "since Wednesday, every evening"."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from bot.understanding.dates.hours import whole_part
from bot.understanding.dates.mentions import Mention, read_mentions
from bot.understanding.dates.resolve import resolve
from bot.understanding.dates.roles import SINCE
from bot.understanding.dates.tokens import Line
from bot.understanding.dates.values import Days, Now, days_between
from bot.understanding.dates.window import Window, moment_of


def since(line: Line, now: Now, daily: list[str] | None = None) -> tuple[Mention, Window] | None:
    """The first mention of a day since which it has gone on, and its open window; None where none is told. `daily` are
    parts of the day told elsewhere.
    """
    for told in read_mentions(line, now):
        if told.role != SINCE or not isinstance(told.day.value, Days):
            continue
        told = replace(told, edge=None, parts=told.parts or daily or [])
        window = resolve(told, now)
        if window:
            return told, _open(told, window, now)
    return None


def _open(told: Mention, window: Window, now: Now) -> Window:
    """From the day until now; of something that comes each evening, until the end of the latest one."""
    latest = now.moment
    daily = whole_part(told.parts)
    if daily:
        last = now.today
        while last > window.days.first and moment_of(last, daily[0]) > now.moment:
            last -= timedelta(days=1)
        latest = min(now.moment, moment_of(last, daily[1], last=True))
    edtf = f"{window.edtf.split('/')[0].rstrip('~')}/.."
    return Window(edtf, window.earliest, latest, True, days_between(window.days.first, now.today))
