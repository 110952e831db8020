"""Times of day: half seven, ten to nine, 16:30, about 4, between 5 and 6pm, noon, midnight."""

from __future__ import annotations

from dataclasses import replace

from bot.understanding.dates.tokens import Line
from bot.understanding.dates.values import Clock, Now, Piece
from bot.understanding.lexicons import lexicon

_HALVES = {"am": "am", "a.m": "am", "a.m.": "am", "pm": "pm", "p.m": "pm", "p.m.": "pm"}
_FRACTIONS = {"quarter": 15, "five": 5, "ten": 10, "twenty": 20, "half": 30}
_JOINTS = ("to", "and", "-", "–", "until", "till", "or")
_DAY_PARTS = tuple(
    f"{lead} {part}" for lead in ("in the", "of a", "of an", "of the") for part in ("morning", "afternoon", "evening")
) + ("at night", "of a night")
_LEADS = (
    "at",
    "round",
    "about",
    "around",
    "by",
    "from",
    "between",
    "gone",
    "after",
    "before",
    "till",
    "until",
    "nearly",
    "almost",
    "past",
    "since",
    "roughly",
    "maybe",
)


def read_clock(line: Line, i: int, now: Now) -> Piece | None:
    """A time of day at `i`, or a stretch between two; a bare number only where the words around it make it one."""
    k = line.after_any(i, "between", "from", "between about", "from about", "from around", "between around")
    found = _one_time(line, k)
    if found is None and k == i and line.norm(i) in ("just", "shortly", "soon"):
        found = _one_time(line, i + 2) if line.norm(i + 1) in ("after", "before", "gone", "past") else None
        if found is None:
            return None
        clock, after, bare = found
        return (
            None
            if bare and not _bare_is_time(line, i + 2, after)
            else Piece(replace(clock, edge="before" if line.norm(i + 1) == "before" else "after"), i, after)
        )
    if found is None:
        return None
    clock, after, bare = found
    if line.norm(after) in _JOINTS:
        second = _one_time(line, line.after_any(after + 1, "about", "around"))
        if second and (not bare or not second[2] or k > i or line.norm(i - 1) in _LEADS):
            return _stretch(line, i, clock, second, line.norm(after) == "or")
    if bare and not _bare_is_time(line, k, after):
        return None
    return Piece(clock, i, after)


def _stretch(line: Line, i: int, clock: Clock, second: tuple[Clock, int, bool], either: bool) -> Piece | None:
    end, after, bare = second
    if bare and clock.half is None and not _follows_well(line, after) and line.norm(i) not in ("between", "from"):
        return None
    half, end_half = clock.half, end.half or clock.half
    if half is None and end.half in ("am", "pm"):
        crosses = clock.start % 720 > end.start % 720
        half = ("am" if end.half == "pm" else "pm") if crosses else end.half
        return Piece(
            replace(
                clock,
                start=clock.start % 720 + (720 if half == "pm" else 0),
                half=half,
                end=end.start,
                end_half=end.half,
                about=either,
            ),
            i,
            after,
        )
    return Piece(replace(clock, end=end.start, end_half=end_half, about=clock.about or either), i, after)


def _one_time(line: Line, i: int) -> tuple[Clock, int, bool] | None:
    """A time at `i`, the index after it, and whether it is no more than a number."""
    for read in (_word_time, _fraction_time, _digit_time):
        found = read(line, i)
        if found:
            clock, after, bare = found
            ish = line.after_any(after, "ish", "- ish", "- o - clock ish")
            if ish > after:
                after, bare, clock = ish, False, replace(clock, about=True)
                half = _HALVES.get(line.norm(after))
                if half and clock.half is None:
                    clock, after = replace(clock, start=_in_half(clock.start, half), half=half), after + 1
            return clock, after, bare
    return None


def _word_time(line: Line, i: int) -> tuple[Clock, int, bool] | None:
    if line.norm(i) == "noon" or line.has(i, "12 noon") or line.has(i, "twelve noon"):
        return Clock(720, "pm"), i + (1 if line.norm(i) == "noon" else 2), False
    if line.norm(i) == "midnight" or line.has(i, "12 midnight") or line.has(i, "twelve midnight"):
        return Clock(1440, "midnight"), i + (1 if line.norm(i) == "midnight" else 2), False
    return None


def _fraction_time(line: Line, i: int) -> tuple[Clock, int, bool] | None:
    """Half seven, half past 7, quarter to nine, ten to nine, 20 past, five and twenty past four."""
    k = line.after_any(i, "a")
    minutes = _FRACTIONS.get(line.norm(k), line.at(k).value if line.at(k).kind == "number" else None)
    after = k + 1
    if line.norm(k + 1) in ("till", "until", "before") and minutes and minutes % 5:
        return None
    if line.has(k, "twenty five"):
        minutes, after = 25, k + 2
    if minutes is None or minutes > 59:
        return None
    after = line.after_any(after, "minutes", "minute")
    if line.norm(k) == "half" and (line.at(after).value or 0) in range(1, 13):
        hour, after = line.at(after).value or 0, after + 1
        return _halved(line, (hour % 12) * 60 + 30, after)
    way = line.norm(after)
    if way not in ("past", "to", "after", "till", "before") or (
        line.norm(after + 1) in ("noon", "midnight") and way == "after"
    ):
        return None
    target = line.at(after + 1)
    to_hour = {"noon": 12, "midnight": 24}.get(target.norm, target.value if target.value in range(1, 13) else None)
    if (
        to_hour is None
        or (way in ("after", "before") and line.norm(k) not in _FRACTIONS)
        or (line.at(k).kind == "number" and minutes % 5 and way == "to")
    ):
        return None
    if line.at(k).kind == "number" and minutes < 13 and way == "to" and minutes not in (5, 10):
        return None
    start = to_hour * 60 + (minutes if way in ("past", "after") else -minutes)
    if target.norm in ("noon", "midnight"):
        return Clock(start, "am" if start < 720 else "pm" if start < 1440 else "midnight"), after + 2, False
    return _halved(line, start % 720, after + 2)


def _halved(line: Line, start: int, after: int) -> tuple[Clock, int, bool]:
    after = line.after_any(after, "oclock")
    half = _HALVES.get(line.norm(after))
    return (Clock(_in_half(start, half), half), after + 1, False) if half else (Clock(start), after, False)


def _in_half(start: int, half: str) -> int:
    return start % 720 + (720 if half == "pm" else 0)


def _digit_time(line: Line, i: int) -> tuple[Clock, int, bool] | None:
    token = line.at(i)
    if token.kind in ("clock", "dotted"):
        hour, minute = (int(n) for n in token.text.replace(".", ":").split(":")[:2])
        after, half = i + 1, _HALVES.get(line.norm(i + 1))
        dated = line.at(i - 1).kind in ("numeric_date", "iso") or line.at(i - 2).kind in ("numeric_date", "iso")
        if (
            hour > 23
            or minute > 59
            or (token.kind == "dotted" and not half and line.norm(i - 1) not in _LEADS and not dated)
        ):
            return None
        if half and hour <= 12:
            return Clock(_in_half(hour * 60 + minute, half), half), after + 1, False
        if hour > 12 or hour == 0 or token.text[0] == "0":
            return (
                Clock(hour * 60 + minute, "24"),
                after + (1 if half or line.norm(after) in ("hours", "h") else 0),
                False,
            )
        return Clock((hour % 12) * 60 + minute), line.after_any(after, "oclock"), False
    if token.value is None or token.kind == "ordinal":
        return None
    if token.kind == "number" and len(token.text) == 4 and (line.norm(i - 1) in _LEADS or line.norm(i + 1) == "hours"):
        hour, minute = divmod(token.value, 100)
        if hour < 24 and minute < 60 and not 1990 <= token.value <= 2029 or line.norm(i + 1) == "hours":
            return Clock(hour * 60 + minute, "24"), line.after_any(i + 1, "hours"), False
    half = _HALVES.get(line.norm(i + 1))
    if token.value in range(1, 13):
        if half:
            return Clock(_in_half(token.value * 60, half), half), i + 2, False
        if line.norm(i + 1) == "oclock" or line.has(i + 1, "o oclock"):
            return _halved(line, token.value % 12 * 60, i + (1 if line.norm(i + 1) == "oclock" else 2))
        if line.after_any(i + 1, *_DAY_PARTS) > i + 1:
            return Clock(token.value % 12 * 60), i + 1, False
        past = line.at(i + 1).value
        if line.at(i + 1).norm in ("fifteen", "thirty", "twenty", "ten") or (
            line.norm(i + 1) == "forty" and line.norm(i + 2) == "five"
        ):
            return _halved(line, token.value % 12 * 60 + (past or 45), i + (2 if past else 3))
        return Clock(token.value % 12 * 60), i + 1, True
    if token.value in range(13, 24) and half:
        return Clock(token.value * 60, "24"), i + 2, False
    return None


def _bare_is_time(line: Line, first: int, after: int) -> bool:
    """A number alone is a time after "at" or "about" (or first in the text) and before nothing that could be
    counted.
    """
    told = line.norm(first - 1) in _LEADS or line.norm(first) in ("between", "from")
    told = told or line.norm(first - 1) == "on" and line.norm(first - 2) in ("dead", "bang", "spot")
    told = (
        told
        or (line.norm(first - 1) == "was" and line.norm(first - 2) in ("it", "time", "that"))
        or line.norm(first - 1) in ("it's", "its")
    )
    return told and _follows_well(line, after)


def _follows_well(line: Line, after: int) -> bool:
    token = line.at(after)
    if token.kind in ("end", "mark"):
        return token.text not in ("%", "/", "£")
    return token.kind in ("ordinal", "numeric_date") or token.norm in lexicon("dates")["after_bare_hour"]
