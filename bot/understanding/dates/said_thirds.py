"""Which third of a month, told apart from its name: "in July, towards the end", "June, not the start, the middle"."""

from __future__ import annotations

import re

from bot.understanding.dates.calendar import month_days
from bot.understanding.dates.months import cut
from bot.understanding.dates.tokens import Line
from bot.understanding.dates.values import Days, Part, Piece
from bot.understanding.lexicons import lexicon

_REACH = 14
"""A third is looked for so many words after the name of the month."""
_ENDS = ("", ".", ",", "!", "?", ";", "\n", "i", "of it", "rather", "not", "maybe", "when", "probably")


def with_thirds(line: Line, pieces: list[Piece]) -> list[Piece]:
    """The pieces, with every month cut to the third told after it."""
    return [_cut_to(line, piece, pieces) for piece in pieces]


def _cut_to(line: Line, piece: Piece, pieces: list[Piece]) -> Piece:
    value = piece.value
    if not isinstance(value, Days) or value.unit != "month" or not re.fullmatch(r"\d{4}-\d\d", value.edtf):
        return piece
    read = {i for other in pieces if not isinstance(other.value, Part) for i in range(other.first, other.after)}
    for i in reversed(range(piece.after, min(piece.after + _REACH, len(line)))):
        third, after = _third(line, i)
        if third and not read & set(range(i, after)):
            month = month_days(value.first.year, value.first.month)
            return Piece(cut(month, third), piece.first, piece.after)
    return piece


def _third(line: Line, i: int) -> tuple[str | None, int]:
    """A third told by itself at `i`, where it is not denied, and the index after it."""
    denied = {line.norm(i - 1), line.norm(i - 2)} & set(lexicon("roles")["negations"])
    for third, phrases in lexicon("dates")["thirds_alone"].items():
        after = line.after_any(i, *phrases)
        done = line.after_any(after, "of it", "of the month", "in the month", "on in the month", "bit", "part", "end")
        if after > i and not denied and line.norm(done) in _ENDS:
            return third, done
    return None, i
