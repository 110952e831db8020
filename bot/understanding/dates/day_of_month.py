"""A day of the month with no month told: the 14th, on the third, Mon 9th, day 3."""

from __future__ import annotations

from datetime import date, timedelta

from bot.understanding.dates.calendar import day_or_none, months_back, weekday_after
from bot.understanding.dates.dated import day_number, read_day_and_month
from bot.understanding.dates.figures import read_numeric_date
from bot.understanding.dates.tokens import Line
from bot.understanding.dates.values import Now, Piece, Void, one_day
from bot.understanding.lexicons import lexicon

_LEADS = ("the", "on", "or", "and", "to", "till", "until", "today", "yesterday", ",", "then")
_ENDS = ("end", "mark")
_LONG_AGO = timedelta(days=45)
"""A day and weekday that last fell together longer ago than this is doubted where they soon will again."""


def read_day_of_month(line: Line, i: int, now: Now) -> Piece | None:
    """The 14th, of this month or the latest month that had it behind us."""
    if line.norm(i) == "day" and line.at(i + 1).kind == "number" and 0 < (line.at(i + 1).value or 0) <= 31:
        return latest_day(line.at(i + 1).value or 0, i, i + 2, now) if line.norm(i - 1) not in ("a", "per") else None
    k = line.after_any(i, "the")
    day, after = day_number(line, k)
    token = line.at(k)
    if day is not None and token.kind == "number":
        return latest_day(day, i, after, now) if _plain_number(line, i, k, after, day) else None
    if day is None or not _stands_alone(line, i, k, after):
        return None
    before = line.norm(i - 1) if line.norm(i - 1) != "," else line.norm(i - 2)
    if token.kind == "ordinal" and before in lexicon("dates")["weekdays"]:
        return _that_weekday(line, i, after, before, day, now)
    return latest_day(day, i, after, now)


def _plain_number(line: Line, i: int, k: int, after: int, day: int) -> bool:
    """As in "it was the 27": no bus that she was on."""
    alone = line.at(after).kind in _ENDS and line.norm(i - 1) in ("", "was", "for", "about", "around", "think", ",")
    return k > i and 12 < day <= 31 and alone


def read_date(line: Line, i: int, now: Now) -> Piece | None:
    """Any date told by its number, the one that reads furthest."""
    found = [
        piece for read in (read_numeric_date, read_day_and_month, read_day_of_month) if (piece := read(line, i, now))
    ]
    return max(found, key=lambda piece: piece.after, default=None)


def _stands_alone(line: Line, i: int, k: int, after: int) -> bool:
    """Whether an ordinal counts days: "the 3rd" may, "the 3rd floor" and "my third call" may not."""
    book, token, follows = lexicon("dates"), line.at(k), line.at(after)
    cues = book["second_thoughts"]["cues"]
    begins_a_time = follows.norm in ("half", "quarter") and (line.norm(after + 1) in ("past", "to") or line.at(after + 1).value is not None)
    if follows.norm in book["ordinal_nouns"] and not begins_a_time or line.norm(i - 1) in book["never_before_ordinal"]:
        return False
    if token.kind == "ordinal":
        led = (
            k > i
            or line.norm(i - 1) in _LEADS
            or (line.norm(i - 2), line.norm(i - 1)) == ("it", "was")
            or line.at(i - 1).kind in _ENDS
            or line.norm(i - 1) in (*book["weekdays"], *cues)
        )
        return led and (
            follows.kind in _ENDS
            or follows.norm in (*book["after_ordinal"], *cues)
            or k > i
            and follows.norm not in book["clock_nouns"]
        )
    if after == k + 1 and token.norm in ("first", "second") and (k == i or follows.norm in ("was", "is", "were")):
        return False
    if k == i or line.norm(i - 1) in ("for", "was", "is"):
        return False
    return follows.kind in _ENDS or after > k + 1 or follows.norm in book["after_ordinal"]


def latest_day(day: int, i: int, after: int, now: Now) -> Piece:
    """The latest day of a month with that number."""
    for back in range(3):
        told = day_or_none(*months_back(now.today, back), day)
        if told and told <= now.today:
            return Piece(one_day(told, unit="dom"), i, after)
    return Piece(Void(), i, after)


def latest_such(day: int, weekday: int, today: date) -> date | None:
    """The latest day of a month with that number that was that weekday."""
    for back in range(14):
        told = day_or_none(*months_back(today, back), day)
        if told and told <= today and told.weekday() == weekday:
            return told
    return None


def comes_soon(told: date, weekday: int, today: date) -> bool:
    """Whether a day found long ago comes again within days, so that the one ahead may well be meant."""
    ahead = weekday_after(today, weekday)
    return today - told > _LONG_AGO and told.day in (ahead.day, (ahead + timedelta(days=7)).day)


def _that_weekday(line: Line, i: int, after: int, name: str, day: int, now: Now) -> Piece:
    weekday = lexicon("dates")["weekdays"].index(name)
    told = latest_such(day, weekday, now.today)
    if told and comes_soon(told, weekday, now.today):
        return Piece(Void(), i, after)
    return Piece(one_day(told), i, after) if told else latest_day(day, i, after, now)
