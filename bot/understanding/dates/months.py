"""Months: in March, early January, 11/2016, the first Monday in May, the second week of June."""

from __future__ import annotations

import re
from datetime import timedelta

from bot.understanding.dates.calendar import month_days, months_back, nth_weekday
from bot.understanding.dates.dated import month_at, year_at
from bot.understanding.dates.tokens import Line
from bot.understanding.dates.values import Days, Now, Piece, Void, days_between, one_day
from bot.understanding.lexicons import lexicon

_ENDS = ("end", "mark")


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
        nth not in (-1, 1, 2, 3, 4, 5)
        or of not in ("of", "in", "")
        and line.at(k + 2).kind != "mark"
        or unit not in (*lexicon("dates")["weekdays"], "week", "weekend", "day")
    ):
        return None
    month = (
        read_month(line, line.after_any(k + 3, "the"), now) or _this_or_last_month(line, k + 3, now) or _end_of_year(line, k + 3, nth, now)
        if of in ("of", "in")
        else _no_month(nth, unit, k + 2, now)
    )
    if month is not None and isinstance(month.value, Void):
        return Piece(Void(), i, month.after)
    if month is None or not isinstance(month.value, Days):
        return None
    first = month.value.first
    if unit == "day":
        value = one_day(month.value.last if nth == -1 else first + timedelta(days=nth - 1))
    elif unit in lexicon("dates")["weekdays"]:
        value = one_day(nth_weekday(first.year, first.month, lexicon("dates")["weekdays"].index(unit), nth))
    elif unit == "weekend":
        saturday = nth_weekday(first.year, first.month, 5, nth)
        value = days_between(saturday, saturday + timedelta(days=1), unit="weekend")
    else:
        start = month.value.last - timedelta(days=6) if nth == -1 else first + timedelta(days=7 * (nth - 1))
        value = days_between(start, start + timedelta(days=6), unit="week", fuzzy=True)
    return Piece(value if value.first <= now.today else Void(), i, month.after)


def _this_or_last_month(line: Line, i: int, now: Now) -> Piece | None:
    for phrase, back in lexicon("dates")["months_told"].items():
        after = line.has(i, phrase)
        if after:
            return Piece(month_days(*months_back(now.today, back)), i, after)
    return None


def _end_of_year(line: Line, i: int, nth: int, now: Now) -> Piece | None:
    """The first or last month of the year named at `i`; "the year" is the latest that has had its first or last day."""
    k = line.after_any(i, "the")
    told = year_at(line, k)[0] if line.at(k).kind == "number" and len(line.at(k).text) == 4 else None
    the = line.norm(k) == "year" and (nth == 1 or (now.today.month, now.today.day) == (12, 31))
    back = {"year": 0 if the else 1, "last": 1, "this": 0}.get(line.norm(k)) if "year" in (line.norm(k), line.norm(k + 1)) else None
    if nth not in (1, -1) or told is None and back is None:
        return None
    return Piece(month_days(told or now.today.year - (back or 0), 1 if nth == 1 else 12), i, k + (1 if told or line.norm(k) == "year" else 2))


def _no_month(nth: int, unit: str, after: int, now: Now) -> Piece | None:
    """As in "the second Sunday", with no month told: of this month, or of the last if this has not had it."""
    if nth == 5 and unit in lexicon("dates")["weekdays"]:
        return Piece(Void(), after, after)
    if nth < 1 or unit not in lexicon("dates")["weekdays"]:
        return None
    weekday = lexicon("dates")["weekdays"].index(unit)
    for back in (0, 1):
        month = month_days(*months_back(now.today, back))
        if nth_weekday(month.first.year, month.first.month, weekday, nth) <= now.today:
            return Piece(month, after, after)
    return None


def read_month(line: Line, i: int, now: Now) -> Piece | None:
    """March, last March, early March, the end of March 2025."""
    k, third = third_at(line, i)
    lead = line.norm(k)
    before = line.norm(i - 1)
    if lead in ("last", "this", "next"):
        k += 1
    year, after = year_at(line, k + 1)
    sure = k > i or year is not None or _sure_month(line, k, before)
    month = month_at(line, k, sure)
    if month is None:
        return None
    if lead == "next":
        return Piece(Void(), i, k + 1)
    done = line.has(k + 1, "last year") or line.has(k + 1, "of last year")
    gone = line.after_any(after, "just gone", "gone", "just past", "last", "just")
    if gone > after and not done:
        after, lead = gone, "last"
    guess = year if year and year > 0 else now.today.year - 1 if done or year == -1 else now.today.year
    if year is None and not done and (guess, month) > (now.today.year, now.today.month - (1 if lead == "last" else 0)):
        guess -= 1
    if (guess, month) > (now.today.year, now.today.month):
        return Piece(Void(), i, max(after, done))
    return Piece(cut(month_days(guess, month), third), i, max(after, done))


def _sure_month(line: Line, k: int, before: str) -> bool:
    """Whether the words around a name that is also a word or a first name make it a month."""
    book, follows = lexicon("dates"), line.at(k + 1)
    if follows.norm == "be" or before in ("to", "her", "his"):
        return False
    if before in book["month_leads"]:
        return True
    opens = line.at(k - 1).kind in _ENDS or before in ("think", "maybe", "like", "say")
    return opens and (follows.kind in _ENDS or follows.norm in book["after_month"])


def third_at(line: Line, i: int) -> tuple[int, str | None]:
    """Early, the middle of, the end of: the index after the words, and which third; (i, None) where none is told."""
    leads = {i, line.after_any(i, *lexicon("dates")["third_leads"])}
    for third, words in lexicon("dates")["thirds"].items():
        for k in sorted(leads, reverse=True):
            part = line.after_any(k, *words["parts"])
            if part > k and line.norm(part) == "of":
                return line.after_any(part + 1, "the", "this here"), third
            after = line.after_any(k, *words["by_itself"]) if words["by_itself"] else k
            if after > k:
                return after, third
    return i, None


def cut(days: Days, third: str | None) -> Days:
    """That third of a month, or its first or last days."""
    if third is None:
        return days
    end = days.last.day
    a, b = {"early": (1, 10), "mid": (11, 20), "late": (21, end), "early_days": (1, 4), "late_days": (end - 4, end)}[third]
    return Days(days.first.replace(day=a), days.first.replace(day=b), days.edtf, True, unit="month")


def read_month_of_year(line: Line, i: int, now: Now) -> Piece | None:
    """A month and a year in figures (11/2016, 2016-11), or a year before its month (2016 November)."""
    a, k = line.at(i), line.after_any(i + 1, "/", "-", ",", ".")
    b = line.at(k)
    if a.kind == "decimal" or a.kind != "number":
        return None
    if len(a.text) == 4 and re.fullmatch(r"(19[89]|20\d)\d", a.text):
        month = month_at(line, k, True) or (b.value if k > i + 1 and b.kind == "number" and len(b.text) <= 2 else None)
        year = int(a.text)
    elif k > i + 1 and re.fullmatch(r"(19[89]|20\d)\d", b.text) and len(a.text) <= 2 and line.norm(i + 1) in ("/", "-"):
        month, year = a.value, int(b.text)
    else:
        return None
    if not month or not 1 <= month <= 12:
        return None
    return Piece(month_days(year, month) if (year, month) <= (now.today.year, now.today.month) else Void(), i, k + 1)
