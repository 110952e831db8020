"""Times in words: noon, the ten o'clock news, minutes after an hour, and the 24-hour clock as it is spoken (eighteen twenty)."""

from __future__ import annotations

from bot.understanding.dates.tokens import Line
from bot.understanding.dates.values import Clock
from bot.understanding.lexicons import lexicon

_OTHER_NAMES = {"noon": ("mid day", "middle of the day"), "midnight": ("mid night",)}
_OH = ("oh", "o", "zero")
_HOURS = ("hours", "hour", "h")


def read_named_time(line: Line, i: int) -> tuple[Clock, int] | None:
    """The time named at `i`, and the index after it."""
    for name, clock in (("noon", Clock(720, "pm")), ("midnight", Clock(1440, "midnight"))):
        after = line.after_any(i, name, f"12 {name}", f"twelve {name}", f"12 oclock {name}", *_OTHER_NAMES[name])
        if after > i:
            return clock, after
    for time, phrases in lexicon("dates")["named_times"].items():
        after = line.after_any(i, *phrases)
        if after > i:
            hour, minute = (int(n) for n in time.split(":"))
            return Clock(hour * 60 + minute, "24"), after
    return None


def minute_words(line: Line, i: int) -> tuple[int | None, int]:
    """Minutes in words after an hour: fifteen, forty five, oh five."""
    token = line.at(i)
    if token.text.lower() in _OH and 0 < (line.at(i + 1).value or 0) < 10:
        return line.at(i + 1).value, i + 2
    if token.kind != "word" or token.value is None or not 10 <= token.value < 60:
        return None, i
    unit = line.at(i + 1)
    if token.value >= 20 and unit.kind == "word" and 0 < (unit.value or 0) < 10:
        return token.value + (unit.value or 0), i + 2
    return token.value, i + 1


def spoken_24(line: Line, i: int) -> tuple[int, int] | None:
    """The minute of the day spoken at `i` by the 24-hour clock, and the index after it."""
    for hour, k, sure in _hours(line, i):
        minute, after = (0, k + 1) if line.norm(k) == "hundred" else minute_words(line, k)
        if minute is None or line.norm(after) in ("past", "to", "after"):
            continue
        done = line.after_any(after, *_HOURS)
        if sure or done > after or line.norm(k) == "hundred" and line.norm(i - 1) == "at":
            return hour * 60 + minute, done
    return None


def _hours(line: Line, i: int) -> list[tuple[int, int, bool]]:
    """The hours that may be spoken at `i`, the longest first: each with the index after it and whether it can be
    nothing else than an hour before minutes.
    """
    token, ones = line.at(i), line.at(i + 1)
    if token.text.lower() in _OH and ones.kind == "word" and ones.value in range(0, 10):
        return [(ones.value or 0, i + 2, True)]
    if token.kind == "number" and ones.norm == "hundred" and token.value in range(0, 24):
        return [(token.value or 0, i + 1, True)]
    if token.kind != "word" or token.value not in range(10, 24):
        return []
    found = [(token.value or 0, i + 1, 13 <= (token.value or 0) < 20)]
    if token.value == 20 and ones.kind == "word" and ones.value in (1, 2, 3):
        found.insert(0, (20 + ones.value, i + 2, True))
    return found
