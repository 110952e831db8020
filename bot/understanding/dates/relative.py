"""Days counted from the moment of typing: yesterday, two days ago, tonight, the day after."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

from bot.understanding.dates.amounts import Amount, read_amount
from bot.understanding.dates.calendar import (
    last_weekend,
    month_days,
    months_back,
    same_day_of,
    year_days,
)
from bot.understanding.dates.tokens import Line
from bot.understanding.dates.values import (
    LONDON,
    Days,
    Instant,
    Now,
    Piece,
    Shift,
    Value,
    Void,
    days_between,
    one_day,
)

_JUST = timedelta(minutes=15)
_ABOUT = timedelta(minutes=30)


def read_near_day(line: Line, i: int, now: Now) -> Piece | None:
    """Today, yesterday, tonight, last night, the day before yesterday, the night before last."""
    day, word = timedelta(days=1), line.norm(i)
    the = line.after_any(i, "the")
    if line.has(i, "this time last week"):
        return Piece(one_day(now.today - 7 * day, unit="near", sure_past=True), i, i + 4)
    if line.has(i, "this time yesterday"):
        return Piece(_around(now.moment.astimezone(timezone.utc) - day), i, i + 3)
    if line.has(i, "just now") or line.has(i, "right now") or line.has(i, "just this minute"):
        return Piece(Instant(_local(now.moment.astimezone(timezone.utc) - _JUST), now.moment), i, i + 2)
    for phrase, back, part in (
        ("day before yesterday", 2, None),
        ("night before last", 2, "night"),
        ("evening before last", 2, "evening"),
        ("night before yesterday", 2, "night"),
        ("day b yesterday", 2, None),
        ("morning before last", 2, "morning"),
    ):
        after = line.has(the, phrase)
        if after:
            return Piece(one_day(now.today - back * day, part=part, unit="near", sure_past=True), i, after)
    if line.has(i, "last night") or line.has(i, "yesterday night"):
        return Piece(one_day(now.today - day, part="night", unit="near", sure_past=True), i, i + 2)
    if line.has(i, "last evening"):
        return Piece(one_day(now.today - day, part="evening", unit="near", sure_past=True), i, i + 2)
    if word == "this" and line.norm(i + 1) in ("morning", "afternoon", "evening", "night", "lunchtime"):
        part = line.norm(i + 1)
        part = "early_hours" if part == "morning" and now.hour < 5 else part
        own = now.today if part in ("morning", "early_hours") else now.evening_day
        return Piece(one_day(own, part=part, unit="near", sure_past=True), i, i + 2)
    if word == "tonight":
        return Piece(one_day(now.evening_day, part="night", unit="near", sure_past=True), i, i + 1)
    if word == "today" or line.has(i, "earlier today"):
        return Piece(one_day(now.today, unit="near", sure_past=True), i, i + (1 if word == "today" else 2))
    if word == "yesterday":
        return Piece(one_day(now.today - day, unit="near", sure_past=True), i, i + 1)
    if word == "tomorrow":
        return Piece(Void(), i, i + 1)
    return None


def read_ago(line: Line, i: int, now: Now) -> Piece | None:
    """So long ago: "two days ago", "a week ago today", "half an hour ago", "3 nights back"."""
    amount = read_amount(line, i)
    if amount is None:
        return None
    after = line.after_any(
        amount.after, "ago", "back", "ago now", "or so ago", "ago today", "ago yesterday", "previous", "ago to the day"
    )
    if after == amount.after:
        return None
    value = _back(amount, now)
    if line.norm(after - 1) in ("today", "day") and amount.unit in ("month", "year") and not amount.loose:
        months = int(amount.number) * (12 if amount.unit == "year" else 1)
        return Piece(one_day(same_day_of(*months_back(now.today, months), now.today.day)), i, after)
    if isinstance(value, Days) and line.norm(after - 1) == "yesterday" and value.single:
        value = one_day(value.first - timedelta(days=1))
    elif isinstance(value, Days) and line.norm(after - 1) == "today" and value.single:
        value = one_day(value.first)
    return Piece(value, i, after)


def _back(amount: Amount, now: Now) -> Value:
    low, high, loose = amount.number, amount.most, amount.loose
    if amount.unit in ("minute", "hour"):
        size = timedelta(hours=1) if amount.unit == "hour" else timedelta(minutes=1)
        about = size * max(low * 0.25, 0.25) if amount.unit == "hour" else timedelta(minutes=max(5.0, low * 0.25))
        moment = now.moment.astimezone(timezone.utc)
        return Instant(_local(moment - size * high - about), min(_local(moment - size * low + about), now.moment))
    if amount.unit in ("day", "night"):
        part = "night" if amount.unit == "night" else None
        first, last = now.today - timedelta(days=int(high)), now.today - timedelta(days=int(low))
        return days_between(first, last, fuzzy=loose, part=part, sure_past=True)
    if amount.unit in ("week", "fortnight"):
        days = 14 if amount.unit == "fortnight" else 7
        first, last = now.today - timedelta(days=round(high * days)), now.today - timedelta(days=round(low * days))
        return days_between(first, last, fuzzy=True, unit="week_ago", sure_past=True)
    if amount.unit == "weekend":
        saturday = last_weekend(now.today) - timedelta(days=7 * int(low - 1))
        return days_between(saturday, saturday + timedelta(days=1), unit="weekend", sure_past=True)
    if amount.unit == "month":
        if low == 0.5:
            return one_day(now.today - timedelta(days=15), fuzzy=True)
        months = [month_days(*months_back(now.today, int(n)), fuzzy=True) for n in (high, low)]
        edtf = months[1].edtf if int(low) == int(high) else f"{months[0].edtf}/{months[1].edtf}"
        return Days(months[0].first, months[1].last, edtf, True, unit="month", sure_past=True)
    if low == 0.5:
        return month_days(*months_back(now.today, 6), fuzzy=True)
    if low == high:
        return (
            year_days(now.today.year - int(low), fuzzy=True)
            if low >= 2
            else month_days(*months_back(now.today, 12), fuzzy=True)
        )
    return Days(
        year_days(now.today.year - int(high)).first,
        year_days(now.today.year - int(low)).last,
        f"{now.today.year - int(high)}/{now.today.year - int(low)}",
        True,
        unit="year",
    )


def _around(moment: datetime) -> Instant:
    return Instant(_local(moment - _ABOUT), _local(moment + _ABOUT))


def _local(moment: datetime) -> datetime:
    return moment.astimezone(LONDON)


def read_shift(line: Line, i: int, now: Now) -> Piece | None:
    """The next day, the night after, two days before: a day that hangs on another one."""
    the = line.after_any(i, "the", "on the")
    parts = {"day": None, "morning": "morning", "afternoon": "afternoon", "evening": "evening", "night": "night"}
    word, unit = line.norm(the), line.norm(the + 1)
    if word in ("next", "following") and unit in parts and (the != i or word == "following" or unit != "night"):
        return Piece(Shift(1, parts[unit]), i, the + 2)
    if word in parts and unit in ("before", "after") and the != i:
        return Piece(Shift(-1 if unit == "before" else 1, parts[word]), i, the + 2)
    amount = read_amount(line, the)
    if (
        amount
        and amount.unit in ("day", "week", "night")
        and line.norm(amount.after) in ("before", "after", "later", "earlier")
    ):
        days = int(amount.number) * (7 if amount.unit == "week" else 1)
        sign = 1 if line.norm(amount.after) in ("after", "later") else -1
        return Piece(Shift(sign * days), i, amount.after + 1)
    if the != i and word == "week" and unit in ("before", "after"):
        return Piece(Shift(-7 if unit == "before" else 7, whole_week=True), i, the + 2)
    return None
