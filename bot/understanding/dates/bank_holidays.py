"""Bank holidays told without a name of their own: "bank holiday Monday", "the bank holiday in August"."""

from __future__ import annotations

from datetime import date, timedelta

from bot.knowledge.bank_holidays import bank_holidays
from bot.understanding.dates.dated import month_at
from bot.understanding.dates.tokens import Line
from bot.understanding.dates.values import Days, Now, Piece, days_between, one_day
from bot.understanding.lexicons import lexicon


def read_bank_holiday(line: Line, i: int, now: Now) -> Piece | None:
    """The latest bank holiday at or before now, as the words after it narrow it down."""
    k = line.after_any(i, "last", "this", "the", "the last", "this past", "on the")
    after = line.has(k, "bank holiday")
    if not after:
        return None
    past = _past(now)
    monday = max(day for day in past if day.weekday() == 0)
    if line.norm(after) == "weekend":
        return Piece(
            days_between(monday - timedelta(days=3 if _is_easter(monday, past) else 2), monday, unit="weekend"),
            i,
            after + 1,
        )
    if line.norm(after) in lexicon("dates")["weekdays"]:
        return Piece(_of_the_weekend(line.norm(after), monday, past), i, after + 1)
    month = month_at(line, after + 1, True) if line.norm(after) in ("in", "of") else None
    if month:
        found = [day for day in past if day.month == month]
        return Piece(one_day(max(found)), i, after + 2) if found else None
    return Piece(one_day(max(past), fuzzy=True), i, after)


def _past(now: Now) -> list[date]:
    years = (now.today.year - 1, now.today.year)
    return [day for year in years for day in bank_holidays(year) if day <= now.today]


def _is_easter(monday: date, past: list[date]) -> bool:
    return monday - timedelta(days=3) in past


def _of_the_weekend(name: str, monday: date, past: list[date]) -> Days:
    """The Monday itself, a Friday that is a bank holiday, or the Saturday or Sunday before the Monday."""
    weekday = lexicon("dates")["weekdays"].index(name)
    same = [day for day in past if day.weekday() == weekday]
    if same and weekday < 5:
        return one_day(max(same))
    return one_day(monday - timedelta(days=(7 - weekday) % 7))
