"""Times of day that have a name: noon, twelve midnight, the ten o'clock news."""

from __future__ import annotations

from bot.understanding.dates.tokens import Line
from bot.understanding.dates.values import Clock
from bot.understanding.lexicons import lexicon

_OTHER_NAMES = {"noon": ("mid day", "middle of the day"), "midnight": ("mid night",)}


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
