"""Times told by parts of an hour: half seven, quarter to nine, ten past four, five and twenty to five, half of eight."""

from __future__ import annotations

from dataclasses import replace

from bot.understanding.dates.halves import Face, halved
from bot.understanding.dates.tokens import Line
from bot.understanding.dates.values import Clock
from bot.understanding.lexicons import lexicon

_FRACTIONS = {"quarter": 15, "five": 5, "ten": 10, "twenty": 20, "half": 30}
_MINUTES_TO = (5, 10, 20, 25)
"""Numbers in figures that are minutes before "to" ("10 to 9"); any other begins a stretch ("4 to 5")."""


def read_fraction(line: Line, i: int) -> Face | None:
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
    if token.norm == "half" and line.norm(after) == "of" and line.at(after + 1).value in range(1, 13):
        return _half_of(line, line.at(after + 1).value or 0, after + 2)
    if token.norm == "half" and hour in range(1, 13):
        return halved(line, (hour or 0) % 12 * 60 + 30, after + 1)
    return _past_or_to(line, k, after, minutes)


def _half_of(line: Line, hour: int, after: int) -> Face | None:
    """As in "half of eight": a learner may mean half past seven or, as others here say half eight, half past eight."""
    if line.at(after).kind == "word" and line.norm(after) in lexicon("dates")["counted"] or line.norm(after) == "of":
        return None
    clock, done, _ = halved(line, (hour - 1) % 12 * 60 + 30, after)
    end = clock.start + 60
    return replace(clock, end=end, end_half=clock.half and ("pm" if end >= 720 else "am")), done, False


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
    return halved(line, start % 720, after + 2)
