"""Reads a text from left to right: at each word the recogniser that reads furthest wins."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from bot.understanding.dates.ago import read_ago
from bot.understanding.dates.bank_holidays import read_bank_holiday
from bot.understanding.dates.clock import read_clock
from bot.understanding.dates.dated import read_day_and_month
from bot.understanding.dates.day_lists import with_shared_week
from bot.understanding.dates.day_of_month import read_day_of_month
from bot.understanding.dates.festivals import names, read_named_day
from bot.understanding.dates.figures import read_numeric_date
from bot.understanding.dates.give_or_take import read_give_or_take
from bot.understanding.dates.joins import joined
from bot.understanding.dates.midweek import read_midweek
from bot.understanding.dates.months import read_month, read_month_of_year, read_nth_in_month
from bot.understanding.dates.near import read_near_day
from bot.understanding.dates.numbered_days import read_day_list, read_night_of
from bot.understanding.dates.parts import read_part
from bot.understanding.dates.periods import read_period
from bot.understanding.dates.said_thirds import with_thirds
from bot.understanding.dates.seasons import read_season_or_year
from bot.understanding.dates.shifts import read_bound, read_shift
from bot.understanding.dates.taken_back import without_taken_back
from bot.understanding.dates.tokens import Line
from bot.understanding.dates.usual_days import read_usual_day
from bot.understanding.dates.values import Days, Instant, Now, Piece, Shift, Void
from bot.understanding.dates.weekdays import read_weekday
from bot.understanding.dates.weeks_ago import read_week_of, read_weeks_and_weekday
from bot.understanding.lexicons import lexicon

Recogniser = Callable[[Line, int, Now], "Piece | None"]
RECOGNISERS: tuple[Recogniser, ...] = (
    read_near_day,
    read_weeks_and_weekday,
    read_week_of,
    read_ago,
    read_period,
    read_shift,
    read_bound,
    read_weekday,
    read_usual_day,
    read_midweek,
    read_numeric_date,
    read_night_of,
    read_day_list,
    read_day_and_month,
    read_day_of_month,
    read_give_or_take,
    read_nth_in_month,
    read_bank_holiday,
    read_named_day,
    read_month,
    read_month_of_year,
    read_season_or_year,
    read_clock,
    read_part,
)
_AHEAD = 6
"""No date begins more than so many words before its heart ("in the early part of last ...")."""
_MOST = 60
"""Pieces read from one text."""


def scan(line: Line, now: Now) -> list[Piece]:
    """The pieces of a text in order, those that belong together put together."""
    if line.read is None:
        line.read = with_thirds(line, without_taken_back(line, _combined(line, _read(line, now))))
    return list(line.read)


def _read(line: Line, now: Now) -> list[Piece]:
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
    return pieces


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
    words = {token.norm for phrase in (*phrases, *names()) for token in Line(phrase).tokens}
    words |= {
        *book["weekdays"],
        *(day + "s" for day in book["weekdays"]),
        *book["months"],
        *book["seasons"],
        *book["numbers"],
        *book["ordinals"],
        *book["units"],
        *book["more_hearts"],
        *lexicon("named_days")["other_calendars"],
    }
    return frozenset(words - set(book["no_hearts"]))


def _combined(line: Line, pieces: list[Piece]) -> list[Piece]:
    done: list[Piece] = []
    for piece in _weekdays_with_their_numbers(line, pieces):
        while done:
            both = joined(line, done[-1], piece)
            if both is None:
                break
            done.pop()
            piece = both
        done.append(piece)
    return with_shared_week(line, done)


def _weekdays_with_their_numbers(line: Line, pieces: list[Piece]) -> list[Piece]:
    """A weekday and the number of its day first, so that "last week of May, Monday 24th" tells the 24th."""
    done: list[Piece] = []
    for piece in pieces:
        last = done[-1] if done else None
        beside = last is not None and last.after == piece.first and isinstance(last.value, Days) and isinstance(piece.value, Days)
        numbered = beside and (last.value.unit, piece.value.unit) in (("weekday", "dom"), ("weekday", "day"))  # type: ignore[union-attr]
        both = joined(line, last, piece) if numbered and last else None
        if both:
            done[-1] = both
        else:
            done.append(piece)
    return done


def is_day(piece: Piece) -> bool:
    """Whether a piece stands for a day of its own, to which times can belong."""
    return isinstance(piece.value, (Days, Void, Shift, Instant))
