"""All the facts of an account at once; what is not plainly told stays unknown."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from bot.understanding.asked import read_asked
from bot.understanding.behaviours import BEHAVIOURS, find_behaviours
from bot.understanding.evidence import EVIDENCE, find_evidence
from bot.understanding.facts import (
    find_reported,
    is_hearsay,
    says_words,
)
from bot.understanding.impact import find_impact
from bot.understanding.incidents import Happening, happenings, only
from bot.understanding.moment import When
from bot.understanding.no_answer import no_answer
from bot.understanding.noticed import Scores, chosen, yes_or_no
from bot.understanding.person import find_person
from bot.understanding.place import find_place
from bot.understanding.reference import find_reference
from bot.understanding.spoken_against import upheld
from bot.understanding.text_parts import Span, TextParts, opening, trimmed
from bot.understanding.told import Incident
from bot.understanding.told_time import times_told
from bot.understanding.witnesses import find_witnesses

__all__ = ["Incident", "read_day", "read_incident"]
_LEADS = ("at", "on", "in", "about", "around", "by", "from", "the")


def read_incident(text: str, now: datetime, asked: str | None = None, noticed: Scores | None = None) -> Incident:
    """The facts told in `text`, of whatever day. `asked` is the question just put: a short plain answer to it is read as its value.

    `noticed`: what the learned readers made of it (see noticed.py); None where they did not read it, and the rules decide alone.
    """
    if no_answer(text):
        return Incident()
    told = _Account(text, now).read(None, noticed)
    return read_asked(told, text, now, asked) if asked else told


def read_day(text: str, now: datetime, noticed: Scores | None = None, day: str = "") -> Incident:
    """The facts of one day of an account, as one note holds them: of `day` (EDTF), or of the first where that is not told."""
    if no_answer(text):
        return Incident()
    account = _Account(text, now)
    return account.read(next((one for one in account.told if one.day == day), account.first), noticed)


class _Account:
    """A text with its days."""

    def __init__(self, text: str, now: datetime) -> None:
        self.text = opening(text)
        self.parts, self.days = TextParts(self.text), times_told(self.text, now)
        self.told = happenings(self.parts, self.days, now)
        self.first = self.told[0] if self.told else None

    def read(self, own: Happening | None, noticed: Scores | None) -> Incident:
        """The facts of one of its days, or of all of it."""
        parts = only(self.parts, own, self.told) if own else self.parts
        return _facts(self, parts, own or self.first, noticed)


def _facts(account: _Account, parts: TextParts, own: Happening | None, noticed: Scores | None) -> Incident:
    text, whole, days, told = account.text, account.parts, account.days, account.told
    spans: dict[str, list[Span]] = {"when": [own.at]} if own else {}
    words: dict[str, str | None] = {}
    for name, span in (
        ("place", _without_time(parts, find_place(parts), days)),
        ("person", find_person(parts)),
        ("police_reference", find_reference(parts)),
        ("impact", find_impact(parts)),
    ):
        words[name] = text[slice(*span)] if span else None
        if span:
            spans[name] = [span]
    ruled = _ruled(parts)
    spans |= ruled.spans
    behaviours, evidence = ruled.behaviours, ruled.evidence
    yes_no = {"witnesses": ruled.witnesses, "reported": ruled.reported}
    if noticed is not None:
        # The readers saw the whole message: what the rules find with another day alone is no fact of this one.
        others = _ruled(whole) if parts is not whole else ruled
        scores = upheld(noticed, whole)
        behaviours = _of_this_day(chosen(BEHAVIOURS, behaviours, scores, "behaviours"), behaviours, others.behaviours)
        evidence = _of_this_day(chosen(EVIDENCE, evidence, scores, "evidence"), evidence, others.evidence)
        yes_no = {name: yes_or_no(name, value, scores) for name, value in yes_no.items() if value == getattr(others, name)}
    # Nobody has a number of theirs who did not report it, whatever else was not.
    reported = True if words["police_reference"] else yes_no.get("reported")
    return Incident(
        own.when if own else None,
        words["place"],
        behaviours,
        words["person"],
        evidence,
        yes_no.get("witnesses"),
        reported,
        words["police_reference"],
        words["impact"],
        len(told) > 1,
        says_words(parts),
        is_hearsay(parts),
        spans,
    )


@dataclass(frozen=True)
class _Ruled:
    """What the rules find of kinds and of yes and no, and where."""

    behaviours: tuple[str, ...]
    evidence: tuple[str, ...]
    witnesses: bool | None
    reported: bool | None
    spans: dict[str, list[Span]]


def _ruled(parts: TextParts) -> _Ruled:
    kinds, kept = find_behaviours(parts), find_evidence(parts)
    seen, reported = find_witnesses(parts), find_reported(parts)
    spans = {name: [span for _, places in found for span in places] for name, found in (("behaviours", kinds), ("evidence_mentioned", kept)) if found}
    spans |= {name: [fact[1]] for name, fact in (("witnesses", seen), ("reported", reported)) if fact}
    return _Ruled(
        tuple(name for name, _ in kinds), tuple(name for name, _ in kept), seen[0] if seen else None, reported[0] if reported else None, spans
    )


def _of_this_day(found: tuple[str, ...], own: tuple[str, ...], all_days: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(kind for kind in found if kind in own or kind not in all_days)


def _without_time(parts: TextParts, place: Span | None, days: list[tuple[When, Span]]) -> Span | None:
    """The place without the time told in one breath with it: "the school gates at pick up 3.15"."""
    if place is None:
        return None
    within = [span for _, span in days if place[0] <= span[0] < place[1]]
    if not within:
        return place
    start, end = trimmed(parts.text, place[0], within[0][0])
    words = parts.words_in(start, end)
    while words and words[-1].low in _LEADS:
        words = words[:-1]
    return (start, words[-1].end) if words else None
