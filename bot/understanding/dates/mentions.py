"""Puts each time of day to the day it belongs to: one mention for each day that was told."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import timedelta

from bot.understanding.dates.festivals import is_aside
from bot.understanding.dates.half_cues import settled
from bot.understanding.dates.hours import outside
from bot.understanding.dates.owners import owner_of, weight_of
from bot.understanding.dates.roles import EVENT, SINCE, role_of
from bot.understanding.dates.scan import is_day, scan
from bot.understanding.dates.tokens import Line
from bot.understanding.dates.values import Bound, Clock, Days, Now, Part, Piece, Shift, one_day
from bot.understanding.lexicons import lexicon

_MODIFIERS = ("early", "late", "mid")
_SMALL = ("early_hours", "overnight", "after_midnight")
_LATE = 21 * 60
"""Typed after midnight, a time from here on with no day is that of the evening just gone."""
_SHORT = 24
"""In an answer of at most so many words, "in the night" with no day means the night just ended."""


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
    weight: int = 0
    edge: str | None = None


def read_mentions(line: Line, now: Now) -> list[Mention]:
    """Every day told in a text, in order."""
    pieces = scan(line, now)
    days = [piece for piece in pieces if is_day(piece)]
    own = [piece for piece in days if not is_aside(line, piece)] or days
    mentions = [_mention(line, piece) for piece in own]
    times = [piece for piece in pieces if not is_day(piece) and not isinstance(piece.value, Bound)]
    if not mentions:
        return _small_hours(line, times, now)
    for piece in times:
        owner = owner_of(line, piece, mentions)
        if owner:
            give(line, owner, piece)
    return mentions


def read_bounds(line: Line, now: Now) -> list[Piece]:
    """Every "before that" and "after that" of a text."""
    return [piece for piece in scan(line, now) if isinstance(piece.value, Bound)]


def _mention(line: Line, piece: Piece) -> Mention:
    told = Mention(piece, role_of(line, piece), spans=[(piece.first, piece.after)])
    told.about = hedged(line, piece.first) and not isinstance(piece.value, Shift)
    told.edge = _edge(line, piece)
    part = piece.value.part if isinstance(piece.value, (Days, Shift)) else None
    if part is None and _early(line, piece):
        part = "early_morning"
    if part:
        told.parts.append(_modified(line, piece.first, part))
    return told


def _edge(line: Line, piece: Piece) -> str | None:
    """Before, after or just before a day that is itself not the day meant ("just before Christmas")."""
    value = piece.value
    if not isinstance(value, Days) or value.unit in ("near", "month", "year", "season"):
        return None
    i = piece.first - 1
    i = i - 1 if line.norm(i) in ("the", "about") else i
    word, near = line.norm(i), line.norm(i - 1)
    if word not in ("before", "after") or near in ("day", "night", "week", "weekend", "month", "morning", "evening"):
        return None
    return f"just_{word}" if near in ("just", "shortly", "right", "soon") else word


def _early(line: Line, piece: Piece) -> bool:
    """As in "Early yesterday", "early on Saturday"."""
    single = isinstance(piece.value, Days) and piece.value.single
    return single and (
        line.norm(piece.first - 1) == "early"
        or (
            line.norm(piece.after) == "early"
            and line.norm(piece.after + 1) not in lexicon("dates")["part_of_day_words"]
        )
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


def hedged(line: Line, first: int) -> bool:
    """Whether the words before `first` say that what follows is not exact."""
    back = [line.norm(first - n) for n in (1, 2, 3)]
    hedges = set(lexicon("dates")["about_words"])
    return (
        back[0] == "round"
        or back[0] in hedges
        or (back[0] in ("at", "on", "it", "was", "the", "of", "in") and back[1] in hedges)
        or (back[:2] == ["was", "it"] and back[2] in hedges)
    )


def give(line: Line, owner: Mention, piece: Piece) -> None:
    """Give a time of day to a mention. Of two times the one that is concluded, or in which someone else acts, counts."""
    if isinstance(piece.value, Part):
        owner.parts.append(_modified(line, piece.first, piece.value.name))
        owner.about = owner.about or owner.clock is None and hedged(line, piece.first)
    elif isinstance(piece.value, Clock):
        weight = weight_of(line, piece)
        clearer = owner.clock is not None and _said_again_clearer(owner.clock, piece.value)
        if owner.clock and weight <= owner.weight and not clearer or weight < 0 and outside(piece.value, owner.parts):
            return
        owner.weight, owner.clock = weight, piece.value if owner.parts else settled(line, piece.value, piece.first)
        owner.about = owner.about or hedged(line, piece.first) or piece.value.about
        if piece.value.part and not owner.parts:
            owner.parts.append(_modified(line, piece.first, piece.value.part))
    owner.spans.append((piece.first, piece.after))


def _said_again_clearer(old: Clock, new: Clock) -> bool:
    """As in "at nine, nine in the evening I mean": the same time, now with its half of the day."""
    told = old.half is None and old.part is None and old.end is None and old.start % 720 == new.start % 720
    return told and bool(new.half or new.part)


def _small_hours(line: Line, times: list[Piece], now: Now) -> list[Mention]:
    """As in "In the early hours", given as a whole answer, means the night that has just ended."""
    for piece in times:
        own = _small_part(line, piece, now)
        if own is None or len(line) > _SHORT or role_of(line, piece) not in (EVENT, SINCE):
            continue
        day = now.today - timedelta(days=1) if own == "overnight" else now.today
        told = Mention(Piece(one_day(day), piece.first, piece.after), EVENT, parts=[own])
        for time in times:
            if isinstance(time.value, Clock) and own == "overnight":
                give(line, told, time)
            elif isinstance(time.value, Clock):
                give(line, told, Piece(replace(time.value, part="early_hours"), time.first, time.after))
        told.spans.append((piece.first, piece.after))
        return [told]
    return []


def _small_part(line: Line, piece: Piece, now: Now) -> str | None:
    """The part of the night that a time of day by itself means, if it means one."""
    if line.norm(piece.after) == "of":
        return None
    the = "the" in (line.norm(piece.first), line.norm(piece.first + 1))
    if isinstance(piece.value, Clock):
        if now.hour < 5 and piece.value.half in ("pm", "24") and piece.value.start >= _LATE:
            return "overnight"
        name, clock = piece.value.part, piece.value
        night = name == "night" and clock.half != "pm" and the
        return "early_hours" if name in _SMALL or night or clock.half == "midnight" and now.hour < 5 else None
    if isinstance(piece.value, Part) and (piece.value.name in _SMALL or piece.value.name == "night" and the):
        return "overnight" if piece.value.name in ("overnight", "night") else "early_hours"
    return None
