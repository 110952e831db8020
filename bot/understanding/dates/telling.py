"""The days of one telling: which of them happened, which hang on another, and which say again, more exactly, what was said."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from bot.understanding.dates.cut_at import cut_at_bound
from bot.understanding.dates.mentions import Mention, read_mentions
from bot.understanding.dates.ranges import with_ranges
from bot.understanding.dates.resolve import resolve
from bot.understanding.dates.roles import BACKDROP, EVENT, HEARD, OTHER, clause_of, negated
from bot.understanding.dates.shifts import shifted
from bot.understanding.dates.tokens import Line
from bot.understanding.dates.values import Days, Now, Piece, Shift
from bot.understanding.dates.window import Window
from bot.understanding.dates.within import REFINES, Told, in_what_was_told
from bot.understanding.lexicons import lexicon


def told_windows(line: Line, now: Now) -> list[Told]:
    """Every separate day or stretch told of what happened, in the order of the telling."""
    kept: list[Told] = []
    anchor: Window | None = None
    mentions = with_ranges(line, read_mentions(line, now))
    _deny(line, mentions)
    _settle(mentions)
    for told in mentions:
        hangs = isinstance(told.day.value, Shift)
        if hangs:
            if kept and _once_more_instead(line, kept[-1][0], told):
                anchor = kept.pop()[1]
            told = _hung(told, anchor)
        told = in_what_was_told(told, kept, anchor)
        window = resolve(told, now)
        if told.role != EVENT:
            anchor = window or anchor
            continue
        if window is None:
            continue
        if hangs and kept and _says_what_it_was(line, told):
            kept.pop()
            while kept and isinstance(kept[-1][0].day.value, Days) and kept[-1][0].day.value.unit == "weekday":
                kept.pop()
        elif hangs and kept and _is_only_an_anchor(line, kept[-1][0], told):
            kept.pop()
        if _is_pointed_at(line, told):
            kept.clear()
        anchor = window
        _keep(kept, (told, window))
    return cut_at_bound(line, kept, now)


def _settle(mentions: list[Mention]) -> None:
    """The day on which she heard of it, and one that only sets the scene, count only where no surer day is told."""
    for role in (BACKDROP, HEARD):
        sure = any(told.role in (EVENT, HEARD) and told.role != role for told in mentions)
        for told in mentions:
            if told.role == role:
                told.role = OTHER if sure else EVENT


def _deny(line: Line, mentions: list[Mention]) -> None:
    """A day that is denied ("it wasn't Friday") is not meant where it is told again either."""
    hung = any(isinstance(told.day.value, Shift) for told in mentions)
    for told in mentions:
        if negated(line, told.day) and isinstance(told.day.value, Days) and told.day.value.single:
            for other in mentions:
                if told.parts and other.parts and told.parts != other.parts:
                    continue
                alike = other.day.value == told.day.value or not hung and _names_that_day(other, told.day.value)
                said_again = alike and line.norm(other.day.first - 1) != "was"
                other.role = OTHER if said_again else other.role


def _names_that_day(other: Mention, day: Days) -> bool:
    """As in "Thursday. Not yesterday, Thursday last week.", typed on a Friday."""
    named = other.day.value
    return isinstance(named, Days) and named.unit == "weekday" and not named.sure_past and named.first == day.first


def _once_more_instead(line: Line, before: Mention, told: Mention) -> bool:
    """As in "Saturday, not yesterday, the one before": what stands between denies the day told first."""
    same = isinstance(told.day.value, Shift) and told.day.value.same
    between = {line.norm(i) for i in range(before.day.after, told.day.first)}
    return same and bool(between & set(lexicon("roles")["negations"])) and not between & set(lexicon("roles")["actors"])


def _hung(told: Mention, anchor: Window | None) -> Mention:
    """A mention that hangs on another day, put on the calendar."""
    shift = told.day.value
    if not isinstance(shift, Shift):
        return told
    if anchor is None or anchor.days.unit == "year":
        value = shift.ago
        return replace(told, day=Piece(value, told.day.first, told.day.after), edge=None) if value else told
    days = replace(anchor.days, part=shift.part or anchor.days.part) if shift.same else anchor.days
    return replace(
        told,
        day=Piece(shifted(shift, days), told.day.first, told.day.after),
        edge=None,
        parts=told.parts or _parts(shift, days),
    )


def _parts(shift: Shift, days: Days) -> list[str]:
    part = days.part if shift.same else shift.part
    return [part] if part else []


def _is_pointed_at(line: Line, told: Mention) -> bool:
    """As in "I went back Wednesday, which is when he was there"."""
    k = line.after_any(max(after for _, after in told.spans), ",")
    return line.after_any(k, *lexicon("roles")["points_at"]) > k


def _says_what_it_was(line: Line, told: Mention) -> bool:
    """As in "it was the day after that": the days before only served to tell this one."""
    first = clause_of(line, told.day)[0]
    return (line.norm(first), line.norm(first + 1)) in (("it", "was"), ("this", "was"), ("it", "happened"))


def _is_only_an_anchor(line: Line, before: Mention, told: Mention) -> bool:
    """Whether the day before only served to tell this one: "it was the day after that", "I was away Friday, he came the
    next day".
    """
    first, after = clause_of(line, told.day)
    words = [line.norm(i) for i in range(first, after)]
    actors, own = set(lexicon("roles")["actors"]), {"i", "we", "my", "i'd", "we'd", "i'm"}
    start, end = clause_of(line, before.day)
    said = {line.norm(i) for i in range(start, end)}
    if line.norm(told.day.after - 1) == "that":
        return not (said & actors and actors & set(words))
    return bool(actors & set(words)) and bool(said & own) and not said & actors


def _keep(kept: list[Told], new: Told) -> None:
    """Keep a day told, in place of a longer stretch that it makes more exact."""
    for n, (told, window) in enumerate(kept):
        if _overlap(window.days, new[1].days, REFINES if window.days.unit == "around" else 0):
            if _narrower(new[1], window) or window.days.unit == "around" or _numbers_of(told, new[0]):
                kept[n] = new
            return
        if told.edge == "before" and new[1].latest < window.earliest:
            kept[n] = new
            return
    kept.append(new)


def _numbers_of(old: Mention, new: Mention) -> bool:
    """As in "Saturday to Saturday, 1st to 8th": the numbers say which Saturdays."""
    named, numbered = old.day.value, new.day.value
    if not isinstance(named, Days) or not isinstance(numbered, Days) or not old.until:
        return False
    return named.unit == "weekday" and numbered.unit in ("dom", "day") and bool(new.until or not numbered.single)


def _overlap(a: Days, b: Days, reach: int) -> bool:
    more = timedelta(days=reach)
    return a.first - more <= b.last and b.first <= a.last + more


def _narrower(a: Window, b: Window) -> bool:
    return (a.latest - a.earliest) < (b.latest - b.earliest)
