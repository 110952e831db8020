"""The hours of a day that a told time comes to: which half of the clock is meant, and how wide it is."""

from __future__ import annotations

from bot.understanding.dates.parts import bounds
from bot.understanding.dates.values import Clock
from bot.understanding.lexicons import lexicon

DAY = 24 * 60
ABOUT = 30
"""Minutes either side of "about four"."""
EITHER = 7 * 60
"""From this minute of the clock face on, a time with no half of the day told is taken for both."""
OPEN = 2 * 60
"""How long "after ten" runs on where nothing ends it, and "before ten" runs back."""
_NIGHTS = ("night", "late_night", "overnight", "last_thing", "after_dark")
Stretch = tuple[int, int]


def whole_part(parts: list[str]) -> Stretch | None:
    """First and last minute of the parts of the day told, after the midnight of their day; None where none is told."""
    part = closest(parts)
    if part is None:
        return None
    first, last = _shared(parts) or bounds(part)[:2]
    if part == "early_hours" and at_night(parts):
        return first + DAY, last + DAY
    return first, last - (1 if last == DAY else 0)


def at_night(parts: list[str]) -> bool:
    """Whether the night after the day is meant, so that its small hours lie in the next one."""
    return any(name in _NIGHTS for name in parts)


def closest(parts: list[str]) -> str | None:
    """The narrowest of the parts told ("last night, in the early hours")."""
    if not parts:
        return None
    late = [f"late_{p}" for p in parts if "late_night" in parts and f"late_{p}" in lexicon("dates")["parts_of_day"]]
    if late:
        return late[0]
    return min(parts, key=lambda name: bounds(name)[1] - bounds(name)[0])


def _shared(parts: list[str]) -> Stretch | None:
    """What two parts have in common ("yesterday morning on the school run")."""
    if len(parts) < 2 or "early_hours" in parts:
        return None
    ends = [bounds(name) for name in parts]
    first, last = max(end[0] for end in ends), min(end[1] for end in ends)
    return (first, last) if last - first >= 30 else None


def outside(clock: Clock, parts: list[str]) -> bool:
    """Whether a time with its half of the day told lies outside the part of the day told."""
    if clock.half not in ("am", "pm", "24") or not parts:
        return False
    first, last, side = bounds(closest(parts) or "day")
    first = 0 if side == "am" else first
    return not any(first - 60 <= minute <= last + 60 for minute in (clock.start, clock.start + DAY))


def readings(clock: Clock, parts: list[str]) -> list[Stretch]:
    """Every stretch of minutes a time of the clock can mean on its day, likeliest first."""
    night = at_night(parts)
    part = "early_hours" if "early_hours" in parts and not night else clock.part or closest(parts)
    part = "night" if night and part and bounds(part)[2] == "noon" else part
    starts = _starts(clock.start, clock.half, part, night)
    if clock.end is None:
        return [_opened(start, clock.edge, part) for start in starts]
    if clock.half is None and clock.end_half is None and part is None and clock.end % 720 < EITHER <= clock.start % 720:
        starts = starts[:1]
    found = []
    for start in starts:
        ends = _starts(clock.end, clock.end_half, part, night)
        found.append((start, min(end + more for end in ends for more in (0, 720, DAY) if end + more > start)))
    return found


def _opened(start: int, edge: str | None, part: str | None) -> Stretch:
    """Before ten runs from the beginning of its part of the day, after ten to its end, and neither for long."""
    begin, end = bounds(part)[:2] if part else (0, 2 * DAY)
    if edge == "until":
        return max(begin, start - (OPEN + 60)) if begin < start and start > 360 else min(
            start, max(0, start - 360)
        ), start
    if edge == "from":
        return start, max(start, min(end, start + OPEN))
    return (start - ABOUT, start) if edge == "before" else (start, start + ABOUT) if edge == "after" else (start, start)


def _starts(minute: int, half: str | None, part: str | None, night: bool) -> list[int]:
    """What a time of day can mean, in minutes after the midnight of its day.

    With no word for the half of the day, twelve to just before seven is taken for the afternoon if that is not ahead;
    seven to just before twelve may be either, and both are kept.
    """
    side = bounds(part)[2] if part else None
    if half == "midnight":
        late = night or part is None or side in ("pm", "after", "night")
        return [minute, minute % DAY] if late and not night and minute >= DAY else [minute if late else 0]
    if half in ("am", "24", "pm"):
        return [
            minute + DAY
            if night and minute < 7 * 60 and half != "pm" or side == "after" and minute < 7 * 60
            else minute
        ]
    return _by_side(minute % 720, side, night)


def _by_side(twelve: int, side: str | None, night: bool) -> list[int]:
    if side == "am":
        return [twelve + DAY if night and twelve < 7 * 60 else twelve]
    if side == "pm":
        return [twelve + 720]
    if side == "noon":
        return [twelve + 720 if twelve < 6 * 60 else twelve]
    if side == "any":
        return [twelve if twelve >= 7 * 60 else twelve + 720]
    if side == "night":
        return [twelve + 720 if twelve >= 5 * 60 else twelve + DAY]
    if side == "after":
        return [twelve + DAY]
    return [twelve + 720, twelve] if twelve < EITHER else [twelve, twelve + 720]
