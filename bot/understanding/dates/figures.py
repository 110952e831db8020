"""Days told in figures: 03/04 (day first), 3.4.26, 2026-01-03, 28 01 2026."""

from __future__ import annotations

import re

from bot.understanding.dates.amounts import unit_at
from bot.understanding.dates.dated import dated
from bot.understanding.dates.tokens import Line
from bot.understanding.dates.values import Days, Now, Piece, Void
from bot.understanding.lexicons import lexicon

_FRACTIONS = ("1/2", "1/4", "3/4")
_AHEAD = 20
"""Two figures of a year that would lie further ahead than this are of the last century."""


def read_numeric_date(line: Line, i: int, now: Now) -> Piece | None:
    """03/04, 3.4.26, 2026-01-03: the day comes first unless the year does."""
    token = line.at(i)
    if token.kind in ("dotted", "decimal"):
        return _dotted(line, i, now)
    if token.kind == "number":
        return _spaced(line, i, now)
    if token.kind not in ("iso", "numeric_date") or token.text in _FRACTIONS and _is_a_fraction(line, i + 1):
        return None
    numbers = [int(n) for n in re.findall(r"\d+", token.text)]
    if token.kind == "iso":
        return Piece(dated(numbers[0], numbers[1], numbers[2], now), i, i + 1)
    day, month = numbers[0], numbers[1]
    year = numbers[2] if len(numbers) > 2 else None
    if year is not None and year < 100:
        year = _of_two_figures(year, now)
    if year is None and not 1 <= month <= 12:
        return None
    if not 1 <= month <= 12:
        return Piece(Void(never=True), i, i + 1)
    return Piece(dated(year, month, day, now), i, i + 1)


def _is_a_fraction(line: Line, i: int) -> bool:
    """Whether what follows says that 1/2 is half of something: "1/2 hour", "3/4 of an hour"."""
    k = line.after_any(i, "of an", "an", "of a", "a")
    return unit_at(line, k) is not None


def _of_two_figures(year: int, now: Now) -> int:
    """The year meant by two figures: what would lie far ahead is of the last century."""
    return year + (2000 if year <= now.today.year - 2000 + _AHEAD else 1900)


def _dotted(line: Line, i: int, now: Now) -> Piece | None:
    """20.10 and 25.8. as learners write a date: after the word, or where it can be no time of day."""
    day, month = (int(n) for n in line.at(i).text.split("."))
    closed = (
        line.at(i).kind == "decimal"
        and line.norm(i + 1) == "."
        and line.at(i + 1).start == line.at(i).end
        and len(line) <= 8
    )
    no_time = line.norm(i - 1) in ("date", "dated") or line.at(i).kind == "dotted" and 23 < day < 32
    beside = _of_that_weekday(line, i, now) or _before_a_time(line, i)
    if not 1 <= month <= 12 or not (no_time or closed or beside):
        return None
    return Piece(dated(None, month, day, now), i, i + (2 if closed else 1))


def _before_a_time(line: Line, i: int) -> bool:
    """As in "20.11 at 16.35": of two such figures the first is the date."""
    return line.norm(i + 1) in ("at", "um") and line.at(i + 2).kind in ("clock", "dotted")


def _of_that_weekday(line: Line, i: int, now: Now) -> bool:
    """As in "Friday 12.06.", where that date was a Friday."""
    day, month = (int(n) for n in line.at(i).text.split("."))
    told, names = dated(None, month, day, now), lexicon("dates")["weekdays"]
    return isinstance(told, Days) and line.norm(i - 1) == names[told.first.weekday()]


def _spaced(line: Line, i: int, now: Now) -> Piece | None:
    """28 01 2026, 15 / 2."""
    day, k = line.at(i), line.after_any(i + 1, "/", ".", "-")
    month, year = line.at(k), line.at(line.after_any(k + 1, "/", ".", "-"))
    if month.kind != "number" or len(day.text) > 2 or len(month.text) > 2 or not 1 <= (month.value or 0) <= 12:
        return None
    if year.kind == "number" and re.fullmatch(r"(19|20)\d\d", year.text):
        after = line.tokens.index(year) + 1
        return Piece(dated(year.value, month.value or 0, day.value or 0, now), i, after)
    dashed = line.norm(i + 1) == "-" and month.text[0] == "0" and line.norm(k + 1) in ("at", "@", ",", "")
    if k > i + 1 and (line.norm(i + 1) == "/" and line.norm(k + 1) != "/" or dashed):
        return Piece(dated(None, month.value or 0, day.value or 0, now), i, k + 1)
    return None
