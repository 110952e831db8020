"""One time of the clock: half seven, ten to nine, 16:30, 3.15, ten thirty, 4 o'clock, noon, 1 something."""

from __future__ import annotations

from dataclasses import replace

from bot.understanding.dates.spoken_hours import minute_words, read_named_time, spoken_24
from bot.understanding.dates.tokens import Line
from bot.understanding.dates.values import Clock, in_half
from bot.understanding.lexicons import lexicon

HALVES = {"am": "am", "a.m": "am", "a.m.": "am", "pm": "pm", "p.m": "pm", "p.m.": "pm"}
_FRACTIONS = {"quarter": 15, "five": 5, "ten": 10, "twenty": 20, "half": 30}
_MINUTES_TO = (5, 10, 20, 25)
"""Numbers in figures that are minutes before "to" ("10 to 9"); any other begins a stretch ("4 to 5")."""
_ISH = ("ish", "- ish", "oclock ish", "sh")
_SOMETHING = ("something", "summat", "odd", "sumthing", "somethin")

Face = tuple[Clock, int, bool]
"""A time, the index after it, and whether it is no more than a number."""


def read_face(line: Line, i: int, minutes: bool = True) -> Face | None:
    """The time of the clock at `i`; with `minutes` False "ten to nine" is no time but the two ends of one."""
    for read in (_named, _spoken, _fraction, _in_figures, _number):
        if read is _fraction and not minutes and line.norm(i + 1) in ("to", "till", "until"):
            continue
        found = read(line, i)
        if found:
            return _loosened(line, *found)
    return None


def half_at(line: Line, i: int) -> tuple[str | None, int]:
    """Am or pm at `i`, also as "p m", and the index after it."""
    half = HALVES.get(line.norm(i))
    if half:
        return half, i + 1
    k = line.after_any(i + 1, ".")
    if line.norm(i) in ("a", "p") and line.norm(k) == "m":
        return line.norm(i) + "m", line.after_any(k + 1, ".")
    return None, i


def _loosened(line: Line, clock: Clock, after: int, bare: bool) -> Face:
    """With "ish" or "something" after it."""
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


def _fraction(line: Line, i: int) -> Face | None:
    """Half seven, half past 7, quarter to nine, ten to nine, 20 past four, five and twenty past four."""
    k = line.after_any(i, "a", "the")
    token = line.at(k)
    minutes = _FRACTIONS.get(token.norm, token.value if token.kind in ("number", "word") else None)
    after = k + 1
    for phrase in ("five and twenty", "twenty five"):
        if line.has(k, phrase):
            minutes, after = 25, line.has(k, phrase)
    if minutes is None or not 0 < minutes < 60:
        return None
    after = line.after_any(after, "minutes", "minute", "mins")
    hour = line.at(after).value or lexicon("dates")["hours_by_ear"].get(line.norm(after))
    if token.norm == "half" and hour in range(1, 13):
        return _halved(line, (hour or 0) % 12 * 60 + 30, after + 1)
    return _past_or_to(line, k, after, minutes)


def _past_or_to(line: Line, k: int, after: int, minutes: int) -> Face | None:
    token, way, target = line.at(k), line.norm(after), line.at(after + 1)
    way = "past" if way == "passed" else way
    spelled = token.norm in _FRACTIONS or line.norm(k + 1) in ("minutes", "minute", "and", "five")
    if way not in ("past", "to", "after", "till", "before", "of", "gone") or (
        way in ("after", "before", "of", "gone") and not spelled
    ):
        return None
    if way == "of" or (way in ("after", "gone") and target.norm in ("noon", "midnight")):
        return None
    if (
        (way == "to" and token.kind == "number" or way == "till")
        and token.norm not in _FRACTIONS
        and minutes not in _MINUTES_TO
        and line.norm(k + 1) not in ("minutes", "minute")
    ):
        return None
    hour = {"noon": 12, "midnight": 24}.get(target.norm, target.value if target.value in range(1, 13) else None)
    if hour is None and target.value in range(13, 24):
        return Clock((target.value or 0) * 60 + (minutes if way == "past" else -minutes), "24"), after + 2, False
    if hour is None:
        return None
    start = hour * 60 + (minutes if way in ("past", "after", "gone") else -minutes)
    if target.norm in ("noon", "midnight"):
        return Clock(start, "am" if start < 720 else "pm" if start < 1440 else "midnight"), after + 2, False
    return _halved(line, start % 720, after + 2)


def _halved(line: Line, start: int, after: int) -> Face:
    after = line.after_any(after, "oclock", "of oclock")
    half, done = half_at(line, after)
    return (Clock(in_half(start, half), half), done, False) if half else (Clock(start), after, False)


def _in_figures(line: Line, i: int) -> Face | None:
    """16:30, 3.15, 17h30, 0930, 10 30."""
    token = line.at(i)
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
    if token.value is None or token.kind not in ("number", "word"):
        return None
    half, done = half_at(line, i + 1)
    if token.value in range(13, 24):
        after = line.after_any(i + 1, "h", "hours", "hour", "oclock", "of oclock")
        told = half or after > i + 1 or line.norm(i - 1) in ("hour", "from", "between")
        return (Clock(token.value * 60, "24"), max(after, done if half else 0), False) if told else None
    if token.value not in range(1, 13):
        return None
    if half:
        return Clock(in_half(token.value * 60, half), half), done, False
    after = line.after_any(i + 1, "oclock", "of oclock")
    if after > i + 1:
        return _halved(line, token.value % 12 * 60, after)
    if line.norm(i + 1) in ("hour", "hours") and (_day_word(line, i - 1) or line.norm(i - 1) in ("at", "from", "until", "till", "around")):
        return _halved(line, token.value % 12 * 60, i + 2)
    minute, after = minute_words(line, i + 1)
    if minute is not None:
        return _halved(line, token.value % 12 * 60 + minute, after)
    return Clock(token.value % 12 * 60), i + 1, True
