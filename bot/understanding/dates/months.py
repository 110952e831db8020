"""Months, seasons and years: in March, early January, the first Monday in May, last summer, back in 2019."""

from __future__ import annotations

import re
from datetime import date, timedelta

from bot.understanding.dates.calendar import month_days, nth_weekday, year_days
from bot.understanding.dates.dated import month_at, year_at
from bot.understanding.dates.tokens import Line
from bot.understanding.dates.values import Days, Now, Piece, Void, days_between, one_day
from bot.understanding.lexicons import lexicon

_MONTH_LEADS = (
    "in",
    "last",
    "this",
    "since",
    "during",
    "of",
    "early",
    "late",
    "mid",
    "end",
    "start",
    "beginning",
    "by",
    "back",
    "until",
    "till",
    "from",
    "about",
    "around",
    "through",
    "throughout",
    "or",
)
_YEAR_LEADS = ("in", "since", "during", "of", "around", "about", "from", "late", "early")


def read_nth_in_month(line: Line, i: int, now: Now) -> Piece | None:
    """The first Monday in January, the last Sunday of March, the second week of May."""
    k = line.after_any(i, "the")
    nth = (
        -1
        if line.norm(k) == "last"
        else lexicon("dates")["ordinals"].get(line.norm(k), line.at(k).value if line.at(k).kind == "ordinal" else None)
    )
    unit, of = line.norm(k + 1), line.norm(k + 2)
    if (
        nth not in (-1, 1, 2, 3, 4)
        or of not in ("of", "in")
        or unit not in (*lexicon("dates")["weekdays"], "week", "weekend")
    ):
        return None
    month = read_month(line, k + 3, now)
    if month is None or not isinstance(month.value, Days):
        return None
    first = month.value.first
    if unit in lexicon("dates")["weekdays"]:
        value = one_day(nth_weekday(first.year, first.month, lexicon("dates")["weekdays"].index(unit), nth))
    elif unit == "weekend":
        saturday = nth_weekday(first.year, first.month, 5, nth)
        value = days_between(saturday, saturday + timedelta(days=1), unit="weekend")
    else:
        start = month.value.last - timedelta(days=6) if nth == -1 else first + timedelta(days=7 * (nth - 1))
        value = days_between(start, start + timedelta(days=6), unit="week", fuzzy=True)
    return Piece(value if value.first <= now.today else Void(), i, month.after)


def read_month(line: Line, i: int, now: Now) -> Piece | None:
    """March, last March, early March, the end of March 2025."""
    k, third = third_at(line, i)
    lead = line.norm(k)
    before = line.norm(i - 1)
    if lead in ("last", "this", "next"):
        k += 1
    year, after = year_at(line, k + 1)
    sure = k > i or before in _MONTH_LEADS or year is not None or (k == 0 and len(line) <= 3)
    month = month_at(line, k, sure)
    if month is None:
        return None
    if lead == "next":
        return Piece(Void(), i, k + 1)
    done = line.has(k + 1, "last year") or line.has(k + 1, "of last year")
    guess = year if year and year > 0 else now.today.year - 1 if done or year == -1 else now.today.year
    if year is None and not done and (guess, month) > (now.today.year, now.today.month - (1 if lead == "last" else 0)):
        guess -= 1
    if (guess, month) > (now.today.year, now.today.month):
        return Piece(Void(), i, max(after, done))
    return Piece(_cut(month_days(guess, month), third), i, max(after, done))


def third_at(line: Line, i: int) -> tuple[int, str | None]:
    """Early, the middle of, the end of: the index after the words, and which third; (i, None) where none is told."""
    for words, third in (
        (
            ("early", "beginning of", "the beginning of", "start of", "the start of", "early in", "at the start of", "at the beginning of"),
            "early",
        ),
        (("mid", "mid -", "middle of", "the middle of", "in the middle of", "halfway through"), "mid"),
        (("late", "end of", "the end of", "at the end of", "late in", "back end of", "the back end of"), "late"),
    ):
        after = line.after_any(i, *words)
        if after > i:
            return after, third
    return i, None


def _cut(days: Days, third: str | None) -> Days:
    if third is None:
        return days
    a, b = {"early": (1, 10), "mid": (10, 20), "late": (21, days.last.day)}[third]
    return Days(days.first.replace(day=a), days.first.replace(day=b), days.edtf, True, unit="month")


def read_season_or_year(line: Line, i: int, now: Now) -> Piece | None:
    """Last summer, in the summer of 2024, back in 2019."""
    k = line.after_any(i, "the", "in the")
    lead = line.norm(k)
    if lead in ("last", "this", "early", "late", "next"):
        k += 1
    months = lexicon("dates")["seasons"].get(line.norm(k))
    year, after = year_at(line, k + 1)
    if months and (k > i or year is not None):
        if lead == "next":
            return Piece(Void(), i, k + 1)
        return Piece(_season(months, year, lead, now), i, after)
    text = line.at(i).text
    if (
        re.fullmatch(r"(19[89]\d|20\d\d)", text)
        and line.at(i).kind == "number"
        and (len(line) <= 3 or line.norm(i - 1) in _YEAR_LEADS)
    ):
        return Piece(year_days(int(text)) if int(text) <= now.today.year else Void(), i, i + 1)
    return None


def _season(months: list[int], year: int | None, lead: str, now: Now) -> Days:
    start, end = months
    guess = now.today.year if year is None else year if year > 0 else now.today.year + year
    first = date(guess, start, 1)
    if year is None:
        running = (now.today.year, now.today.month) >= (guess, start)
        over = end >= start and now.today.month > end
        if not running or (lead == "last" and not over):
            first = date(guess - 1, start, 1)
    end_year = first.year + (1 if end < start else 0)
    last = month_days(end_year, end).last
    return Days(
        first, min(last, max(now.today, first + timedelta(days=1))), f"{first:%Y-%m}/{last:%Y-%m}", unit="season"
    )
