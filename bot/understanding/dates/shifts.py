"""Days that hang on another day: the next day, the night after, the Friday before that, the one before."""

from __future__ import annotations

from datetime import date, timedelta

from bot.understanding.dates.ago import back
from bot.understanding.dates.amounts import read_amount
from bot.understanding.dates.bank_holidays import read_bank_holiday
from bot.understanding.dates.calendar import weekday_after, weekday_before
from bot.understanding.dates.day_of_month import read_date
from bot.understanding.dates.festivals import read_named_day
from bot.understanding.dates.near import read_near_day
from bot.understanding.dates.tokens import Line
from bot.understanding.dates.values import Bound, Days, Now, Piece, Shift, days_between, one_day
from bot.understanding.lexicons import lexicon

_PARTS = {"day": None, "morning": "morning", "afternoon": "afternoon", "evening": "evening", "night": "night"}
_SIGNS = {"before": -1, "earlier": -1, "previous": -1, "prior": -1, "after": 1, "later": 1, "following": 1, "next": 1}
_DAYS = {"day": 1, "night": 1, "week": 7, "fortnight": 14, "weekend": 7, "month": 30}


def read_shift(line: Line, i: int, now: Now) -> Piece | None:
    """A day told by another one, at `i`."""
    the = line.after_any(i, "the", "on the", "that was the")
    for read in (_same_day, _next_day, _day_before, _one_before, _weekday_before, _amount_before):
        found = read(line, the, the != i, now)
        if found:
            value, after = found
            return Piece(value, i, line.after_any(after, "that", "this", "then", "last one"))
    return None


def _same_day(line: Line, k: int, the: bool, now: Now) -> tuple[Shift, int] | None:
    """That same day, the very same day: the day told last."""
    after = line.after_any(k, "that same day", "same day", "that very day", "very same day", "that very same day")
    return (Shift(0), after) if after > k else None


def _next_day(line: Line, k: int, the: bool, now: Now) -> tuple[Shift, int] | None:
    word, unit = line.norm(k), line.norm(k + 1)
    if word not in ("next", "following", "previous") or unit not in _PARTS:
        return None
    if not the and (word == "previous" or word == "next" and unit == "night"):
        return None
    return Shift(_SIGNS[word], _PARTS[unit]), k + 2


def _day_before(line: Line, k: int, the: bool, now: Now) -> tuple[Shift, int] | None:
    word, way = line.norm(k), line.norm(k + 1)
    opens = the or line.at(k - 1).kind in ("end", "mark")
    if way not in ("before", "after", "following") or not opens:
        return None
    if word in _PARTS:
        return Shift(_SIGNS[way], _PARTS[word]), k + 2
    return (Shift(7 * _SIGNS[way], whole=word), k + 2) if word in ("week", "weekend") else None


def _one_before(line: Line, k: int, the: bool, now: Now) -> tuple[Shift, int] | None:
    """The one before; the previous one; one before."""
    after = line.after_any(k, "one before", "1 before", "previous one", "one previous", "time before", "one b4")
    if after > k:
        return Shift(-7, same=True), after
    after = line.after_any(k, "one after", "1 after", "following one")
    return (Shift(7, same=True), after) if after > k else None


def _weekday_before(line: Line, k: int, the: bool, now: Now) -> tuple[Shift, int] | None:
    """The Friday before; the Saturday after Easter."""
    names = lexicon("dates")["weekdays"]
    nearest = (line.norm(k), line.norm(k + 2)) in (("last", "before"), ("first", "after"))
    k = k + 1 if nearest and _starts_day(line, k + 3, now) else k
    word, way = line.norm(k), line.norm(k + 1)
    if word not in names or way not in ("before", "after", "following"):
        return None
    alone = the or line.at(k - 1).kind in ("end", "mark")
    if not _starts_day(line, k + 2, now) and not (
        alone and (line.at(k + 2).kind in ("end", "mark") or line.norm(k + 2) in ("that", "this", "then") or _guessed(line, k + 2))
    ):
        return None
    return Shift(_SIGNS[way], weekday=names.index(word)), k + 2


def _guessed(line: Line, i: int) -> bool:
    """As in "to the Tuesday after, I'd say"."""
    return line.after_any(i, *lexicon("roles")["guesses"]["behind"]) > i


def _starts_day(line: Line, i: int, now: Now) -> bool:
    """Whether a day of its own is told at `i`, on which the weekday can hang."""
    k = line.after_any(i, "the", "last")
    if line.norm(k) in lexicon("dates")["weekdays"]:
        return True
    return any(read(line, i, now) for read in (read_near_day, read_named_day, read_date, read_bank_holiday))


def _amount_before(line: Line, k: int, the: bool, now: Now) -> tuple[Shift, int] | None:
    """Two days before (a day told); where none is told, two days ago."""
    amount = read_amount(line, k)
    way = line.norm(amount.after) if amount else ""
    if amount is None or amount.unit not in _DAYS or way not in ("before", "after", "later", "earlier"):
        return None
    sign = _SIGNS[way]
    return Shift(
        round(amount.number * _DAYS[amount.unit]) * sign, ago=back(amount, now) if sign < 0 else None
    ), amount.after + 1


def shifted(shift: Shift, days: Days) -> Days:
    """The day that a shift makes of another; of a feast that covers several days it counts from the middle one."""
    if shift.same:
        return _same_again(shift, days)
    if shift.weekday is not None:
        own = weekday_before(days.first, shift.weekday) if shift.days < 0 else weekday_after(days.last, shift.weekday)
        return one_day(own, sure_past=True)
    middle = days.first + timedelta(days=((days.last - days.first).days + 1) // 2)
    if shift.whole:
        return _whole_beside(shift, days, middle)
    return one_day(middle + timedelta(days=shift.days), part=shift.part, sure_past=True)


def _whole_beside(shift: Shift, days: Days, middle: date) -> Days:
    """The week or the weekend before or after a day, a week or a weekend."""
    if days.unit in ("week", "weekend"):
        step = timedelta(days=shift.days)
        return days_between(days.first + step, days.last + step, unit=days.unit)
    if shift.whole == "weekend":
        saturday = weekday_before(days.first - timedelta(days=1), 5) if shift.days < 0 else weekday_after(days.last, 5)
        return days_between(saturday, saturday + timedelta(days=1), unit="weekend")
    first = middle + timedelta(days=shift.days if shift.days < 0 else 1)
    return days_between(first, first + timedelta(days=6), unit="week")


def _same_again(shift: Shift, days: Days) -> Days:
    sign = 1 if shift.days > 0 else -1
    step = timedelta(days=sign * (1 if days.unit == "near" else 7))
    if days.unit == "month":
        last = days.first - timedelta(days=1)
        return days_between(last.replace(day=1), last, unit="month")
    return days_between(days.first + step, days.last + step, part=days.part, unit=days.unit, sure_past=True)


def read_bound(line: Line, i: int, now: Now) -> Piece | None:
    """It was before that, some time after then."""
    if line.norm(i) not in ("before", "after") or line.norm(i + 1) not in ("that", "then", "it"):
        return None
    if line.norm(i + 1) == "it" and line.norm(i + 2) not in ("", ".", ",", "!", "\n"):
        return None
    return Piece(Bound(_SIGNS[line.norm(i)]), i, i + 2)
