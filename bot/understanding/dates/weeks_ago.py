"""A week and a weekday: a week last Thursday, a fortnight ago on Sunday, two Fridays ago, the week commencing."""

from __future__ import annotations

from datetime import date, timedelta

from bot.understanding.dates.amounts import Amount, read_amount, read_count
from bot.understanding.dates.calendar import week_of, weekday_before
from bot.understanding.dates.day_of_month import read_date
from bot.understanding.dates.shy import weekday_at
from bot.understanding.dates.tokens import Line
from bot.understanding.dates.values import Days, Now, Piece, Void, days_between, one_day
from bot.understanding.lexicons import lexicon


def read_weeks_and_weekday(line: Line, i: int, now: Now) -> Piece | None:
    """A week last Thursday, a fortnight ago on Sunday, a week yesterday."""
    amount = read_amount(line, i)
    weeks, after = _weeks(line, i, amount)
    if not weeks:
        return _month_and_weekday(line, i, amount) or _two_fridays_ago(line, i, now)
    k = line.after_any(after, *lexicon("dates")["after_weeks"])
    told = [line.norm(n) for n in range(after, k)]
    if line.norm(k) in ("today", "tomorrow", "yesterday"):
        return _from_near_day(line, i, k, told, weeks, now)
    weekday = weekday_at(line, k)
    if weekday is None or (not told and amount is not None):
        return None
    if told in (["on"], ["on", "the"]):
        return Piece(Void(), i, k + 1)
    if "last" in told or told in (["past"], ["gone"], ["ago"]):
        own = weekday_before(now.today, weekday) - timedelta(weeks=weeks)
        return Piece(one_day(own, sure_past=True), i, k + 1)
    day = now.today - timedelta(weeks=weeks)
    own = day + timedelta(days=weekday - day.weekday())
    return Piece(one_day(own, sure_past=True), i, k + 1) if told else None


def _month_and_weekday(line: Line, i: int, amount: Amount | None) -> Piece | None:
    """As in "a month last Tuesday", which people take in more ways than one."""
    if amount is None or amount.unit not in ("month", "year") or line.norm(amount.after) not in ("last", "on", "past"):
        return None
    return Piece(Void(), i, amount.after + 2) if weekday_at(line, amount.after + 1) is not None else None


def _weeks(line: Line, i: int, amount: Amount | None) -> tuple[int, int]:
    """How many weeks are told, and the index after them; "week last Monday" is one."""
    if amount and amount.unit in ("week", "fortnight"):
        return int(amount.number) * (2 if amount.unit == "fortnight" else 1), amount.after
    led = line.norm(i - 1) in ("last", "this", "next", "the", "of")
    bare = line.norm(i) == "week" and line.norm(i + 1) in ("last", "past", "ago", "gone")
    return (1, i + 1) if bare and not led else (0, i)


def _from_near_day(line: Line, i: int, k: int, told: list[str], weeks: int, now: Now) -> Piece | None:
    word = line.norm(k)
    if word == "yesterday":
        return Piece(one_day(now.today - timedelta(days=1 + 7 * weeks)), i, k + 1)
    if "ago" in told or line.norm(i - 1) in ("be", "is") or line.norm(i - 2) == "be":
        return Piece(one_day(now.today - timedelta(days=7 * weeks - (word == "tomorrow")), sure_past=True), i, k + 1)
    return Piece(Void(), i, k + 1) if not told or told == ["on"] or word == "tomorrow" else None


def _two_fridays_ago(line: Line, i: int, now: Now) -> Piece | None:
    count = read_count(line, i)
    if count is None or count.least != count.most:
        return None
    name = line.norm(count.after)
    names = lexicon("dates")["weekdays"]
    plural = name.endswith("s") and name[:-1] in names
    if not plural or line.norm(count.after + 1) not in ("ago", "back"):
        return None
    day = weekday_before(now.today, names.index(name[:-1]))
    return Piece(one_day(day - timedelta(weeks=int(count.least) - 1)), i, count.after + 2)


def read_week_of(line: Line, i: int, now: Now) -> Piece | None:
    """Week commencing 2 Feb, w/c 26/1, the week of the 26th of January."""
    k = line.after_any(i, "the")
    after = line.after_any(k, *lexicon("dates")["week_names"])
    if after == k:
        return None
    found = read_date(line, line.after_any(after, "on", "the monday", *lexicon("dates")["weekdays"]), now)
    if found is None or not isinstance(found.value, Days) or not found.value.single:
        return None
    first = found.value.first
    ending = line.norm(after - 1) in ("ending", "e")
    first = first - timedelta(days=6) if ending else week_of(first).first if line.norm(after - 1) == "of" else first
    return Piece(_week_from(first), i, found.after)


def _week_from(first: date) -> Days:
    return days_between(first, first + timedelta(days=6), unit="week")
