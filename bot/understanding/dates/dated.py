"""Days told by a number and a month: 3 January 2026, Jan 3rd, the first of March, 3-5 January."""

from __future__ import annotations

import re
from datetime import timedelta

from bot.understanding.dates.calendar import day_or_none, months_back
from bot.understanding.dates.spoken_years import spoken_year
from bot.understanding.dates.tokens import Line
from bot.understanding.dates.values import Days, Now, Piece, Void, days_between, one_day
from bot.understanding.lexicons import lexicon

_SOON = timedelta(days=7)
"""A day that lies so little ahead is not taken for that of the year before: it is asked about."""


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
    if line.norm(i) == "." and len(line.at(i - 1).text) <= 4:
        k, text = i + 1, line.at(i + 1).text
    if re.fullmatch(r"(19|20)\d\d", text) and line.norm(k + 1) not in ("hour", "hours", "h"):
        return int(text), k + 1
    if k == i and text in ("'", "’", "‘") and re.fullmatch(r"[0-3]\d", line.at(k + 1).text):
        return 2000 + int(line.at(k + 1).text), k + 2
    if (
        (k == i or line.norm(i) == "of")
        and re.fullmatch(r"[1289]\d", text)
        and line.at(k).kind == "number"
        and line.norm(k + 1) not in ("am", "pm", "to", "past", ":", *lexicon("dates")["months"])
    ):
        return (1900 if text[0] in "89" else 2000) + int(text), k + 1
    spoken, done = spoken_year(line, k)
    if spoken and line.norm(k) == "twenty":
        return spoken, done
    if line.has(i, "this year"):
        return 0, i + 2
    if line.has(i, "last year"):
        return -1, i + 2
    return None, i


def dated(year: int | None, month: int, day: int, now: Now) -> Days | Void:
    """The day so dated; without a year, the latest one that is not ahead."""
    if year is not None:
        year = now.today.year + year if year <= 0 else year
        told = day_or_none(year, month, day)
        return one_day(told) if told and told <= now.today else Void(never=told is None)
    for guess in range(now.today.year, now.today.year - 5, -1):
        told = day_or_none(guess, month, day)
        if told and timedelta(0) < told - now.today <= _SOON:
            return Void()
        if told and told <= now.today:
            return one_day(told)
    return Void(never=day_or_none(2024, month, day) is None)


def read_day_and_month(line: Line, i: int, now: Now) -> Piece | None:
    """3 January, the 3rd of Jan 2026, January 3rd, the first of March, 3-5 January."""
    k = line.after_any(i, "the", "day", "the day")
    day, after_day = day_number(line, k)
    if day is not None:
        m = line.after_any(after_day, "of", "of the", "ish", "ish of", "-", "/", "day of", *(["."] if line.at(k).kind == "number" else []))
        last = None
        if month_at(line, m, True) is None and line.norm(after_day) in (
            "-",
            "–",
            "to",
            "and",
            "till",
            "until",
            "or",
            "/",
            "through",
            "maybe",
        ):
            last, m = day_number(line, line.after_any(after_day + 1, "the"))
            m = line.after_any(m, "of")
        month = month_at(line, m, True)
        if month is None:
            return _of_this_or_last(line, i, m, day, last, now) if m > after_day or last or _ult(line, m) else None
        year, after = year_at(line, line.after_any(m + 1, "-"))
        after = after if year is not None else m + 1
        value = dated(year, month, day, now)
        if last is not None and last < day:
            return None
        if last is not None and isinstance(value, Days):
            end = day_or_none(value.first.year, month, last)
            return Piece(
                days_between(value.first, min(end, now.today)) if end and end >= value.first else Void(), i, after
            )
        return Piece(value, i, after)
    month = month_at(line, i, True)
    if month is None:
        return None
    day, after = day_number(line, line.after_any(i + 1, "the", ".", "-", "/", ". the", "."))
    last, after_last = None, after
    if day is not None and line.norm(after) in ("-", "–", "to", "till", "until"):
        last, after_last = day_number(line, line.after_any(after + 1, "the"))
        if last is not None and last > day and line.norm(after_last) not in ("am", "pm", ":"):
            first = dated(None, month, day, now)
            end = day_or_none(first.first.year, month, last) if isinstance(first, Days) else None
            if end and isinstance(first, Days):
                return Piece(days_between(first.first, min(end, now.today)), i, after_last)
    if (
        day is None
        or line.norm(after) in ("am", "pm", ":", "past", "to")
        or (
            line.at(after - 1).kind == "word"
            and line.norm(i + 1) != "the"
            and line.at(after).kind not in ("end", "mark")
        )
    ):
        return None
    year, after = year_at(line, after)
    if year is None and line.at(after).kind == "clock":
        year = year_at(line, after + 1)[0]
    return Piece(dated(year, month, day, now), i, after)


def _ult(line: Line, m: int) -> bool:
    """Whether a month follows a day with no "of" between ("the 14th ult.", "28th last month")."""
    return line.norm(m) != "month" and line.after_any(m, *lexicon("dates")["months_of_a_day"]) > m


def _of_this_or_last(line: Line, i: int, m: int, day: int, last: int | None, now: Now) -> Piece | None:
    """The 28th of last month, the 3rd of this month, 4 to 22 this month, the 14th ult."""
    m = line.after_any(m, "in", "the")
    months = lexicon("dates")["months_of_a_day"]
    after = line.after_any(m, *months)
    name = " ".join(line.norm(k) for k in range(m, after))
    if after == m or name == "month" and line.norm(m - 1) != "the":
        return None
    first, end = (day_or_none(*months_back(now.today, months[name]), n) if n else None for n in (day, last))
    if first is None or first > now.today or last and (end is None or end < first):
        return Piece(Void(), i, after)
    return Piece(days_between(first, min(end or first, now.today)), i, after)


def day_number(line: Line, i: int) -> tuple[int | None, int]:
    """The number of a day at `i` in figures or words, and the index after it; (None, i) where none stands."""
    token = line.at(i)
    if token.kind in ("number", "ordinal"):
        return (
            (token.value, i + 1)
            if token.value is not None and len(token.text.lower().rstrip("stndrh")) <= 2
            else (None, i)
        )
    ordinals = lexicon("dates")["ordinals"]
    if token.norm in ("twenty", "thirty") and ordinals.get(line.norm(i + 1), 99) < 10:
        return (token.value or 0) + ordinals[line.norm(i + 1)], i + 2
    if token.norm in ordinals:
        return ordinals[token.norm], i + 1
    if token.kind == "word" and token.value:
        of = line.norm(i + 1) == "of" and month_at(line, i + 2, True)
        beside = month_at(line, i + 1) or month_at(line, i - 1) and line.at(i + 1).kind in ("end", "mark")
        return (token.value, i + 1) if of or beside else (None, i)
    return None, i
