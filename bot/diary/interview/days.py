"""Another day in the same account, which may become a note of its own."""
from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.diary.interview import draft as drafting
from bot.diary.interview.entry_facts import day_of, tell
from bot.understanding.incidents import Happening, happenings
from bot.understanding.moment import When
from bot.understanding.text_parts import Span, TextParts, opening
from bot.understanding.told_time import times_told


@dataclass(frozen=True)
class OtherDay:
    """`words`: all that is told from there on, as it was typed. `when`: the day of it."""

    words: str
    when: When


def other_day(entry: dict[str, Any]) -> OtherDay | None:
    """The next day on which something was done, after that of the note itself; None where the account tells of no other."""
    account, now = opening(entry["account"]), datetime.fromisoformat(entry["recorded_at"])
    parts = TextParts(account)
    told = happenings(parts, times_told(account, now), now)
    own = next((n for n, one in enumerate(told) if one.day == day_of(entry)), 0)
    if own + 1 >= len(told):
        return None
    return OtherDay(_words(account, told[own], told[own + 1]), told[own + 1].when)


def begin_other(draft: dict[str, Any], other: OtherDay, now: datetime) -> dict[str, Any]:
    """A note of that day, from the words already told about it. "Two days later" says no day by itself, so the day is kept as read before."""
    tell(drafting.begin_unread(draft, other.words, now), {"when": other.when}, inferred=True)
    draft["_"]["ruled"] = True
    return drafting.read(draft, now)


def _words(account: str, own: Happening, other: Happening) -> str:
    """The account from the other day on, without what is of the note's own day alone."""
    kept: list[Span] = []
    here = other.since
    for start, end in sorted(span for span in own.own if span not in other.own):
        if start >= here:
            kept.append((here, start))
            here = end
    return "\n".join(words for start, end in [*kept, (here, len(account))] if (words := account[start:end].strip(" ,;\n")))
