"""Reads a text from left to right: at each word the recogniser that reads furthest wins."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from functools import lru_cache

from bot.understanding.dates.amounts import UNITS
from bot.understanding.dates.calendar import NAMED_DAYS
from bot.understanding.dates.clock import read_clock
from bot.understanding.dates.dated import (
    read_day_and_month,
    read_day_of_month,
    read_numeric_date,
)
from bot.understanding.dates.festivals import read_named_day
from bot.understanding.dates.months import (
    read_month,
    read_nth_in_month,
    read_season_or_year,
)
from bot.understanding.dates.parts import read_part
from bot.understanding.dates.periods import read_period
from bot.understanding.dates.relative import (
    read_ago,
    read_near_day,
    read_shift,
)
from bot.understanding.dates.tokens import Line
from bot.understanding.dates.values import (
    Days,
    Instant,
    Now,
    Piece,
    Shift,
    Void,
    days_between,
    one_day,
)
from bot.understanding.dates.weekdays import read_weekday, read_weeks_and_weekday
from bot.understanding.lexicons import lexicon

Recogniser = Callable[[Line, int, Now], "Piece | None"]
RECOGNISERS: tuple[Recogniser, ...] = (
    read_near_day,
    read_weeks_and_weekday,
    read_ago,
    read_period,
    read_shift,
    read_weekday,
    read_numeric_date,
    read_day_and_month,
    read_day_of_month,
    read_nth_in_month,
    read_named_day,
    read_month,
    read_season_or_year,
    read_clock,
    read_part,
)
_AHEAD = 6
"""No date begins more than so many words before its heart ("in the early part of last ...")."""
_MOST = 60
"""Pieces read from one text."""
_BETWEEN_DAYS = {",", "the", "(", "on", "of", "which", "was", "a", "at", "-", "in"}
_RANK = {"day": 3, "near": 2, "weekday": 1}


def scan(line: Line, now: Now) -> list[Piece]:
    """The pieces of a text in order, those that belong together put together."""
    pieces: list[Piece] = []
    i = 0
    telling = _telling(line)
    while i < len(line) and len(pieces) < _MOST:
        best = None
        if any(telling[i : i + _AHEAD]):
            found = [piece for piece in (read(line, i, now) for read in RECOGNISERS) if piece]
            best = max(found, key=lambda piece: piece.after, default=None)
        if best:
            pieces.append(best)
        i = best.after if best else i + 1
    return [piece for piece in _combined(line, pieces) if not _any_such_day(line, piece)]


def _telling(line: Line) -> list[bool]:
    """For each token whether it can be the heart of a date: most of a long account holds none, and is passed over."""
    return [
        token.kind not in ("word", "mark", "other") or token.value is not None or token.norm in _hearts()
        for token in line.tokens
    ]


@lru_cache(maxsize=1)
def _hearts() -> frozenset[str]:
    book = lexicon("dates")
    phrases = [phrase for _, phrases in book["part_words"] for phrase in phrases]
    words = {token.norm for phrase in (*phrases, *NAMED_DAYS) for token in Line(phrase).tokens}
    words |= {
        *book["weekdays"],
        *(day + "s" for day in book["weekdays"]),
        *book["months"],
        *book["seasons"],
        *book["numbers"],
        *book["ordinals"],
        *UNITS,
    }
    return frozenset(
        words
        | {"today", "yesterday", "tomorrow", "tonight", "now", "noon", "midnight", "bank", "year"}
        - {"the", "in", "of", "at", "my", "on", "to", "i", "from", "it", "up"}
    )


def _any_such_day(line: Line, piece: Piece) -> bool:
    """As in "Every Monday" and "one Saturday" name no one day."""
    return (
        isinstance(piece.value, Days)
        and piece.value.unit == "weekday"
        and line.norm(piece.first - 1) in lexicon("roles")["habit"]
    )


def _combined(line: Line, pieces: list[Piece]) -> list[Piece]:
    done: list[Piece] = []
    for piece in pieces:
        while done:
            joined = _joined(line, done[-1], piece)
            if joined is None:
                break
            done.pop()
            piece = joined
        done.append(piece)
    return done


def _joined(line: Line, a: Piece, b: Piece) -> Piece | None:
    gap = [line.norm(i) for i in range(a.after, b.first)]
    if any(word not in _BETWEEN_DAYS for word in gap):
        return None
    if isinstance(a.value, Shift) and isinstance(b.value, Days) and len(gap) <= 1:
        return Piece(_shifted(a.value, b.value), a.first, b.after)
    if (
        not isinstance(a.value, (Days, Void))
        or not isinstance(b.value, (Days, Void))
        or "which" in gap
        and "was" not in gap
    ):
        return None
    value = _one_of(a.value, b.value)
    return Piece(value, a.first, b.after) if value else None


def _shifted(shift: Shift, days: Days) -> Days:
    """As in "The day after" a day; of a feast that covers several days, its middle one."""
    middle = days.first + timedelta(days=((days.last - days.first).days + 1) // 2)
    if shift.whole_week:
        first = middle + timedelta(days=shift.days if shift.days < 0 else 1)
        return days_between(first, first + timedelta(days=6), unit="week")
    return one_day(middle + timedelta(days=shift.days), part=shift.part, sure_past=True)


def _one_of(a: Days | Void, b: Days | Void) -> Days | Void | None:
    """Two ways of naming one day, side by side: "Monday 2 Feb", "last week on Tuesday", "yesterday, Tuesday"."""
    if isinstance(a, Void) or isinstance(b, Void):
        day = b if isinstance(a, Void) else a
        return Void() if isinstance(day, Days) and day.unit == "weekday" else None
    for wide, narrow in ((a, b), (b, a)):
        if wide.unit in ("week", "weekend", "week_ago") and narrow.unit == "weekday":
            monday = wide.first - timedelta(days=wide.first.weekday())
            return one_day(monday + timedelta(days=narrow.first.weekday()), part=narrow.part)
        if (
            wide.unit in ("month", "year")
            and narrow.unit == "weekday"
            or wide.unit == "year"
            and narrow.unit in ("month", "season")
        ):
            return wide if narrow.unit == "weekday" else None
    if a.single and b.single and a.unit in _RANK and b.unit in _RANK and a.unit != b.unit:
        best = a if _RANK[a.unit] >= _RANK[b.unit] else b
        return Days(best.first, best.last, best.edtf, best.fuzzy, a.part or b.part, best.unit, True)
    return None


def is_day(piece: Piece) -> bool:
    """Whether a piece stands for a day of its own, to which times can belong."""
    return isinstance(piece.value, (Days, Void, Shift, Instant))
