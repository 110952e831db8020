"""Weeks, weekends, months and years counted from now: last week, the end of last month, the weekend before last."""

from __future__ import annotations

from datetime import timedelta

from bot.understanding.dates.amounts import read_amount
from bot.understanding.dates.calendar import last_weekend, month_days, months_back, week_of, year_days
from bot.understanding.dates.months import third_at
from bot.understanding.dates.tokens import Line
from bot.understanding.dates.values import Days, Now, Piece, Void, days_between


def read_period(line: Line, i: int, now: Now) -> Piece | None:
    """Last week, this month, the weekend, the week before last, the last few days."""
    start, third = third_at(line, i)
    if third:
        return _third_of(line, i, start, third, now)
    today = now.today
    the = line.after_any(i, "the", "over the", "at the", "on the", "earlier", "earlier in the", "later")
    word, unit = line.norm(the), line.norm(the + 1)
    if word in ("next", "coming") and unit in ("week", "month", "year", "weekend"):
        return Piece(Void(), i, the + 2)
    for phrase, value in (
        ("week before last", week_of(today - timedelta(days=14))),
        ("weekend before last", _weekend(now, 2)),
        ("month before last", month_days(*months_back(today, 2))),
        ("year before last", year_days(today.year - 2)),
    ):
        after = line.has(the, phrase)
        if after:
            return Piece(value, i, after)
    if word in ("last", "past") and line.norm(the + 1) != "":
        amount = read_amount(line, the + 1)
        if (
            amount
            and amount.unit in ("day", "week", "fortnight", "month")
            and (amount.number > 1 or amount.loose or amount.unit == "fortnight")
        ):
            days = amount.most * {"day": 1, "week": 7, "fortnight": 14, "month": 30}[amount.unit]
            return Piece(
                days_between(today - timedelta(days=round(days)), today, unit="span", fuzzy=True), i, amount.after
            )
    if word in ("last", "this", "previous") or (word == "past" and the != i):
        back = 0 if word == "this" else 1
        if unit == "week":
            return Piece(
                week_of(today - timedelta(days=7 * back), sure_past=True), i, line.after_any(the + 2, "just gone")
            )
        if unit == "month":
            return Piece(month_days(*months_back(today, back), sure_past=True), i, the + 2)
        if unit == "year":
            return Piece(year_days(today.year - back, sure_past=True), i, the + 2)
        if unit == "weekend":
            return Piece(_weekend(now, 1), i, line.after_any(the + 2, "just gone", "gone", "just past"))
    if word == "weekend" and (the != i or len(line) <= 4):
        return Piece(_weekend(now, 1), i, line.after_any(the + 1, "just gone", "gone", "just past"))
    return None


def _third_of(line: Line, i: int, start: int, third: str, now: Now) -> Piece | None:
    """The start, the middle or the end of last week, of last month, of this month."""
    if line.norm(start) == "the" and line.norm(start + 1) in ("week", "month"):
        last = line.norm(start + 1) == "week" and now.today.weekday() < 3 and third == "late"
        whole = Piece(_whole(line.norm(start + 1), 1 if last else 0, now), i, start + 2)
    elif line.norm(start) in ("last", "this") and line.norm(start + 1) in ("week", "month", "year"):
        whole = Piece(_whole(line.norm(start + 1), 1 if line.norm(start) == "last" else 0, now), i, start + 2)
    else:
        return None
    assert isinstance(whole.value, Days)
    first, last_day = whole.value.first, whole.value.last
    length = (last_day - first).days + 1
    begin, end = {"early": (0, 0.4), "mid": (0.3, 0.7), "late": (0.6, 1)}[third]
    first, last_day = first + timedelta(days=round(begin * length)), first + timedelta(days=round(end * length) - 1)
    if first > now.today:
        return whole
    return Piece(days_between(first, last_day, fuzzy=True, unit="span", sure_past=True), i, whole.after)


def _whole(unit: str, back: int, now: Now) -> Days:
    if unit == "week":
        return week_of(now.today - timedelta(days=7 * back))
    return month_days(*months_back(now.today, back)) if unit == "month" else year_days(now.today.year - back)


def _weekend(now: Now, back: int) -> Days:
    saturday = last_weekend(now.today) - timedelta(days=7 * (back - 1))
    return days_between(saturday, saturday + timedelta(days=1), unit="weekend", sure_past=True)
