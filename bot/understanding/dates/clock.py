"""Times of day in their sentence: which numbers are times, stretches between two, and times just before or after."""

from __future__ import annotations

from dataclasses import replace

from bot.understanding.dates.clock_face import read_face
from bot.understanding.dates.clock_places import after_date, after_day_word, follows_well, is_time, led, opens
from bot.understanding.dates.dated import read_day_and_month
from bot.understanding.dates.halves import Face
from bot.understanding.dates.parts import bounds, read_part
from bot.understanding.dates.tokens import Line
from bot.understanding.dates.values import Clock, Now, Part, Piece, in_half
from bot.understanding.lexicons import lexicon

_OPENERS = ("between", "from", "anywhere between", "somewhere between")
_HEDGES = ("about", "around", "at", "like", "say", "maybe", "nearly", "roughly", "gone", "sometime", "near", "well after")
_SAME_TIME = ("this same time", "same time as now", "this very time", "this time of day", "this time of night", "the same time as it is now")
_NEAR = ("just", "shortly", "soon", "bit", "little", "right", "minutes", "moments", "straight")


def read_clock(line: Line, i: int, now: Now) -> Piece | None:
    """A time of day at `i`, or a stretch between two; a bare number only where the words around it make it one."""
    same = _same_time(line, i)
    if same > i:
        return Piece(Clock(now.hour * 60 + now.moment.minute, "24", about=True), i, same)
    k = line.after_any(i, *_OPENERS)
    opened = k > i
    if opened and line.at(k).kind == "number" and _begins_a_date(line, k, now):
        return None
    k = line.after_any(line.after_any(k, *_HEDGES), "my", "the") if opened else k
    edge, start = (None, k) if opened else _edge(line, i)
    found = read_face(line, start, minutes=not opened)
    if found is None:
        return None
    clock, after, bare = found
    parted, behind = _in_its_part(line, clock, after, now)
    if behind > after and _joint(line, behind):
        found = (parted, behind, False)
    if _joint(line, found[1]):
        again = _stretch_from(line, i, start, found, opened, now)
        if again:
            return again
    if not (edge and bare and follows_well(line, after)) and not is_time(line, start, after, bare):
        return None
    return Piece(replace(clock, edge=edge or clock.edge), i, after)


def _same_time(line: Line, i: int) -> int:
    """The index after "this same time"; "about this time" and the like only where a day stands beside it."""
    same = line.after_any(i, *_SAME_TIME)
    loose = line.after_any(i, *lexicon("dates")["like_now"])
    if same > i or loose == i:
        return same
    k = line.after_any(loose, "as", "on", "last", "on the", "this", ",")
    days = (*lexicon("dates")["weekdays"], "yesterday")
    beside = line.norm(k) in days or line.norm(i - 1) == "," and line.at(loose).kind in ("end", "mark")
    return loose if beside else i


def _joint(line: Line, i: int) -> str:
    """The words at `i` that join the two ends of a stretch; empty where none stand there."""
    return " ".join(line.norm(k) for k in range(i, line.after_any(i, *lexicon("dates")["clock_joints"])))


def _begins_a_date(line: Line, k: int, now: Now) -> bool:
    """As in "from 4 to 22 January": the numbers are days."""
    found = read_day_and_month(line, k, now)
    return found is not None and line.at(found.first).kind == "number"


def _edge(line: Line, i: int) -> tuple[str | None, int]:
    """Before, after, just gone: the edge told by the words at `i`, and the index of the time."""
    back = line.after_any(i, "the back of", "back of", "at the back of")
    if back > i:
        return "after", back
    k = line.after_any(i, "a", "well")
    near = line.norm(k) in _NEAR
    word = line.norm(k + 1 if near else k)
    if word not in ("before", "after", "gone", "past", "turned") or not near and (k > i or word == "past"):
        return None, i
    start = line.after_any(k + (2 if near else 1), "about", "around")
    if word in ("gone", "turned", "past") or near:
        return "before" if word == "before" else "after", start
    return ("until" if word == "before" else "from"), start


def _stretch_from(line: Line, i: int, start: int, first: Face, opened: bool, now: Now) -> Piece | None:
    clock, after, bare = first
    joint = _joint(line, after)
    k = line.after_any(line.after_any(after + len(joint.split()), *_HEDGES), *(("my", "the") if opened else ()))
    second = read_face(line, k) or _past_same_hour(line, k, clock)
    if second is None:
        return None
    end, done, end_bare = second
    if clock.half or clock.start % 720 > end.start % 720:
        end, done = _in_its_part(line, end, done, now)
    if joint == "and" and not opened or joint == "-" and line.norm(i - 1) in lexicon("dates")["scores"]:
        return None
    figures = len(line.at(start).text) == 4 and line.at(start).kind == "number" and len(line.at(done - 1).text) == 4
    placed = opened or figures or led(line, start) or after_day_word(line, start) or after_date(line, start)
    if bare and end_bare and not placed and not (joint in ("or", "maybe") and opens(line, start)):
        return None
    if (bare or end_bare) and end.half is None and not opened and not follows_well(line, done):
        return None
    return _stretch(i, clock, end, done, joint in ("or", "maybe"))


def _in_its_part(line: Line, clock: Clock, after: int, now: Now) -> tuple[Clock, int]:
    """A time with the part of the day told right after it, where that settles its half: "ten at night"."""
    found = read_part(line, after, now)
    if clock.half or clock.end or found is None or not isinstance(found.value, Part):
        return clock, after
    side = bounds(found.value.name)[2]
    half = {"am": "am", "pm": "pm", "night": "pm" if clock.start % 720 >= 300 else "am"}.get(side)
    return (replace(clock, start=in_half(clock.start, half), half=half), found.after) if half else (clock, after)


def _past_same_hour(line: Line, i: int, clock: Clock) -> Face | None:
    """As in "between 4 and half past"."""
    minute = {"half": 30, "quarter": 15, "ten": 10, "twenty": 20, "five": 5}.get(line.norm(i))
    if minute is None or line.norm(i + 1) != "past" or line.at(i + 2).value is not None:
        return None
    return Clock(clock.start - clock.start % 60 + minute, clock.half), i + 2, False


def _stretch(i: int, clock: Clock, end: Clock, after: int, either: bool) -> Piece:
    half = clock.half
    if half is None and end.half == "midnight":
        clock = replace(clock, start=in_half(clock.start, "pm"), half="pm")
    elif half is None and end.half in ("am", "pm"):
        crosses = clock.start % 720 > end.start % 720
        half = ("am" if end.half == "pm" else "pm") if crosses else end.half
        clock = replace(clock, start=in_half(clock.start, half), half=half)
    elif half is None and end.half == "24" and end.start >= 720 and clock.start % 720 < end.start % 720:
        clock = replace(clock, start=in_half(clock.start, "pm"), half="pm")
    last = end.start if end.end is None else end.end
    told = replace(clock, end=last, end_half=end.half or half, about=clock.about or either or end.about)
    return Piece(told, i, after)
