"""Weeks, weekends, months and years counted from now: last week, the end of last month, the weekend before last."""

from __future__ import annotations

from datetime import timedelta, timezone

from bot.understanding.dates.amounts import Amount, read_amount
from bot.understanding.dates.calendar import last_weekend, month_days, months_back, same_day_of, week_of, year_days
from bot.understanding.dates.months import third_at
from bot.understanding.dates.near import local
from bot.understanding.dates.tokens import Line
from bot.understanding.dates.values import Days, Instant, Now, Piece, Void, days_between
from bot.understanding.lexicons import lexicon

_ENDS = ("end", "mark")
# Months back, and how many days about that day "this time last year" reaches.
_ABOUT_NOW = {"year": (12, 14), "month": (1, 4)}
_GONE = ("just gone", "gone", "just past", "past", "just been", "just", "there", "that just went")


def read_period(line: Line, i: int, now: Now) -> Piece | None:
    """Last week, this month, the weekend, the week before last, the last few days."""
    start, third = third_at(line, i)
    if third:
        return _third_of(line, i, start, third, now)
    today = now.today
    around = _around_now(line, i, now)
    if around:
        return around
    the = line.after_any(i, *lexicon("dates")["period_leads"])
    word, unit = line.norm(the), line.norm(the + 1)
    if word in ("next", "coming") and unit in ("week", "month", "year", "weekend"):
        return Piece(Void(), i, the + 2)
    for phrase, value in (
        ("week before last", week_of(today - timedelta(days=14))),
        ("last last week", week_of(today - timedelta(days=14))),
        ("last last month", month_days(*months_back(today, 2))),
        ("last last weekend", _weekend(now, 3 if today.weekday() >= 5 else 2)),
        ("weekend before last", _weekend(now, 3 if today.weekday() >= 5 else 2)),
        ("month before last", month_days(*months_back(today, 2))),
        ("year before last", year_days(today.year - 2)),
    ):
        after = line.has(the, phrase)
        if after:
            return Piece(value, i, after)
    if word in ("week", "month", "year") and line.norm(the - 1) == "the" and line.norm(the - 3) == "earlier":
        return Piece(_whole(word, 0, now), i, the + 1)
    if word in ("last", "past", "previous") and line.norm(the + 1) != "":
        running = (
            line.norm(the - 1) == "the"
            and line.norm(the - 2) in ("in", "over", "for", "within")
            or line.norm(the - 1) in ("over", "these")
        )
        amount = read_amount(line, the + 1)
        if unit in ("minute", "hour") and amount is None and (running or len(line) <= 3):
            amount = Amount(1, unit, True, the + 2, 1)
        if amount and amount.unit in ("minute", "hour"):
            size = timedelta(hours=amount.most) if amount.unit == "hour" else timedelta(minutes=amount.most)
            return Piece(Instant(local(now.moment.astimezone(timezone.utc) - size), now.moment), i, amount.after)
        if running and unit in ("week", "month", "year", "fortnight") and amount is None:
            amount = Amount(1, unit, True, the + 2, 1)
        if (
            amount
            and amount.unit in ("day", "week", "fortnight", "month", "year")
            and (amount.number > 1 or amount.loose or amount.unit == "fortnight")
        ):
            days = amount.most * {"day": 1, "week": 7, "fortnight": 14, "month": 30, "year": 365}[amount.unit]
            return Piece(
                days_between(today - timedelta(days=round(days)), today, unit="span", fuzzy=True), i, amount.after
            )
    if word in ("last", "this", "previous", "current") or word == "past":
        back = 0 if word in ("this", "current") else 1
        if unit == "week":
            return Piece(week_of(today - timedelta(days=7 * back), sure_past=True), i, line.after_any(the + 2, *_GONE))
        if unit == "month":
            return Piece(month_days(*months_back(today, back), sure_past=True), i, the + 2)
        if unit == "year":
            return Piece(year_days(today.year - back, sure_past=True), i, the + 2)
        if unit == "weekend":
            back = 2 if word in ("last", "previous") and now.today.weekday() >= 5 else 1
            return Piece(_weekend(now, back), i, line.after_any(the + 2, *_GONE))
    if word == "week" and line.norm(the - 1) == "all":
        return Piece(week_of(today, sure_past=True), i, the + 1)
    alone = line.at(i - 1).kind in _ENDS and (len(line) <= 4 or line.at(the + 1).kind in _ENDS)
    if word == "weekend" and (the != i or alone):
        return Piece(_weekend(now, 1), i, line.after_any(the + 1, *_GONE))
    return None


def _around_now(line: Line, i: int, now: Now) -> Piece | None:
    """ "This time last year": the days about today's date, so long ago."""
    after = line.after_any(i, *lexicon("dates")["like_now"])
    if after == i or line.norm(after) not in ("last", "the") or line.norm(after + 1) not in _ABOUT_NOW:
        return None
    months, reach = _ABOUT_NOW[line.norm(after + 1)]
    before_last = line.has(after + 2, "before last")
    if (line.norm(after) == "the") != bool(before_last):
        return None
    day = same_day_of(*months_back(now.today, months * (2 if before_last else 1)), now.today.day)
    return Piece(days_between(day - timedelta(days=reach), day + timedelta(days=reach), fuzzy=True, unit="around"), i, before_last or after + 2)


def _third_of(line: Line, i: int, start: int, third: str, now: Now) -> Piece | None:
    """The start, the middle or the end of last week, of last month, of this month."""
    year = line.at(start)
    if year.kind == "number" and 1980 <= (year.value or 0) <= now.today.year and len(year.text) == 4:
        value = _cut(year_days(year.value or 0), third, "year")
        return Piece(value, i, start + 1) if value.first <= now.today else None
    lead, unit = line.norm(start), line.norm(start + 1)
    if lead in ("week", "month", "year") and line.norm(start - 1) in ("of", "the"):
        lead, unit, start = "the", lead, start - 1
    if unit not in ("week", "month", "year") or lead not in ("the", "last", "this", "previous", "past", "current"):
        return None
    for back in (0, 1) if lead == "the" else (1,) if lead in ("last", "previous", "past") else (0,):
        value = _cut(_whole(unit, back, now), third, unit)
        if value.last <= now.today or back == 1 or (lead != "the" or third == "early") and value.first <= now.today:
            return Piece(value, i, start + 2)
    return Piece(_whole(unit, 0, now), i, start + 2)


def _cut(whole: Days, third: str, unit: str) -> Days:
    """About a third of a week, a month or a year. The ends of a year are told of its first and last weeks."""
    length = (whole.last - whole.first).days + 1
    if third.endswith("_days"):
        begin, end = (0, 4) if third == "early_days" else (length - 4, length)
    elif unit == "year":
        begin, end = {"early": (0, 20), "mid": (135, 225), "late": (length - 47, length)}[third]
    elif unit == "month":
        begin, end = {"early": (0, 10), "mid": (10, 20), "late": (20, length)}[third]
    else:
        begin, end = {"early": (0, 3), "mid": (2, 5), "late": (4, 7)}[third]
    first = whole.first + timedelta(days=begin)
    kind = "week" if unit == "week" else "span"
    return days_between(first, whole.first + timedelta(days=end - 1), fuzzy=True, unit=kind, sure_past=True)


def _whole(unit: str, back: int, now: Now) -> Days:
    if unit == "week":
        return week_of(now.today - timedelta(days=7 * back))
    return month_days(*months_back(now.today, back)) if unit == "month" else year_days(now.today.year - back)


def _weekend(now: Now, back: int) -> Days:
    saturday = last_weekend(now.today) - timedelta(days=7 * (back - 1))
    return days_between(saturday, saturday + timedelta(days=1), unit="weekend", sure_past=True)
