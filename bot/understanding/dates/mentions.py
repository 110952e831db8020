"""Puts each time of day to the day it belongs to: one mention for each day that was told."""

from __future__ import annotations

from dataclasses import dataclass, field

from bot.understanding.dates.roles import EVENT, OTHER, clause_of, role_of
from bot.understanding.dates.scan import is_day, scan
from bot.understanding.dates.tokens import Line
from bot.understanding.dates.values import (
    Clock,
    Days,
    Instant,
    Now,
    Part,
    Piece,
    Shift,
    Void,
    one_day,
)
from bot.understanding.lexicons import lexicon

_SENTENCE_END = {".", "!", "?", "\n"}
_MODIFIERS = ("early", "late", "mid")


@dataclass
class Mention:
    """A day that was told, its time of day if one belongs to it, and where both stand in the text (token numbers)."""

    day: Piece
    role: str
    clock: Clock | None = None
    parts: list[str] = field(default_factory=list)
    spans: list[tuple[int, int]] = field(default_factory=list)
    about: bool = False
    until: Mention | None = None


def read_mentions(line: Line, now: Now) -> list[Mention]:
    """Every day told in a text, in order."""
    pieces = scan(line, now)
    mentions = [_mention(line, piece) for piece in pieces if is_day(piece)]
    times = [piece for piece in pieces if not is_day(piece)]
    if not mentions:
        return _small_hours(line, times, now)
    for piece in times:
        owner = _owner(line, piece, mentions)
        if owner:
            give(line, owner, piece)
    return _with_ranges(line, mentions)


def _mention(line: Line, piece: Piece) -> Mention:
    told = Mention(piece, role_of(line, piece), spans=[(piece.first, piece.after)])
    told.about = _hedged(line, piece.first) and not isinstance(piece.value, Shift)
    part = piece.value.part if isinstance(piece.value, (Days, Shift)) else None
    if part is None and _early(line, piece):
        part = "early_morning"
    if part:
        told.parts.append(_modified(line, piece.first, part))
    return told


def _early(line: Line, piece: Piece) -> bool:
    """As in "Early yesterday", "early on Saturday"."""
    single = isinstance(piece.value, Days) and piece.value.single
    return single and (
        "early" in (line.norm(piece.first - 1), line.norm(piece.after))
        or (line.norm(piece.first - 1), line.norm(piece.first - 2)) == ("on", "early")
    )


def _modified(line: Line, first: int, part: str) -> str:
    """As in "Early" or "late" before a part of the day, with small words between: "late on Monday afternoon"."""
    for i in (first - 1, first - 2):
        name = f"{line.norm(i)}_{part}"
        if (
            line.norm(i) in _MODIFIERS
            and name in lexicon("dates")["parts_of_day"]
            and (i == first - 1 or line.norm(first - 1) in ("on", "in", "the", "that"))
        ):
            return name
    return part


def _hedged(line: Line, first: int) -> bool:
    back = [line.norm(first - n) for n in (1, 2, 3)]
    hedges = set(lexicon("dates")["about_words"])
    return (
        back[0] == "round"
        or bool({back[0]} & hedges)
        or (back[0] in ("at", "on", "it", "was", "the", "of", "in") and bool(set(back[1:2]) & hedges))
        or (back[:2] == ["was", "it"] and back[2] in hedges)
    )


def _sentence(line: Line, i: int) -> int:
    return sum(1 for k in range(i) if line.norm(k) in _SENTENCE_END)


def _gap(line: Line, a: Piece, b: Piece) -> float:
    first, last = (a, b) if a.first < b.first else (b, a)
    fillers = set(lexicon("dates")["fillers"])
    return sum(0.2 if line.norm(k) in fillers else 1.0 for k in range(first.after, last.first))


def _owner(line: Line, piece: Piece, mentions: list[Mention]) -> Mention | None:
    """The day nearest to a time in its sentence, or the day of the sentence before."""
    here = _sentence(line, piece.first)
    near = [m for m in mentions if _sentence(line, m.day.first) == here]
    if near:
        own = min(near, key=lambda m: (_gap(line, piece, m.day) + (0.3 if m.clock else 0), m.day.first > piece.first))
        gap = _gap(line, piece, own.day)
        far = gap > 3 and (
            role_of(line, piece) == OTHER
            or clause_of(line, piece) != clause_of(line, own.day)
            and isinstance(piece.value, Part)
        )
        return None if far or gap > 14 else own
    earlier = [
        m
        for m in mentions
        if _sentence(line, m.day.first) in (here - 1, here - 2) and m.day.first < piece.first and not m.clock
    ]
    if not earlier or role_of(line, piece) == OTHER or (isinstance(piece.value, Part) and earlier[-1].parts):
        return None
    return earlier[-1] if isinstance(piece.value, Clock) and earlier[-1].role == EVENT else None


def give(line: Line, owner: Mention, piece: Piece) -> None:
    if isinstance(piece.value, Part):
        owner.parts.append(_modified(line, piece.first, piece.value.name))
    elif isinstance(piece.value, Clock):
        if owner.clock:
            return
        hedged = _hedged(line, piece.first) or piece.value.about
        owner.clock = piece.value
        owner.about = owner.about or hedged
    owner.spans.append((piece.first, piece.after))


def _small_hours(line: Line, times: list[Piece], now: Now) -> list[Mention]:
    """As in "In the early hours", given as a whole answer, means the night that has just ended."""
    part = next((p for p in times if isinstance(p.value, Part) and p.value.name == "early_hours"), None)
    if part is None or len(line) > 8:
        return []
    told = Mention(
        Piece(one_day(now.today, part="early_hours"), part.first, part.after),
        EVENT,
        parts=["early_hours"],
        spans=[(part.first, part.after)],
    )
    for piece in times:
        if isinstance(piece.value, Clock):
            give(line, told, piece)
    return [told]


def _with_ranges(line: Line, mentions: list[Mention]) -> list[Mention]:
    """As in "From Monday to Wednesday", "between 10pm last night and 2am today": two mentions that are the ends of
    one.
    """
    done: list[Mention] = []
    for mention in mentions:
        if done and _is_night_between(line, done[-1], mention):
            done[-1].parts.append("overnight")
            continue
        if done and _is_range(line, done[-1], mention):
            done[-1].until = mention
            continue
        done.append(mention)
    return done


def _is_night_between(line: Line, a: Mention, b: Mention) -> bool:
    """As in "Thursday into Friday" is one night, Thursday's."""
    return isinstance(a.day.value, Days) and [line.norm(i) for i in range(a.day.after, b.day.first)] in (
        ["into"],
        ["night", "into"],
        ["in", "to"],
    )


def _is_range(line: Line, a: Mention, b: Mention) -> bool:
    if not isinstance(a.day.value, (Days, Instant)) or not isinstance(b.day.value, (Days, Instant)) or a.until:
        return False
    gap = [line.norm(i) for i in range(max(after for _, after in a.spans), min(first for first, _ in b.spans))]
    words = [word for word in gap if word not in ("the", "on", "about", "around", "in", "up", "at", "some", "time")]
    opens = [line.norm(min(first for first, _ in a.spans) - k) for k in (1, 2)] + [
        line.norm(min(first for first, _ in a.spans))
    ]
    if words in (["to"], ["until"], ["till"], ["through"], ["til"]):
        return True
    if words in (["-"], ["–"]):
        return a.clock is None and b.clock is None
    return (
        words == ["and"]
        and "between" in opens
        or words == ["or"]
        and a.clock is None
        and b.clock is None
        and Void not in (type(a.day.value), type(b.day.value))
    )
