"""Days known by a name: bonfire night, Christmas Eve, Easter Monday, the August bank holiday."""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache

from bot.understanding.dates.calendar import BANK_HOLIDAYS, NAMED_DAYS
from bot.understanding.dates.dated import month_at, year_at
from bot.understanding.dates.tokens import Line, plain
from bot.understanding.dates.values import Days, Now, Piece, days_between, one_day

_NIGHTS = {
    "bonfire night",
    "fireworks night",
    "firework night",
    "guy fawkes night",
    "halloween night",
    "night the clocks went back",
    "night the clocks went forward",
}


def read_named_day(line: Line, i: int, now: Now) -> Piece | None:
    """A named day or season at `i`; "last", "before last" and a year say which."""
    k = line.after_any(i, "last", "this", "this past", "the")
    if line.has(k, "bank holiday"):
        return _bank_holiday(line, i, k, now)
    name, after = _name_at(line, k)
    if not name:
        return None
    year, after = year_at(line, after)
    back = 0
    if line.has(after, "before last"):
        after, back = after + 2, 1
    first, last = _latest(name, year, back, now)
    if first > now.today:
        return None
    part = "night" if name in _NIGHTS else None
    days = days_between(first, min(last, now.today), fuzzy=first != last, part=part)
    return Piece(days, i, after)


def _name_at(line: Line, i: int) -> tuple[str, int]:
    """The longest name of a day that stands at `i`, and the index after it."""
    for words, name in _names():
        if words[0] == line.norm(i) and all(line.norm(i + n) == word for n, word in enumerate(words)):
            return name, i + len(words)
    return "", i


@lru_cache(maxsize=1)
def _names() -> tuple[tuple[tuple[str, ...], str], ...]:
    names = [(tuple(plain(word) for word in name.split()), name) for name in NAMED_DAYS]
    return tuple(sorted(names, key=lambda pair: -len(pair[0])))


def _latest(name: str, year: int | None, back: int, now: Now) -> tuple[date, date]:
    if year is not None:
        return NAMED_DAYS[name](year if year > 0 else now.today.year + year)
    guess = now.today.year + 1
    while NAMED_DAYS[name](guess)[0] > now.today:
        guess -= 1
    return NAMED_DAYS[name](guess - back)


def _bank_holiday(line: Line, i: int, k: int, now: Now) -> Piece | None:
    """The latest bank holiday; "bank holiday Monday" and "bank holiday weekend" say more."""
    after = k + 2
    spans = [NAMED_DAYS[name](year)[0] for name in BANK_HOLIDAYS for year in (now.today.year, now.today.year - 1)]
    monday = line.norm(after) == "monday"
    past = [day for day in spans if day <= now.today and (day.weekday() == 0 or not monday)]
    day = max(past)
    if line.norm(after) == "weekend":
        last_monday = max(day for day in past if day.weekday() == 0)
        return Piece(days_between(last_monday - timedelta(days=2), last_monday, unit="weekend"), i, after + 1)
    month = month_at(line, after + 1, True) if line.norm(after) in ("in", "of") else None
    if month:
        found = [day for day in past if day.month == month]
        return Piece(one_day(max(found)), i, after + 2) if found else None
    value: Days = one_day(day, fuzzy=True)
    return Piece(value, i, after + (1 if monday else 0))
