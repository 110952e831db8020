"""Which half of the clock a time belongs to by what was going on: mass at ten is in the morning, the news at ten is not."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from bot.understanding.dates.tokens import Line
from bot.understanding.dates.values import Clock, in_half
from bot.understanding.lexicons import lexicon

_EITHER = 7 * 60
"""From this minute of the clock face on, a time with no half of the day told may be of both."""
_EARLY = 4 * 60
"""From here to `_EITHER` the afternoon is meant, unless she was up for an early shift."""
_REACH = 25
"""A cue counts only so many words from the time."""


def settled(line: Line, clock: Clock, at: int) -> Clock:
    """The time that stands at `at`, with its half of the day where the words around it point to one and not the other."""
    if clock.half or clock.part:
        return clock
    if clock.start % 720 < _EITHER:
        early = clock.start % 720 >= _EARLY and _cued(line, "early", max(0, at - _REACH), at + _REACH)
        return replace(clock, start=in_half(clock.start, "am"), half="am") if early else clock
    told = _halves_cued(line, max(0, at - _REACH), min(at + _REACH, len(line)))
    if len(told) != 1:
        return clock
    half = told.pop()
    return replace(clock, start=in_half(clock.start, half), half=half)


def _halves_cued(line: Line, first: int, after: int) -> set[str]:
    """The halves of the day the words point to; of two cues at one place the longer counts ("carol service")."""
    told: set[str] = set()
    i = first
    while i < after:
        ends = {half: line.after_any(i, *_cues(half)) for half in ("am", "pm")}
        end = max(ends.values())
        told |= {half for half, done in ends.items() if i < done == end}
        i = max(i + 1, end)
    return told


def _cued(line: Line, half: str, first: int, after: int) -> bool:
    return any(line.after_any(i, *_cues(half)) > i for i in range(first, min(after, len(line))))


@lru_cache(maxsize=3)
def _cues(half: str) -> tuple[str, ...]:
    cues = [" ".join(token.norm for token in Line(cue).tokens) for cue in lexicon("dates")["half_cues"][half]]
    return tuple(cue + end for cue in cues for end in ("", "'s"))
