"""Which day a time of day belongs to, and which of two times of one day counts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.understanding.dates.roles import OTHER, clause_of, role_of
from bot.understanding.dates.tokens import Line
from bot.understanding.dates.values import Clock, Part, Piece
from bot.understanding.lexicons import lexicon

if TYPE_CHECKING:
    from bot.understanding.dates.mentions import Mention

_SENTENCE_END = {".", "!", "?", "\n"}
_NEAR, _FAR, _BACK = 3, 30, 3
"""A time belongs to a day at most `_FAR` words away in its sentence, or at most `_BACK` sentences before; what is
within `_NEAR` words belongs to it whatever its clause is about.
"""


def _gap(line: Line, a: Piece, b: Piece) -> float:
    first, last = (a, b) if a.first < b.first else (b, a)
    if last.first - first.after > 5 * _FAR:
        return 5.0 * _FAR
    fillers = lexicon("dates")["fillers"]
    return sum(0.2 if line.norm(k) in fillers else 1.0 for k in range(first.after, last.first))


def owner_of(line: Line, piece: Piece, mentions: list[Mention]) -> Mention | None:
    """The day nearest to a time in its sentence, or the day of a sentence before."""
    here = line.sentence(piece.first)
    near = [m for m in mentions if line.sentence(m.day.first) == here]
    if near:
        own = min(near, key=lambda m: (_gap(line, piece, m.day) + (0.3 if m.clock else 0), m.day.first > piece.first))
        return None if _is_far(line, piece, own, len(mentions)) else own
    earlier = [m for m in mentions if here - _BACK <= line.sentence(m.day.first) < here and m.day.first < piece.first]
    if not earlier:
        after = [m for m in mentions if line.sentence(m.day.first) == here + 1]
        said = (line.norm(piece.first - 2), line.norm(piece.first - 1)) == ("it", "was") and len(mentions) == 1
        return after[0] if after and (said or _is_bare(line, piece)) else None
    own = earlier[-1]
    if OTHER in (role_of(line, piece), own.role):
        return None
    if isinstance(piece.value, Part):
        half_told = own.clock is not None and bool(own.clock.half or own.clock.part)
        return own if not own.parts and not half_told and _is_bare(line, piece) else None
    return own if not own.clock or weight_of(line, piece) > own.weight else None


def _is_bare(line: Line, piece: Piece) -> bool:
    """Whether a sentence is hardly more than the time in it ("In the afternoon. Monday.")."""
    first, after = piece.first, piece.after
    while first > 0 and line.norm(first - 1) not in _SENTENCE_END:
        first -= 1
    while after < len(line) and line.norm(after) not in _SENTENCE_END:
        after += 1
    return (after - first) - (piece.after - piece.first) <= 4


def _is_far(line: Line, piece: Piece, own: Mention, days: int) -> bool:
    gap = _gap(line, piece, own.day)
    if gap > (_FAR if days == 1 else _FAR / 2):
        return True
    settled = bool(own.parts or own.clock and (own.clock.half or own.clock.part))
    apart = clause_of(line, piece) != clause_of(line, own.day)
    return gap > _NEAR and (
        role_of(line, piece) == OTHER or apart and isinstance(piece.value, Part) and (days > 1 or settled)
    )


def weight_of(line: Line, piece: Piece) -> int:
    """How likely a time is the one of what happened: after "so" most, in a clause about herself alone least."""
    if not isinstance(piece.value, Clock):
        return 0
    if line.norm(piece.after) in ("shift", "shifts") or line.norm(piece.first - 1) in ("by", "since") or line.norm(piece.first) == "since":
        return -1
    before = [line.norm(piece.first - n) for n in range(1, 6)]
    opening = {"so", "reckon", "must"} & set(before[: before.index(",")] if "," in before[:3] else before)
    if opening or _is_the_guess(line, piece):
        return 2
    first, after = clause_of(line, piece)
    words = {line.norm(i) for i in range(first, after)}
    if words & set(lexicon("roles")["actors"]):
        return 1
    return -1 if words & {"i", "we", "i'd", "we'd", "i'm", "my"} else 0


def _is_the_guess(line: Line, piece: Piece) -> bool:
    """As in "twenty past eleven, I'd say", "it would have been about four": the time she settles on."""
    guess = lexicon("roles")["guesses"]
    if line.after_any(line.after_any(piece.after, ","), *guess["behind"]) > piece.after + (line.norm(piece.after) == ","):
        return True
    return any(line.after_any(i, *guess["before"]) > i for i in range(max(0, piece.first - 9), piece.first))
