"""An answer to one prompt of the diary, read as the fields it fills."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from bot.understanding.asked import is_unknown, plain_value, yes_or_no
from bot.understanding.evidence import find_evidence
from bot.understanding.facts import find_reference, find_reported, find_witnesses
from bot.understanding.incident import read_incident
from bot.understanding.text_parts import TextParts
from bot.understanding.when import read_when

_ASIDE = ("person", "police_reference")


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
        found = find_witnesses(parts)
        return {"witnesses": found[0] if found else yes_or_no(text)}
    if prompt == "told":
        told = find_reported(parts)
        reference = find_reference(parts)
        return {
            "reported": told[0] if told else True if reference else yes_or_no(text),
            "police_reference": text[slice(*reference)] if reference else None,
        }
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


def _person(text: str, now: datetime) -> str | None:
    if is_unknown(text):
        return None
    found = read_incident(text, now, "Who did this, if you know?").person
    return found or (plain_value(text) if len(text.split()) <= 12 else text.strip()) or None
