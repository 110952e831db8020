"""An answer to one prompt of the diary, read as the fields it fills."""

from __future__ import annotations

import re
from datetime import datetime
from typing import Any

from bot.understanding.asked import plain_value
from bot.understanding.bare_answer import after_none, is_bare
from bot.understanding.evidence import find_evidence
from bot.understanding.impact import plain_impact
from bot.understanding.incident import read_incident
from bot.understanding.no_answer import told_beside
from bot.understanding.own_answer import is_own_answer
from bot.understanding.reference import find_reference
from bot.understanding.short_answers import denies_police, given_reference, police_told, seen
from bot.understanding.text_parts import TextParts
from bot.understanding.told_time import time_told

_ASIDE = ("person", "police_reference")
_OF_A_REPORT = ("reported", "police_reference")
_PASSING = ("when", "place", "person", "behaviours", "witnesses", *_OF_A_REPORT)
# Who was told, and when, is nothing of what happened.
_REPORT = frozenset({"said", "impact", "source", "told"})
# What was said may be anybody's feeling, and what it did to her is asked for by itself.
_FEELINGS = frozenset({"when", "where", "who", "kinds", "others", "keep", "told"})
# More of what happened, but other days may come into it.
_MORE = frozenset({"tell_more", "cue"})
# Where a thing is kept, or an onlooker was, is not where it happened; nor is where she was on her way to, or it was not: "nowhere near my house".
_ELSEWHERE = frozenset({"keep", "others"})
_ON_THE_WAY = re.compile(r"\b(?:to|from)\s+$", re.IGNORECASE)


def read_answer(prompt: str, text: str, now: datetime) -> dict[str, Any]:
    """The fields an answer to the prompt `prompt` (its key, as "when") gives; null where it gives none.

    Prompts that ask for her own words (said, tell_more, cue, source) give only what is plainly told besides.
    """
    parts = TextParts(text)
    if prompt == "when":
        return {"when": time_told(text, now)}
    if prompt == "where":
        return {"place": None if is_bare(text) else after_none(told_beside(text)) or None}
    if prompt == "impact":
        if is_bare(text):
            return {"impact": None}
        return {"impact": text.strip() if is_own_answer(prompt, text) else told_beside(text) or None}
    if prompt == "who":
        return {"person": None if is_bare(text) else _person(told_beside(text), now)}
    if prompt == "others":
        return {"witnesses": seen(told_beside(text))}
    if prompt == "told":
        return {"reported": police_told(told_beside(text)), "police_reference": given_reference(text)}
    if prompt == "reference":
        reference = find_reference(parts, bare=True)
        return {"police_reference": text[slice(*reference)] if reference else None}
    told_here = read_incident(text, now)
    if prompt == "keep":
        return {"evidence_mentioned": tuple(name for name, _ in find_evidence(parts, plain=True))}
    if prompt == "kinds":
        return {"behaviours": told_here.behaviours}
    if prompt in ("said", "tell_more", "cue", "source", "more", "account"):
        return {field: getattr(told_here, field) for field in _ASIDE if getattr(told_here, field)}
    return {}


def read_besides(prompt: str, text: str, now: datetime) -> dict[str, Any]:
    """What an answer to `prompt` tells of other fields; what stands in quoted or told words, or is about a report, is left alone."""
    told = read_incident(text, now)
    fields = _OF_A_REPORT if prompt in _REPORT else ("place", "witnesses", *_OF_A_REPORT) if prompt in _MORE else _PASSING
    found = {field: getattr(told, field) for field in fields}
    effect = plain_impact(TextParts(text)) if prompt in _FEELINGS else None
    if effect:
        found["impact"] = text[slice(*effect)]
    if prompt in (*_ELSEWHERE, "where") or prompt == "when" and told.place and _ON_THE_WAY.search(text[: text.find(told.place)]):
        found["place"] = None
    if prompt == "others" or prompt != "who" and found.get("person") == plain_value(text):
        # Who saw it did not do it. Or it is all there is of an answer to something else: a place, a thing, a slip of the keys.
        found["person"] = None
    return {**found, "reported": False} if denies_police(text) and not found["police_reference"] else found


def _person(text: str, now: datetime) -> str | None:
    if not text:
        return None
    found = read_incident(text, now, "Who did this, if you know?").person
    return found or (plain_value(after_none(text)) if len(text.split()) <= 12 else text.strip()) or None
