"""When did it happen: a British grammar of days and times that looks back, never ahead.

    read_when("last Tues about 3", now)           the first day told of what happened, or None
    read_days("on Monday, then on Friday", now)   every separate day told
    amend_when(current, "no, Wednesday", now)     a correction: only what is affirmed changes

The grammar stands in `dates/`, its words in `lexicon/dates.yml`, `lexicon/named_days.yml` and `lexicon/roles.yml`.
"""

from __future__ import annotations

from datetime import datetime

from bot.understanding.dates.mentions import Mention
from bot.understanding.dates.scan import scan
from bot.understanding.dates.since import since
from bot.understanding.dates.telling import told_windows
from bot.understanding.dates.tokens import Line
from bot.understanding.dates.values import Now, Void
from bot.understanding.dates.window import Window
from bot.understanding.moment import When, said_once
from bot.understanding.text_parts import opening
from bot.understanding.when_amend import amend_when

__all__ = ["When", "amend_when", "lies_ahead", "read_days", "read_when"]
_LONG = 90


def read_when(text: str, now: datetime) -> When | None:
    """The first day told of what happened, with its time of day; None where no day is told, or only one that lies
    ahead.
    """
    line, here = Line(opening(text)), Now(now)
    found = told_windows(line, here)
    begun = since(line, here, found[0][0].parts if found else None)
    if begun and (not found or _within(begun[1], found[0][1])):
        return _when(line, *begun)
    return _when(line, *found[0]) if found else None


def lies_ahead(text: str, now: datetime) -> bool:
    """Whether the only day told is still to come."""
    pieces = scan(Line(opening(text)), Now(now))
    return read_when(text, now) is None and any(isinstance(piece.value, Void) and not piece.value.never for piece in pieces)


def _within(begun: Window, told: Window) -> bool:
    """As in "every night this week since Monday": the day it began says more than the week it lies in."""
    return not told.days.single and told.days.first <= begun.days.first <= told.days.last


def read_days(text: str, now: datetime) -> list[When]:
    """Every separate day told of what happened, in the order of the telling."""
    return [when for when, _ in told_days(text, now)]


def told_days(text: str, now: datetime) -> list[tuple[When, tuple[int, int]]]:
    """Every separate day told, with the place of its words in the text."""
    line = Line(opening(text))
    return [(_when(line, told, window), _place(line, told)) for told, window in told_windows(line, Now(now))]


def _when(line: Line, told: Mention, window: Window) -> When:
    start, end = _place(line, told)
    return When(said_once(line.text[start:end]), window.edtf, window.earliest, window.latest, window.approximate)


def _place(line: Line, told: Mention) -> tuple[int, int]:
    spans = told.spans + (told.until.spans if told.until else [])
    first, after = min(a for a, _ in spans), max(b for _, b in spans)
    start, end = line.at(first).start, line.at(after - 1).end
    if end - start > _LONG and told.until is None:
        start, end = line.at(told.day.first).start, line.at(told.day.after - 1).end
    return start, end
