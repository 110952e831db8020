"""Days of the week, as told of the past: "Tuesday gone", "Monday night last week", "the Friday before last"."""

from __future__ import annotations

from datetime import date, timedelta

from bot.understanding.dates.calendar import weekday_before
from bot.understanding.dates.parts import read_part
from bot.understanding.dates.shy import weekday_at
from bot.understanding.dates.tokens import Line
from bot.understanding.dates.values import Now, Part, Piece, Void, one_day

_WEEK = timedelta(days=7)
_GONE = (
    "just gone",
    "gone",
    "just past",
    "last",
    "past",
    "just",
    "just been",
    "been",
    "previous",
    "last gone",
    "just there",
    "that was",
    "that's just been",
    "thats just been",
    "that's just gone",
    "thats just gone",
    "that's just past",
)
_COMING_ALONG = ("from", "home", "back", "out", "in", "into", "to", "off", "up", "down", "through", "along", "round", "door")
"""As in "on Monday coming from work": no Monday to come."""
# What after a weekday names its week, and how many weeks back that is; None counts from the latest such day.
_WEEKS = (
    ("the week before last", 2),
    ("week before last", 2),
    ("of the week before last", 2),
    ("the week before", 2),
    ("of last week", 1),
    ("in last week", 1),
    ("but last week", 1),
    ("last week", 1),
    ("last wk", 1),
    ("of this week", 0),
    ("in this week", 0),
    ("this week", 0),
)


def read_weekday(line: Line, i: int, now: Now) -> Piece | None:
    """A weekday at `i` with the words that say which one."""
    k = line.after_any(i, "the", "that")
    lead = line.norm(k)
    if line.has(k, "last last") and weekday_at(line, k + 2) is not None:
        return Piece(one_day(weekday_before(now.today, weekday_at(line, k + 2) or 0) - _WEEK, sure_past=True), i, k + 3)
    if lead in ("next", "coming") or line.has(k, "this coming"):
        ahead = k + (2 if line.norm(k + 1) == "coming" else 1)
        return Piece(Void(), i, ahead + 1) if weekday_at(line, ahead) is not None else None
    if lead in ("last", "this", "past", "previous"):
        k = line.after_any(k + 1, "past", "last")
    weekday = weekday_at(line, k)
    if weekday is None:
        return None
    if line.norm(k + 1) in ("of", "in") and line.norm(line.after_any(k + 2, "the")) in (
        "half",
        "term",
        "freshers",
        "holiday",
        "reading",
    ):
        return Piece(Void(), i, k + 3)
    if line.norm(k + 1) in ("coming", "next") and line.norm(k + 2) not in _COMING_ALONG:
        return Piece(Void(), i, k + 2)
    part, after = _part_after(line, k + 1, now)
    for end, told in ((after, part), (k + 1, None)):
        found = _which(line, i, end, weekday, told, lead, now)
        if found:
            return found
    return _plain(i, k + 1, weekday, lead, now)


def _part_after(line: Line, k: int, now: Now) -> tuple[str | None, int]:
    """A part of the day right after the weekday, so that "Monday night just gone" reads as one."""
    found = read_part(line, k, now)
    if found is None or not isinstance(found.value, Part):
        return None, k
    return found.value.name, found.after


def _which(line: Line, i: int, k: int, weekday: int, part: str | None, lead: str, now: Now) -> Piece | None:
    """The day where words after it say which week is meant."""
    for phrase, gone in _WEEKS:
        done = line.has(k, phrase)
        if done:
            own = _in_week(now.today - gone * _WEEK, weekday)
            return Piece(
                one_day(own, part=part, unit="day" if gone else "weekday") if own <= now.today else Void(), i, done
            )
    day = weekday_before(now.today, weekday)
    done = line.after_any(k, "before last", "last but one", "but one")
    if done > k:
        return Piece(one_day(day - _WEEK, part=part), i, done)
    after = line.after_any(k, *_GONE)
    weeks = {"week": 1, "fortnight": 2}.get(line.norm(after), 0)
    if weeks:
        if lead == "last":
            return Piece(one_day(day - _WEEK, part=part, unit="weekday"), i, after + 1)
        ago = line.after_any(after + 1, "ago", "back", "past", "since")
        return Piece(one_day(day - weeks * _WEEK, part=part) if ago > after + 1 else Void(), i, ago)
    if after == k or line.norm(after - 1) == "just" and line.norm(after) in ("after", "before"):
        return None
    return Piece(one_day(day, part=part, unit="weekday", sure_past=True), i, after)


def _plain(i: int, after: int, weekday: int, lead: str, now: Now) -> Piece:
    """The latest such day: today if it is one, unless "last" was said or the time told lies ahead."""
    told = lead in ("last", "past", "previous")
    if now.today.weekday() == weekday and not told:
        if lead == "this":
            return Piece(one_day(now.today, unit="weekday", sure_past=True), i, after)
        early = now.hour < 5
        own = now.today - (_WEEK if early else timedelta(0))
        return Piece(one_day(own, unit="weekday", back=0 if early else 7), i, after)
    return Piece(
        one_day(weekday_before(now.today, weekday), unit="weekday", sure_past=told or lead == "this"), i, after
    )


def _in_week(day: date, weekday: int) -> date:
    return day + timedelta(days=weekday - day.weekday())
