"""A typed correction of what is kept: which fields it changes, and to what."""

from __future__ import annotations

import re
from datetime import datetime
from typing import Any

from bot.understanding.asked import plain_value
from bot.understanding.behaviours import find_behaviours
from bot.understanding.evidence import find_evidence
from bot.understanding.facts import find_reported
from bot.understanding.lexicons import patterns
from bot.understanding.moment import When
from bot.understanding.person import find_person, looks_like_a_name
from bot.understanding.place import find_place
from bot.understanding.plain_words import plain
from bot.understanding.reference import find_reference
from bot.understanding.short_answers import yes_or_no
from bot.understanding.text_parts import Span, TextParts, opening
from bot.understanding.when import amend_when
from bot.understanding.when_amend import affirmed
from bot.understanding.witnesses import find_witnesses

# Words; a correction is a sentence, and what somebody did is more.
_A_TELLING, _A_LONG_TELLING = 9, 25
# Lines that may be emptied by a word.
_LINES_OUT = ("person", "place", "police_reference", "impact")
# A value that stands alone beside what it replaces.
_A_VALUE = 5
FIELDS = (
    "when",
    "place",
    "person",
    "witnesses",
    "police_reference",
    "reported",
    "impact",
    "evidence_mentioned",
    "behaviours",
)


def named_field(text: str) -> str | None:
    """The field a correction names ("the place is wrong"), with or without a new value; None if it names none."""
    found = [
        (m.start(), field)
        for field in FIELDS
        for rule in patterns("correction", "names", field)
        for m in rule.finditer(text)
    ]
    return min(found)[1] if found else None


def line_named(text: str) -> str | None:
    """The field that a text names and nothing more: "who", "the date", "my name"."""
    words = re.sub(r"^(?:(?:and|what about|the|my|his|her|their|this|that|wrong) )+", "", plain(text))
    return next((field for field in FIELDS if any(rule.fullmatch(words) for rule in patterns("correction", "names", field))), None)


def asks_to_change(text: str) -> bool:
    """Whether it only asks for a change ("change where", "the time is wrong"), with nothing told that could be kept."""
    return any(rule.fullmatch(text.strip(" .!?")) for rule in patterns("correction", "asks"))


def puts_right(text: str) -> bool:
    """Whether a short text is put as a correction of what is kept: "not Colin, Craig", "police reference is 4521/09"."""
    return len(text.split()) <= _A_TELLING + 3 and any(rule.fullmatch(text.strip()) for rule in patterns("correction", "puts_right"))


def taken_out(text: str, current: dict[str, Any]) -> str | None:
    """The field whose value a text wants out of its line ("take out Colin"); None where it names no value that is kept."""
    for rule in patterns("correction", "takes_out"):
        found = rule.fullmatch(text.strip())
        words = set(re.findall(r"\w+", found["value"].lower())) - {"the", "a", "my", "name", "place"} if found else set()
        for field in _LINES_OUT:
            if words and words <= set(re.findall(r"\w+", str(current.get(field) or "").lower())):
                return field
        named = line_named(found["value"]) if found else None
        if named in _LINES_OUT and current.get(named):
            return named
    return None


def is_new_telling(text: str, intent: str) -> bool:
    """Whether words typed where a correction was asked for tell of something else that was done: then they change nothing."""
    length = len(text.split())
    if intent not in ("tell", "write") or length < _A_TELLING or _taken_back(text) and length < _A_LONG_TELLING:
        return False
    return length >= _A_LONG_TELLING or bool(find_behaviours(TextParts(opening(text))))


def read_correction(text: str, now: datetime, current: dict[str, Any]) -> dict[str, Any]:
    """The ENTRY fields that `text` changes, each with its new value; empty if no new value is told.

    `current` is an ENTRY (CONTRACT section 2). Only what is affirmed counts: "it was 6pm, not 4pm" says six.
    """
    text = opening(text)
    field = named_field(text)
    if field in (None, "when"):
        changed = amend_when(kept_when(current), text, now)
        if changed:
            return {"when": changed}
    if field is None:
        field = _guessed(text, current)
    value = _new_value(field, text, current) if field and field != "when" else None
    return {field: value} if field and value is not None else {}


def kept_when(current: dict[str, Any]) -> When | None:
    """ENTRY.when as a When."""
    when = current.get("when")
    if isinstance(when, When) or not when:
        return when or None
    earliest, latest = (datetime.fromisoformat(when[key]) if when.get(key) else None for key in ("earliest", "latest"))
    return When(str(when.get("as_told") or ""), when.get("edtf"), earliest, latest, bool(when.get("approximate")))


def _guessed(text: str, current: dict[str, Any]) -> str | None:
    """As in "It wasn't Gareth, it was his brother Lee": the field whose kept value the correction takes back."""
    denied = _taken_back(text)
    low = denied.lower()
    for field in ("person", "place"):
        kept = str(current.get(field) or "").lower()
        words = set(re.findall(r"\w{3,}", kept)) - {"the", "and"}
        if low and words & set(re.findall(r"\w{3,}", low)):
            return field
    if (
        denied
        and re.search(r"\b(?:he|she|they|his|her|my ex)\b|\b[A-Z][a-z]+\b", denied)
        and find_person(TextParts(affirmed(text)))
    ):
        return "person"
    parts = TextParts(text)
    if denied and find_place(parts):
        return "place"
    if find_reference(parts):
        return "police_reference"
    if find_witnesses(parts):
        return "witnesses"
    return "reported" if find_reported(parts) else None


def _taken_back(text: str) -> str:
    """What a correction denies."""
    return " ".join(_denied(text))


def _denied(text: str) -> list[str]:
    return [m[1] for rule in patterns("correction", "denied") for m in rule.finditer(text) if m[1]]


def _new_value(field: str, text: str, current: dict[str, Any]) -> Any:
    parts = TextParts(text)
    if field in ("place", "person", "impact"):
        words = _words(field, text)
        return _in_its_place(words, text, str(current.get("place") or "")) if field == "place" and words else words
    if field == "police_reference":
        span = find_reference(parts) or find_reference(TextParts(affirmed(text)), bare=True)
        return text[slice(*span)] if span else None
    if field in ("witnesses", "reported"):
        found = find_witnesses(parts) if field == "witnesses" else find_reported(parts)
        return found[0] if found else yes_or_no(text)
    found_kinds = find_evidence(parts) if field == "evidence_mentioned" else find_behaviours(parts)
    told = tuple(name for name, _ in found_kinds)
    return told if told and set(told) != set(current.get(field) or ()) else None


def _in_its_place(name: str, text: str, kept: str) -> str:
    """A name put right within the place that holds it: "not Harehills, Chapeltown" keeps the bus shelter."""
    for denied in _denied(text):
        bare = re.sub(r"^(?:(?:in|on|at|by|near) )?(?:the )?", "", denied, flags=re.IGNORECASE)
        found = re.search(rf"\b{re.escape(bare)}\b", kept, re.IGNORECASE)
        if found and found[0] and all(word[0].isupper() for word in [*found[0].split(), *name.split()]):
            return kept[: found.start()] + name + kept[found.end() :]
    return name


def _words(field: str, text: str) -> str | None:
    """The new words: what follows "it was", "should be" or "change it to"; else what the finders read."""
    left = affirmed(text)
    for rule in patterns("correction", "offers"):
        offers = [m.span("value") for m in rule.finditer(left) if m["value"].strip()]
        for start, end in reversed(offers):
            value = plain_value(left[start:end].strip(' \t,.;:!?"“”'))
            if (
                value
                and not re.fullmatch(
                    r"(?:wrong|not right|incorrect|a mistake|mistaken|different|the (?:place|person|time|date))",
                    value,
                    re.IGNORECASE,
                )
                and (field != "person" or looks_like_a_name(value))
            ):
                return value
    rest = plain_value(left.strip(' \t,.;:!?"“”'))
    if left != text and rest and len(rest.split()) <= _A_VALUE and (field != "person" or looks_like_a_name(rest)):
        # "Not Colin, Craig": all that is left is the value.
        return rest
    finder = {"place": find_place, "person": find_person}.get(field)
    span: Span | None = finder(TextParts(left)) if finder else None
    return text[slice(*span)] if span else None
