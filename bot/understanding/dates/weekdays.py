"""Days of the week, as told of the past: "Tuesday gone", "a week last Thursday", "Monday of last week"."""

from __future__ import annotations

from datetime import date, timedelta

from bot.understanding.dates.amounts import read_amount
from bot.understanding.dates.calendar import weekday_before
from bot.understanding.dates.tokens import Line
from bot.understanding.dates.values import Now, Piece, Void, one_day
from bot.understanding.lexicons import lexicon

_BEFORE_SHY = (
    "on",
    "last",
    "this",
    "past",
    "every",
    "since",
    "until",
    "till",
    "from",
    "early",
    "late",
    "next",
    "about",
)
_AFTER_SHY = (
    "night",
    "morning",
    "afternoon",
    "evening",
    "gone",
    "just",
    "before",
    "last",
    "at",
    "about",
    "around",
    "lunchtime",
    "and",
)


def weekday_at(line: Line, i: int) -> int | None:
    """The number of the weekday named at `i` (Monday is 0), if a weekday is meant."""
    names: list[str] = lexicon("dates")["weekdays"]
    norm = line.norm(i)
    if norm not in names:
        return None
    shy = line.at(i).text.lower() in lexicon("dates")["shy_weekdays"]
    if shy and line.norm(i - 1) not in _BEFORE_SHY and line.at(i + 1).kind not in ("number", "ordinal"):
        if line.norm(i - 1) in ("or", "and", "to") and line.norm(i - 2) in names:
            return names.index(norm)
        alone = all(token.kind != "word" for token in line.tokens[:i]) and len(line) <= i + 4
        if not alone and (
            line.norm(i + 1) not in _AFTER_SHY
            or line.norm(i - 1) in ("i", "he", "she", "they", "we", "the", "a", "and", "just")
        ):
            return None
    return names.index(norm)


def read_weekday(line: Line, i: int, now: Now) -> Piece | None:
    """A weekday at `i` with the words that say which one."""
    week = timedelta(days=7)
    k = line.after_any(i, "the")
    lead = line.norm(k)
    if lead in ("next", "coming") or line.has(k, "this coming"):
        ahead = k + (2 if line.norm(k + 1) == "coming" else 1)
        return Piece(Void(), i, ahead + 1) if weekday_at(line, ahead) is not None else None
    if lead in ("last", "this", "past", "previous"):
        k = line.after_any(k + 1, "past")
    weekday = weekday_at(line, k)
    if weekday is None:
        return None
    day, after = weekday_before(now.today, weekday), k + 1
    if lead == "this" and now.today.weekday() == weekday:
        day = now.today
    for phrase, back in (
        ("before last", 1),
        ("last but one", 1),
        ("the week before last", 0),
        ("week before last", 0),
        ("of last week", 0),
        ("last week", 0),
        ("the week before", 0),
        ("of this week", 0),
        ("this week", 0),
    ):
        done = line.has(after, phrase)
        if not done:
            continue
        if phrase.endswith("this week"):
            own = _in_week(now.today, weekday)
            return Piece(one_day(own, unit="weekday") if own <= now.today else Void(), i, done)
        if back:
            return Piece(one_day(day - week, unit="weekday"), i, done)
        weeks = 2 if phrase.endswith(("before last", "before")) else 1
        return Piece(one_day(_in_week(now.today - weeks * week, weekday)), i, done)
    after = line.after_any(after, "just gone", "gone", "just past", "last", "past", "just")
    if line.norm(after) == "week":
        return (
            Piece(one_day(day - week, unit="weekday"), i, after + 1) if lead == "last" else Piece(Void(), i, after + 1)
        )
    return Piece(one_day(day, unit="weekday", sure_past=lead in ("last", "this", "past")), i, after)


def _in_week(day: date, weekday: int) -> date:
    return day + timedelta(days=weekday - day.weekday())


def read_weeks_and_weekday(line: Line, i: int, now: Now) -> Piece | None:
    """A week last Thursday, a fortnight ago on Sunday, two Fridays ago."""
    amount = read_amount(line, i)
    if amount and amount.unit in ("week", "fortnight"):
        weeks = int(amount.number) * (2 if amount.unit == "fortnight" else 1)
        k = line.after_any(amount.after, "ago", "ago on", "on", "back on", "past", "ago last", "last", "past last")
        weekday = weekday_at(line, k)
        if line.norm(amount.after) in ("today", "tomorrow"):
            return Piece(Void(), i, amount.after + 1)
        if weekday is None or k == amount.after:
            return None
        told = [line.norm(n) for n in range(amount.after, k)]
        if told == ["on"]:
            return Piece(Void(), i, k + 1)
        if "last" in told or told == ["past"]:
            return Piece(one_day(weekday_before(now.today, weekday) - timedelta(weeks=weeks)), i, k + 1)
        return Piece(one_day(_in_week(now.today - timedelta(weeks=weeks), weekday)), i, k + 1)
    for count, word in ((1, "a"), (2, "two"), (3, "three"), (2, "couple"), (4, "four")):
        k = line.has(i, word) or (line.has(i, str(count)) if count > 1 else 0)
        name = line.norm(k)
        if k and name.endswith("s") and name[:-1] in lexicon("dates")["weekdays"] and line.norm(k + 1) == "ago":
            weekday = lexicon("dates")["weekdays"].index(name[:-1])
            return Piece(one_day(weekday_before(now.today, weekday) - timedelta(weeks=count - 1)), i, k + 2)
    return None
