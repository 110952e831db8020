"""Days told by the calendar: 3 January 2026, Jan 3rd, 03/04 (day first), 2026-01-03, the 14th."""

from __future__ import annotations

import re

from bot.understanding.dates.calendar import day_or_none, months_back
from bot.understanding.dates.tokens import Line
from bot.understanding.dates.values import Days, Now, Piece, Void, days_between, one_day
from bot.understanding.lexicons import lexicon


def month_at(line: Line, i: int, sure: bool = False) -> int | None:
    """The month named at `i`; a shy name ("may") counts only where a date is `sure`."""
    names: list[str] = lexicon("dates")["months"]
    if line.norm(i) not in names:
        return None
    shy = line.at(i).text.lower() in lexicon("dates")["shy_months"]
    return None if shy and not sure else names.index(line.norm(i)) + 1


def year_at(line: Line, i: int) -> tuple[int | None, int]:
    """A year at `i` and the index after it; (None, i) without one."""
    k = line.after_any(i, ",", "of", "in")
    text = line.at(k).text
    if re.fullmatch(r"(19|20)\d\d", text):
        return int(text), k + 1
    if k == i and text in ("'", "’", "‘") and re.fullmatch(r"[0-3]\d", line.at(k + 1).text):
        return 2000 + int(line.at(k + 1).text), k + 2
    if (
        k == i
        and re.fullmatch(r"[12]\d", text)
        and line.at(i).kind == "number"
        and line.norm(i + 1) not in ("am", "pm", "to", "past", ":")
    ):
        return 2000 + int(text), k + 1
    if line.has(i, "this year"):
        return 0, i + 2
    if line.has(i, "last year"):
        return -1, i + 2
    return None, i


def _dated(year: int | None, month: int, day: int, now: Now) -> Days | Void:
    """The day so dated; without a year, the latest one that is not ahead."""
    if year is not None:
        year = now.today.year + year if year <= 0 else year
        told = day_or_none(year, month, day)
        return one_day(told) if told and told <= now.today else Void()
    for guess in range(now.today.year, now.today.year - 5, -1):
        told = day_or_none(guess, month, day)
        if told and told <= now.today:
            return one_day(told)
    return Void()


def read_numeric_date(line: Line, i: int, now: Now) -> Piece | None:
    """03/04, 3.4.26, 2026-01-03: the day comes first unless the year does."""
    token = line.at(i)
    if token.kind not in ("iso", "numeric_date"):
        return None
    numbers = [int(n) for n in re.findall(r"\d+", token.text)]
    if token.kind == "iso":
        return Piece(_dated(numbers[0], numbers[1], numbers[2], now), i, i + 1)
    day, month = numbers[0], numbers[1]
    year = numbers[2] if len(numbers) > 2 else None
    if year is not None and year < 100:
        year += 2000
    if year is None and not 1 <= month <= 12:
        return None
    if not 1 <= month <= 12:
        return Piece(Void(), i, i + 1)
    return Piece(_dated(year, month, day, now), i, i + 1)


def read_day_and_month(line: Line, i: int, now: Now) -> Piece | None:
    """3 January, the 3rd of Jan 2026, January 3rd, the first of March, 3-5 January."""
    k = line.after_any(i, "the")
    day, after_day = _day_number(line, k)
    if day is not None:
        m = line.after_any(after_day, "of", "-", "/")
        last = None
        if month_at(line, m, True) is None and line.norm(after_day) in ("-", "–", "to", "and", "till", "until", "or"):
            last, m = _day_number(line, line.after_any(after_day + 1, "the"))
            m = line.after_any(m, "of")
        month = month_at(line, m, True)
        if month is None:
            return _of_this_or_last(line, i, m, day, now) if m > after_day else None
        year, after = year_at(line, line.after_any(m + 1, "-"))
        value = _dated(year, month, day, now)
        if last is not None and isinstance(value, Days):
            end = day_or_none(value.first.year, month, last)
            return Piece(
                days_between(value.first, min(end, now.today)) if end and end >= value.first else Void(), i, after
            )
        return Piece(value, i, after)
    month = month_at(line, i, True)
    if month is None:
        return None
    day, after = _day_number(line, line.after_any(i + 1, "the"))
    last, after_last = None, after
    if day is not None and line.norm(after) in ("-", "–", "to", "till", "until"):
        last, after_last = _day_number(line, line.after_any(after + 1, "the"))
        if last is not None and last > day and line.norm(after_last) not in ("am", "pm", ":"):
            first = _dated(None, month, day, now)
            end = day_or_none(first.first.year, month, last) if isinstance(first, Days) else None
            if end and isinstance(first, Days):
                return Piece(days_between(first.first, min(end, now.today)), i, after_last)
    if (
        day is None
        or line.norm(after) in ("am", "pm", ":", "past", "to")
        or (line.at(after - 1).kind == "word" and line.norm(i + 1) != "the")
    ):
        return None
    year, after = year_at(line, after)
    return Piece(_dated(year, month, day, now), i, after)


def _of_this_or_last(line: Line, i: int, m: int, day: int, now: Now) -> Piece | None:
    """The 28th of last month, the 3rd of this month."""
    back = 1 if line.has(m, "last month") else 0 if line.has(m, "this month") or line.has(m, "the month") else None
    if back is None:
        return None
    told = day_or_none(*months_back(now.today, back), day)
    return Piece(one_day(told) if told and told <= now.today else Void(), i, m + 2)


def _day_number(line: Line, i: int) -> tuple[int | None, int]:
    token = line.at(i)
    if token.kind in ("number", "ordinal"):
        return (token.value, i + 1) if token.value is not None and len(token.text.rstrip("stndrh")) <= 2 else (None, i)
    ordinals = lexicon("dates")["ordinals"]
    if token.norm in ("twenty", "thirty") and ordinals.get(line.norm(i + 1), 99) < 10:
        return (token.value or 0) + ordinals[line.norm(i + 1)], i + 2
    if token.norm in ordinals:
        return ordinals[token.norm], i + 1
    return None, i


def read_day_of_month(line: Line, i: int, now: Now) -> Piece | None:
    """The 14th, of this month or the latest month that had it behind us."""
    if line.at(i).kind == "ordinal" and line.norm(i - 1) in lexicon("dates")["weekdays"]:
        return _that_weekday(line, i, now)
    if (
        line.norm(i) != "the"
        or line.at(i + 1).kind != "ordinal"
        or line.norm(i + 2) in ("floor", "time", "of", "one", "message", "text", "call", "person", "day")
    ):
        return None
    for back in range(3):
        year, month = months_back(now.today, back)
        told = day_or_none(year, month, line.at(i + 1).value or 0)
        if told and told <= now.today:
            return Piece(one_day(told), i, i + 2)
    return Piece(Void(), i, i + 2)


def _that_weekday(line: Line, i: int, now: Now) -> Piece | None:
    """As in "Mon 9th": the latest ninth that was a Monday."""
    weekday = lexicon("dates")["weekdays"].index(line.norm(i - 1))
    for back in range(14):
        year, month = months_back(now.today, back)
        told = day_or_none(year, month, line.at(i).value or 0)
        if told and told <= now.today and told.weekday() == weekday:
            return Piece(one_day(told), i, i + 1)
    return None
