"""All the facts of an account at once; what is not plainly told stays unknown."""

from __future__ import annotations

from datetime import datetime

from bot.understanding.asked import read_asked
from bot.understanding.behaviours import BEHAVIOURS, find_behaviours
from bot.understanding.evidence import EVIDENCE, find_evidence
from bot.understanding.facts import (
    find_reported,
    find_witnesses,
    is_hearsay,
    says_words,
)
from bot.understanding.impact import find_impact
from bot.understanding.noticed import Scores, chosen, yes_or_no
from bot.understanding.person import find_person
from bot.understanding.place import find_place
from bot.understanding.reference import find_reference
from bot.understanding.text_parts import Span, TextParts, opening
from bot.understanding.told import Incident
from bot.understanding.when import read_when, told_days

__all__ = ["Incident", "read_incident"]


def read_incident(text: str, now: datetime, asked: str | None = None, noticed: Scores | None = None) -> Incident:
    """The facts told in `text`. `asked` is the question just put: a short plain answer to it is read as its value.

    `noticed`: what the learned readers made of it (see noticed.py); None where they did not read it, and the rules decide alone.
    """
    told = _read_account(text, now, noticed)
    return read_asked(told, text, now, asked) if asked else told


def _read_account(text: str, now: datetime, noticed: Scores | None) -> Incident:
    text = opening(text)
    parts = TextParts(text)
    spans: dict[str, list[Span]] = {}
    days = told_days(text, now)
    when = days[0][0] if days else read_when(text, now)
    if when:
        at = days[0][1][0] if days else text.find(when.as_told)
        spans["when"] = [(at, at + len(when.as_told))]
    words: dict[str, str | None] = {}
    for name, span in (
        ("place", find_place(parts)),
        ("person", find_person(parts)),
        ("police_reference", find_reference(parts)),
        ("impact", find_impact(parts)),
    ):
        words[name] = text[slice(*span)] if span else None
        if span:
            spans[name] = [span]
    kinds, kept = find_behaviours(parts), find_evidence(parts)
    for name, found in (("behaviours", kinds), ("evidence_mentioned", kept)):
        if found:
            spans[name] = [span for _, places in found for span in places]
    yes_no: dict[str, bool | None] = {}
    for name, fact in (("witnesses", find_witnesses(parts)), ("reported", find_reported(parts))):
        yes_no[name] = fact[0] if fact else None
        if fact:
            spans[name] = [fact[1]]
    behaviours, evidence = tuple(name for name, _ in kinds), tuple(name for name, _ in kept)
    if noticed is not None:
        behaviours = chosen(BEHAVIOURS, behaviours, noticed, "behaviours")
        evidence = chosen(EVIDENCE, evidence, noticed, "evidence")
        yes_no = {name: yes_or_no(name, ruled, noticed) for name, ruled in yes_no.items()}
    reported = True if words["police_reference"] and yes_no["reported"] is None else yes_no["reported"]
    return Incident(
        when,
        words["place"],
        behaviours,
        words["person"],
        evidence,
        yes_no["witnesses"],
        reported,
        words["police_reference"],
        words["impact"],
        len(days) > 1,
        says_words(parts),
        is_hearsay(parts),
        spans,
    )
