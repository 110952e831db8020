"""Parts of the day: in the early hours, late afternoon, teatime, on the school run."""

from __future__ import annotations

from functools import lru_cache

from bot.understanding.dates.tokens import Line
from bot.understanding.dates.values import Now, Part, Piece
from bot.understanding.lexicons import lexicon


def read_part(line: Line, i: int, now: Now) -> Piece | None:
    """The part of a day named at `i`; the longest name wins."""
    shift = line.after_any(i, *lexicon("dates")["night_shift"])
    if shift > i:
        return Piece(Part("night_shift"), i, shift)
    best: Piece | None = None
    for k in (line.after_any(i, *lexicon("dates")["part_leads"]), i):
        for name, words in _names().get(line.norm(k), ()):
            after = k + len(words)
            if (best is None or after > best.after) and all(line.norm(k + n) == word for n, word in enumerate(words)):
                best = Piece(Part(name), i, after)
    if best and line.norm(best.after - 1) in ("am", "pm") and line.norm(best.after - 2) != "the" and not _after_a_day(line, i):
        return None
    if best and best.after == i + 1 and line.norm(i) == "late" and line.norm(i - 1) in lexicon("dates")["never_late"]:
        return None
    return best


def _after_a_day(line: Line, i: int) -> bool:
    """Whether a day stands before "am" or "pm", so that it is no "I am"."""
    token = line.at(i - 1)
    days = (*lexicon("dates")["weekdays"], *lexicon("dates")["months"], "yesterday", "today")
    return token.norm in days or token.kind in ("ordinal", "numeric_date", "iso")


@lru_cache(maxsize=1)
def _names() -> dict[str, list[tuple[str, tuple[str, ...]]]]:
    """The names of parts of the day by their first word."""
    found: dict[str, list[tuple[str, tuple[str, ...]]]] = {}
    for name, phrases in lexicon("dates")["part_words"]:
        for phrase in phrases:
            words = tuple(token.norm for token in Line(phrase).tokens)
            found.setdefault(words[0], []).append((name, words))
    return found


def bounds(name: str) -> tuple[int, int, str]:
    """First and last minute of a part of the day, counted from its day's midnight, and the half of the clock it
    goes with.
    """
    part = lexicon("dates")["parts_of_day"][name]
    first, last = ((int(hour) * 60 + int(minute)) for hour, minute in (part[key].split(":") for key in ("from", "to")))
    return first, last, str(part["half"])
