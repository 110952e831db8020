"""Am and pm, and a time of the clock face with its half of the day after it."""

from __future__ import annotations

from bot.understanding.dates.tokens import Line
from bot.understanding.dates.values import Clock, in_half

HALVES = {"am": "am", "a.m": "am", "a.m.": "am", "pm": "pm", "p.m": "pm", "p.m.": "pm"}

Face = tuple[Clock, int, bool]
"""A time, the index after it, and whether it is no more than a number."""


def half_at(line: Line, i: int) -> tuple[str | None, int]:
    """Am or pm at `i`, also as "p m", and the index after it."""
    half = HALVES.get(line.norm(i))
    if half:
        return half, i + 1
    k = line.after_any(i + 1, ".")
    if line.norm(i) in ("a", "p") and line.norm(k) == "m":
        return line.norm(i) + "m", line.after_any(k + 1, ".")
    return None, i


def halved(line: Line, start: int, after: int) -> Face:
    """The time with "o'clock", am or pm where they stand at `after`."""
    after = line.after_any(after, "oclock", "of oclock")
    half, done = half_at(line, after)
    return (Clock(in_half(start, half), half), done, False) if half else (Clock(start), after, False)
