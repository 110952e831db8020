"""An answer to one prompt of the diary, read as the fields it fills."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from bot.understanding.asked import is_unknown, plain_value
from bot.understanding.evidence import find_evidence
from bot.understanding.incident import read_incident
from bot.understanding.reference import find_reference
from bot.understanding.short_answers import denies_police, reported, seen
from bot.understanding.text_parts import TextParts
from bot.understanding.when import read_when

_ASIDE = ("person", "police_reference")
_PASSING = ("when", "person", "behaviours", "witnesses", "reported", "police_reference")
_QUOTES = frozenset({"said", "impact", "source", "tell_more", "cue"})


def read_answer(prompt: str, text: str, now: datetime) -> dict[str, Any]:
    """The fields an answer to the prompt `prompt` (its key, as "when") gives; null where it gives none.

    Prompts that ask for her own words (said, tell_more, cue, source) give only what is plainly told besides.
    """
    parts = TextParts(text)
    if prompt == "when":
        return {"when": read_when(text, now)}
    if prompt in ("where", "impact"):
        field = "place" if prompt == "where" else "impact"
        return {field: None if is_unknown(text) else text.strip()}
    if prompt == "who":
        return {"person": _person(text, now)}
    if prompt == "others":
        return {"witnesses": None if is_unknown(text) else seen(text)}
    if prompt == "told":
        reference = find_reference(parts)
        return {"reported": reported(text), "police_reference": text[slice(*reference)] if reference else None}
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
    """What an answer to `prompt` tells of other fields; what stands in quoted or told words is left alone."""
    told = read_incident(text, now)
    fields = ("reported", "police_reference") if prompt in _QUOTES else _PASSING
    found = {field: getattr(told, field) for field in fields}
    return {**found, "reported": False} if denies_police(text) and not found["police_reference"] else found


def _person(text: str, now: datetime) -> str | None:
    if is_unknown(text):
        return None
    found = read_incident(text, now, "Who did this, if you know?").person
    return found or (plain_value(text) if len(text.split()) <= 12 else text.strip()) or None
