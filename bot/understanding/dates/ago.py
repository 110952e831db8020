"""So long ago: "two days ago", "a week ago today", "half an hour since", and as learners say it, "before two days"."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta, timezone

from bot.understanding.dates.ago_or import guessed_again
from bot.understanding.dates.amounts import Amount, read_amount, read_by_ear, unit_at
from bot.understanding.dates.calendar import last_weekend, month_days, months_back, same_day_of, year_days
from bot.understanding.dates.near import local
from bot.understanding.dates.tokens import Line
from bot.understanding.dates.values import Days, Instant, Now, Piece, Value, days_between, one_day
from bot.understanding.lexicons import lexicon

_CLOCKED = ("minute", "hour")
_ENDS = ("", ".", ",", "!", "?", "\n", ";", "(", ")", "in", "at", "he", "she", "they")


def read_ago(line: Line, i: int, now: Now) -> Piece | None:
    """An amount of time counted back from now, at `i`."""
    k = line.after_any(i, "before", "since", "ago")
    by_learner = k > i and line.norm(i - 1) not in ("the", "day", "night", "week", "month")
    opens = line.norm(i) == "ago" and (line.at(i - 1).kind in ("end", "mark") or unit_at(line, i - 1) is None)
    amount = read_amount(line, k) or read_by_ear(line, k)
    if amount is None:
        return None
    if by_learner and (opens or line.norm(i) == "since" and amount.unit not in _CLOCKED and _ends(line, amount.after)):
        return Piece(back(amount, now), i, amount.after)
    chain = _chain(line, amount, now)
    if chain:
        return Piece(chain[0], i, chain[1])
    if line.norm(amount.after) in ("before", "after") and line.norm(amount.after + 1) == "yesterday":
        return None
    after = line.after_any(amount.after, *lexicon("dates")["ago"])
    if after > amount.after and line.norm(after - 1) in ("since", "previous", "past") and not _ends(line, after):
        after = amount.after
    if after == amount.after:
        if by_learner and _ends(line, after) and (line.norm(i) == "before" or amount.unit in _CLOCKED):
            return Piece(back(amount, now), i, after)
        return None
    again, done = guessed_again(line, after, amount)
    if done > after:
        return Piece(back(again, now), i, done)
    loose = line.after_any(line.after_any(after, ","), *lexicon("dates")["after_ago"])
    if loose > line.after_any(after, ","):
        return Piece(back(replace(amount, loose=True), now), i, loose)
    return Piece(_to_the_day(line, after, amount, now), i, _after_today(line, after))


def _chain(line: Line, amount: Amount, now: Now) -> tuple[Value, int] | None:
    """Several amounts that add up: "an hour and 20 minutes ago", "1 month, 21 days ago"."""
    parts, k = [amount], amount.after
    while len(parts) < 4:
        more = read_amount(line, line.after_any(k, "and", ","))
        if more is None:
            break
        parts, k = [*parts, more], more.after
    if len(parts) < 2 or line.norm(k) not in ("ago", "back"):
        return None
    months = sum(int(part.number) * {"month": 1, "year": 12}.get(part.unit, 0) for part in parts)
    days = sum(int(part.number) * {"day": 1, "week": 7, "fortnight": 14}.get(part.unit, 0) for part in parts)
    minutes = sum(part.number * {"minute": 1, "hour": 60}.get(part.unit, 0) for part in parts)
    if months or days:
        return one_day(
            same_day_of(*months_back(now.today, months), now.today.day) - timedelta(days=days), sure_past=True
        ), k + 1
    return _moments(Amount(minutes, "minute", False, k, minutes), now), k + 1


def _ends(line: Line, k: int) -> bool:
    return line.norm(k) in _ENDS


def _after_today(line: Line, after: int) -> int:
    return line.after_any(after, "today", "yesterday", "last night", "to the day", "exactly")


def _to_the_day(line: Line, after: int, amount: Amount, now: Now) -> Value:
    """A week ago today, a month ago to the day, a fortnight ago yesterday; "exactly a month ago"."""
    said = line.norm(_after_today(line, after) - 1)
    exactly = "exactly" in (said, line.norm(after - 4), line.norm(after - 3))
    if amount.unit in ("month", "year") and not amount.loose and (said in ("today", "day", "yesterday") or exactly):
        months = int(amount.number) * (12 if amount.unit == "year" else 1)
        from_day = now.today - timedelta(days=said == "yesterday")
        return one_day(same_day_of(*months_back(from_day, months), from_day.day))
    value = back(amount, now)
    if isinstance(value, Days) and value.single and line.norm(_after_today(line, after) - 2) == "last" and said == "night":
        return one_day(value.first - timedelta(days=1), part="night")
    if isinstance(value, Days) and value.single and said in ("today", "yesterday", "day"):
        return one_day(value.first - timedelta(days=1 if said == "yesterday" else 0))
    return value


def back(amount: Amount, now: Now) -> Value:
    """What an amount of time before now comes to. The larger the unit and the looser the number, the wider."""
    if amount.unit in _CLOCKED:
        return _moments(amount, now)
    if amount.unit in ("day", "night"):
        part = "night" if amount.unit == "night" else None
        slack = 2 if amount.loose and amount.number >= 7 and amount.number == amount.most else 0
        return _span(now.today, amount.most + slack, amount.number - slack, amount.loose, part=part)
    if amount.unit in ("week", "fortnight"):
        return _weeks(amount, now)
    if amount.unit == "weekend":
        saturday = last_weekend(now.today) - timedelta(days=7 * int(amount.number - 1))
        return days_between(saturday, saturday + timedelta(days=1), unit="weekend", sure_past=True)
    return _months(amount, now) if amount.unit == "month" else _years(amount, now)


def _moments(amount: Amount, now: Now) -> Instant:
    size = timedelta(hours=1) if amount.unit == "hour" else timedelta(minutes=1)
    about = max(
        size * amount.number * 0.25, timedelta(minutes=15 if amount.unit == "hour" and amount.number >= 1 else 5)
    )
    moment = now.moment.astimezone(timezone.utc)
    return Instant(
        local(moment - size * amount.most - about), min(local(moment - size * amount.number + about), now.moment)
    )


def _span(today: date, most: float, least: float, fuzzy: bool, **more: object) -> Days:
    first, last = today - timedelta(days=round(most)), today - timedelta(days=round(least))
    return days_between(first, last, fuzzy=fuzzy, sure_past=True, **more)


def _weeks(amount: Amount, now: Now) -> Days:
    days = 14 if amount.unit == "fortnight" else 7
    slack = 0
    if amount.loose and amount.number == amount.most:
        slack = 2 if amount.number * days <= 7 and not amount.side else 4
    far, near = (0 if amount.side < 0 else slack), (0 if amount.side > 0 else slack)
    return _span(now.today, amount.most * days + far, amount.number * days - near, True, unit="week_ago")


def _months(amount: Amount, now: Now) -> Days:
    """A whole number of months ago is somewhere about that month; a loose one, about that day."""
    low, high = amount.number, amount.most
    if low % 1:
        return _span(now.today, low * 30 + 7, low * 30 - 7, True, unit="span")
    if low != high:
        far, near = (month_days(*months_back(now.today, int(n))) for n in (high, low))
        return Days(far.first, near.last, f"{far.edtf}/{near.edtf}", True, unit="month", sure_past=True)
    middle = same_day_of(*months_back(now.today, int(low)), now.today.day)
    reach = timedelta(days=(8 if low == 1 else 15) if amount.loose else (10 if low == 1 else 15))
    if amount.loose:
        first = middle if amount.side < 0 else middle - reach * (2 if amount.side > 0 and low > 1 else 1)
        last = middle if amount.side > 0 else middle + reach
        return days_between(first, min(last, now.today), fuzzy=True, unit="span", sure_past=True)
    month = month_days(middle.year, middle.month)
    first = month.first + ((middle - reach) - month.first) / 2
    last = month.last + ((middle + reach) - month.last) / 2
    return Days(first, min(last, now.today), month.edtf, True, unit="month", sure_past=True)


def _years(amount: Amount, now: Now) -> Days:
    low, high = int(amount.number), int(amount.most)
    if amount.number % 1 or low == high == 1:
        month = month_days(*months_back(now.today, round(amount.number * 12)), fuzzy=True)
        slack = timedelta(days=30 if amount.loose else 0)
        edtf = f"{month.first - slack:%Y-%m}/{month.last + slack:%Y-%m}" if amount.loose else month.edtf
        return Days(month.first - slack, month.last + slack, edtf, True, unit="month", sure_past=True)
    far, near = year_days(now.today.year - high), year_days(now.today.year - low)
    edtf = far.edtf if far == near else f"{far.edtf}/{near.edtf}"
    return Days(far.first, near.last, edtf, True, unit="year", sure_past=True)
