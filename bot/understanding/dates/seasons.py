"""Seasons and years: last summer, in the summer of 2024, back in 2019, from 2019 to 2021."""

from __future__ import annotations

import re
from datetime import date, timedelta

from bot.understanding.dates.calendar import month_days, year_days
from bot.understanding.dates.dated import year_at
from bot.understanding.dates.months import third_at
from bot.understanding.dates.spoken_years import spoken_year
from bot.understanding.dates.tokens import Line
from bot.understanding.dates.values import Days, Now, Piece, Void, days_between
from bot.understanding.lexicons import lexicon

_ENDS = ("end", "mark")


def read_season_or_year(line: Line, i: int, now: Now) -> Piece | None:
    """Last summer, in the summer of 2024, back in 2019."""
    k, third = third_at(line, i)
    k = line.after_any(k, "the", "in the", "over the", "during the", "over", "in")
    lead = line.norm(k)
    if lead in ("last", "this", "next"):
        k += 1
    months = lexicon("dates")["seasons"].get(line.norm(k))
    if line.norm(k + 1) in ("holiday", "term", "break"):
        return None
    year, after = year_at(line, k + 1)
    if months and (k > i or year is not None or _whole_answer(line, i) or line.norm(k + 1) in ("just", "gone", "last")):
        if lead == "next":
            return Piece(Void(), i, k + 1)
        before_last = line.has(after, "before last")
        gone = line.after_any(after, "just gone", "gone", "last", "just past")
        lead, after = ("last", gone) if gone > after else (lead, after)
        found = _season(months, year, "last" if before_last else lead, now)
        if before_last:
            found = _season(months, found.first.year - 1, "", now)
        return Piece(_third_of(found, third), i, before_last or after)
    return _year(line, i, now)


def _whole_answer(line: Line, i: int) -> bool:
    return (
        line.at(i - 1).kind in _ENDS
        and line.at(i + 1).kind in _ENDS
        or line.norm(i - 1) in ("since", "last", "was", "during")
    )


def _third_of(season: Days, third: str | None) -> Days:
    if third is None:
        return season
    n = ("early", "mid", "late").index(third.removesuffix("_days"))
    first = season.first + timedelta(days=30 * n)
    return days_between(first, min(first + timedelta(days=30), season.last), fuzzy=True, unit="season")


def _year(line: Line, i: int, now: Now) -> Piece | None:
    if line.norm(i) in ("between", "from"):
        return _years(line, i, now)
    text = line.at(i).text
    told = re.fullmatch(r"(19[89]\d|20\d\d)", text) and line.at(i).kind == "number"
    if told and (len(line) <= 3 or line.norm(i - 1) in lexicon("dates")["year_leads"]):
        return Piece(year_days(int(text)) if int(text) <= now.today.year else Void(), i, i + 1)
    year, after = spoken_year(line, i)
    return Piece(year_days(year) if year <= now.today.year else Void(), i, after) if year else None


def _years(line: Line, i: int, now: Now) -> Piece | None:
    """From 2019 to 2021."""
    ends = [line.at(k).text for k in (i + 1, i + 3)]
    if not all(re.fullmatch(r"(19[5-9]|20\d)\d", text) for text in ends) or line.norm(i + 2) not in (
        "to",
        "and",
        "until",
        "till",
        "-",
    ):
        return None
    first, last = (int(text) for text in ends)
    if first > last or last > now.today.year:
        return Piece(Void(), i, i + 4)
    return Piece(Days(date(first, 1, 1), date(last, 12, 31), f"{first}/{last}", unit="year"), i, i + 4)


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
