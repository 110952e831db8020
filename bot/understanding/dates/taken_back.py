"""Second thoughts: "Sunday, no, Saturday", "ten to nine, sorry, ten to eight", "Friday night, well, Saturday really"."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from bot.understanding.dates.calendar import day_or_none
from bot.understanding.dates.tokens import Line
from bot.understanding.dates.values import Clock, Days, Instant, Part, Piece, in_half, one_day
from bot.understanding.lexicons import lexicon

_FAR = 8
"""No second thought is looked for beyond so many words."""


_BESIDE = 4
"""A part of the day so few words before a day belongs to it ("the night of the 8th")."""


def without_taken_back(line: Line, pieces: list[Piece]) -> list[Piece]:
    """The pieces without those that a later one of the same kind replaces."""
    kept: list[Piece] = []
    gone: list[object] = []
    for piece in pieces:
        if piece.value in gone and not (line.norm(piece.first - 1) == "was" and line.norm(piece.first - 2) == "it"):
            continue
        before = next((old for old in reversed(kept) if _kind(old) == _kind(piece)), None) if _kind(piece) else None
        if before is not None and _replaces(line, kept, before, piece):
            gone += [before.value] if before.value != piece.value else []
            kept = _dropped(kept, before, piece)
            piece = _in_its_half(before, _of_its_month(before, piece))
        kept.append(piece)
    return kept


def _kind(piece: Piece) -> str | None:
    if isinstance(piece.value, (Days, Instant)):
        return "day"
    return "clock" if isinstance(piece.value, Clock) else None


def _replaces(line: Line, kept: list[Piece], old: Piece, new: Piece) -> bool:
    """Whether the words between say that the new one counts, and nothing else stands between those words and it."""
    told = {i for piece in kept if piece.first > old.first for i in range(piece.first, piece.after)}
    gap = [i for i in range(old.after, new.first) if i not in told]
    book = lexicon("dates")["second_thoughts"]
    if _after_a_plain_no(line, gap, new):
        return True
    for tail, i in enumerate(reversed(gap[-_FAR:])):
        word = line.norm(i)
        if word in book["cues"] and _is_cue(line, i, word):
            return True
        if word == "so" and _concludes(line, new, old):
            return True
        if word == "well" and (_really(line, new.after) or tail == 0 or line.norm(i + 1) == ","):
            return True
        if word not in book["between"]:
            return False
    return False


def _after_a_plain_no(line: Line, gap: list[int], new: Piece) -> bool:
    """As in "The 30th? No. I see from the receipt it was the 29th": a "no" by itself, and then what it was."""
    stops = (".", ",", "!", "?", "-", "–", "—", ";", "")
    no = any(line.norm(i) in ("no", "nope", "wrong") and line.norm(i + 1) in stops and line.norm(i - 1) in stops for i in gap)
    return no and line.norm(new.first - 1) in ("was", "is", "its", "it's", "says", "said", "were")


def _is_cue(line: Line, i: int, word: str) -> bool:
    """Whether "no" stands for itself ("no one was there" does not take anything back)."""
    follows = line.norm(i + 1)
    if word == "but":
        return follows in ("it", "actually", "its", "it's") and line.norm(i + 2) not in ("could", "might", "may")
    if word != "no" or line.at(i + 1).kind != "word" or line.at(i + 1).value is not None:
        return True
    return follows in lexicon("dates")["second_thoughts"]["after_no"]


def _concludes(line: Line, new: Piece, old: Piece) -> bool:
    """As in "gone midnight, so Saturday": what follows "so" is meant, where that is all that follows it."""
    if isinstance(new.value, Clock):
        return True
    follows = line.at(new.after)
    ends = follows.kind in ("end", "mark") or follows.norm in (
        "really",
        "at",
        "in",
        "about",
        "around",
        "night",
        "morning",
        "i",
        "like",
    )
    return ends and isinstance(new.value, Days) and new.value.single


def _really(line: Line, i: int) -> bool:
    return any(line.norm(i + n) in ("really", "now", "actually", "technically", "then") for n in range(3))


def _dropped(kept: list[Piece], old: Piece, new: Piece) -> list[Piece]:
    """Without the old piece; a night that runs into the day now told leaves only its small hours."""
    rest = [piece for piece in kept if piece is not old]
    if isinstance(old.value, Days) and old.value == new.value:
        return [piece for piece in rest if not isinstance(piece.value, Days)]
    if not isinstance(old.value, Days) or not isinstance(new.value, Days):
        return rest
    parts = [piece for piece in rest if isinstance(piece.value, Part) and piece.first >= old.first - _BESIDE]
    rest = [piece for piece in rest if piece not in parts]
    names = [piece.value.name for piece in parts if isinstance(piece.value, Part)]
    names += [piece.value.part or "" for piece in rest if isinstance(piece.value, Clock)]
    night = any("night" in name for name in names) or old.value.part == "night"
    if night and new.value.first == old.value.last + timedelta(days=1):
        first = parts[0] if parts else old
        return [*map(_of_the_small_hours, rest), Piece(Part("early_hours"), first.first, first.after)]
    return rest if old.value.first != new.value.first else [*rest, *parts]


def _of_its_month(old: Piece, new: Piece) -> Piece:
    """As in "1st of March, no, 2nd": a number by itself is a day of the month that was told with the first."""
    if not isinstance(old.value, Days) or not isinstance(new.value, Days) or (old.value.unit, new.value.unit) != ("day", "dom"):
        return new
    own = day_or_none(old.value.first.year, old.value.first.month, new.value.first.day)
    return replace(new, value=one_day(own)) if own and own <= new.value.first else new


def _in_its_half(old: Piece, new: Piece) -> Piece:
    """As in "half eight in the evening, I mean 7.30": the half of the day told with the first time holds for the second."""
    a, b = old.value, new.value
    if not isinstance(a, Clock) or not isinstance(b, Clock) or b.half or b.part or b.end:
        return new
    if a.half in ("am", "pm"):
        b = replace(b, start=in_half(b.start, a.half), half=a.half)
    return replace(new, value=replace(b, part=a.part))


def _of_the_small_hours(piece: Piece) -> Piece:
    """A time told beside a night, once that night has become the small hours of the day after."""
    clock = piece.value
    if not isinstance(clock, Clock) or clock.part != "night":
        return piece
    return replace(piece, value=replace(clock, part="early_hours"))
