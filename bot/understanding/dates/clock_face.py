"""One time of the clock: half seven, 16:30, 3.15, ten thirty, 4 o'clock, noon, 1 something."""

from __future__ import annotations

from dataclasses import replace

from bot.understanding.dates.clock_fractions import read_fraction
from bot.understanding.dates.halves import Face, half_at, halved
from bot.understanding.dates.spoken_hours import minute_words, read_named_time, spoken_24
from bot.understanding.dates.tokens import Line
from bot.understanding.dates.values import Clock, in_half
from bot.understanding.lexicons import lexicon

_ISH = ("ish", "- ish", "oclock ish", "sh")
_OR_SO = ("or so", "or thereabouts", "or something like that", "or summat like that", "give or take")
_SOMETHING = ("something", "summat", "odd", "sumthing", "somethin")

def read_face(line: Line, i: int, minutes: bool = True) -> Face | None:
    """The time of the clock at `i`; with `minutes` False "ten to nine" is no time but the two ends of one."""
    for read in (_named, _spoken, read_fraction, _in_figures, _number):
        if read is read_fraction and not minutes and line.norm(i + 1) in ("to", "till", "until"):
            continue
        found = read(line, i)
        if found:
            return _loosened(line, *found)
    return None


def _loosened(line: Line, clock: Clock, after: int, bare: bool) -> Face:
    """With "ish" or "something" after it."""
    so = line.after_any(after, *_OR_SO)
    if so > after:
        return replace(clock, about=True), so, bare
    ish = line.after_any(after, *_ISH)
    if ish > after:
        after, bare, clock = ish, False, replace(clock, about=True)
        half, done = half_at(line, after)
        if half and clock.half is None:
            clock, after = replace(clock, start=in_half(clock.start, half), half=half), done
    elif bare and line.norm(after) in _SOMETHING:
        half, done = half_at(line, after + 1)
        start = in_half(clock.start, half) if half else clock.start
        return replace(clock, start=start, end=start + 60, half=half), done, False
    return clock, after, bare


def _named(line: Line, i: int) -> Face | None:
    found = read_named_time(line, i)
    return (*found, False) if found else None


def _spoken(line: Line, i: int) -> Face | None:
    found = spoken_24(line, i)
    return (Clock(found[0], "24"), found[1], False) if found else None


def _in_figures(line: Line, i: int) -> Face | None:
    """16:30, 3.15, 17h30, 0930, 10 30."""
    token = line.at(i)
    if token.kind == "numeric_date":
        return _one_hour_or_the_next(line, i)
    if token.kind in ("clock", "dotted"):
        hour, minute = (int(n) for n in token.text.lower().replace(".", ":").replace("h", ":").split(":")[:2])
        return _of_hour_and_minute(line, hour, minute, i + 1, token.text[0] == "0")
    if token.kind != "number" or token.value is None:
        return None
    half, done = half_at(line, i + 1)
    if len(token.text) == 3 and half and token.value % 100 < 60 and 1 <= token.value // 100 <= 9:
        return Clock(in_half(token.value // 100 * 60 + token.value % 100, half), half), done, False
    if len(token.text) == 4:
        hour, minute = divmod(token.value, 100)
        after = line.after_any(i + 1, "hours", "hour", "h")
        return (Clock(hour * 60 + minute, "24"), after, after == i + 1) if hour < 24 and minute < 60 else None
    other = line.at(i + 1)
    if other.kind == "number" and len(other.text) == 2 and (other.value or 0) < 60 and token.value < 24:
        half, _ = half_at(line, i + 2)
        told = (
            half
            or (other.value or 0) % 5 == 0
            and line.norm(i - 1) in lexicon("dates")["clock_leads"]
            or _day_word(line, i - 1)
        )
        if (
            told
            and line.at(i + 2).kind not in ("number", "other")
            and line.norm(i + 2) not in lexicon("dates")["counted"]
        ):
            return _of_hour_and_minute(line, token.value, other.value or 0, i + 2, token.text[0] == "0")
    return None


def _one_hour_or_the_next(line: Line, i: int) -> Face | None:
    """As in "3/4 o'clock": from the one to the other."""
    hours = line.at(i).text.split("/")
    half, done = half_at(line, line.after_any(i + 1, "oclock", "ish"))
    if len(hours) != 2 or done == i + 1 or int(hours[1]) != int(hours[0]) % 12 + 1 or not 0 < int(hours[0]) <= 12:
        return None
    start, end = (int(hour) % 12 * 60 for hour in hours)
    if half:
        return Clock(in_half(start, half), half, in_half(end, half), half), done, False
    return Clock(start, None, end), done, False


def _at_on_a_day(line: Line, i: int) -> bool:
    """As in "Monday at 18", "at 18 on Monday": with a day on one side it is no age."""
    days = (*lexicon("dates")["weekdays"], "yesterday", "today")
    behind = line.norm(line.after_any(i + 1, "on", "in")) in days
    return line.norm(i - 1) == "at" and (behind or line.norm(i - 2) in days and line.at(i + 1).kind in ("end", "mark"))


def _day_word(line: Line, i: int) -> bool:
    return line.norm(i) in lexicon("dates")["part_of_day_words"] or line.norm(i) in ("yesterday", "today", "tonight")


def _of_hour_and_minute(line: Line, hour: int, minute: int, after: int, zero: bool) -> Face | None:
    half, done = half_at(line, after)
    if hour > 23 or minute > 59:
        return None
    if half and 0 < hour <= 12:
        return Clock(in_half(hour * 60 + minute, half), half), done, False
    if hour > 12 or hour == 0 or zero:
        return Clock(hour * 60 + minute, "24"), done if half else line.after_any(after, "hours", "h"), False
    return Clock((hour % 12) * 60 + minute), line.after_any(after, "oclock"), False


def _number(line: Line, i: int) -> Face | None:
    """4pm, 4 o'clock, four thirty, 17h; and a number alone."""
    token = line.at(i)
    half, done = half_at(line, i + 1)
    by_ear = lexicon("dates")["hours_by_ear"].get(token.norm)
    if by_ear and (half or line.norm(i + 1) == "oclock"):
        return halved(line, by_ear * 60, i + 1)
    if token.value is None or token.kind not in ("number", "word"):
        return None
    if token.value in range(13, 24):
        after = line.after_any(i + 1, "h", "hours", "hour", "oclock", "of oclock")
        told = half or after > i + 1 or line.norm(i - 1) in ("hour", "from", "between") or _at_on_a_day(line, i)
        return (Clock(token.value * 60, "24"), max(after, done if half else 0), False) if told else None
    if token.value not in range(1, 13):
        return None
    if half:
        return Clock(in_half(token.value * 60, half), half), done, False
    after = line.after_any(i + 1, "oclock", "of oclock")
    if after > i + 1:
        return halved(line, token.value % 12 * 60, after)
    if line.norm(i + 1) in ("hour", "hours") and (_day_word(line, i - 1) or line.norm(i - 1) in ("at", "from", "until", "till", "around")):
        return halved(line, token.value % 12 * 60, i + 2)
    minute, after = minute_words(line, i + 1)
    if minute is not None:
        return halved(line, token.value % 12 * 60 + minute, after)
    return Clock(token.value % 12 * 60), i + 1, True
