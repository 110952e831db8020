"""A short plain answer to the question just put, read as that question's value."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import datetime

from bot.understanding.lexicons import lexicon
from bot.understanding.no_answer import told_beside
from bot.understanding.person import looks_like_a_name
from bot.understanding.reference import find_reference
from bot.understanding.short_answers import given_reference, police_told, reported, seen, yes_or_no
from bot.understanding.text_parts import TextParts, trimmed
from bot.understanding.told import Incident

_SHORT = 10
_REPORT = 16


def field_asked(question: str) -> str | None:
    """The field a question asks for, by its meaning words."""
    low = f"{question.lower()} "
    return next(
        (name for name, words in lexicon("grammar")["asked"].items() if any(word in low for word in words)), None
    )


def read_asked(told: Incident, text: str, now: datetime, question: str) -> Incident:
    """The facts told, and the answer to `question` where the text is no more than that."""
    name = field_asked(question)
    if name is None:
        return told
    if name == "witnesses":
        answer = seen(told_beside(text))
        return told if answer is None else replace(told, witnesses=answer)
    if name in ("told", "reported"):
        return _of_a_report(told, text, name)
    if name == "police_reference":
        span = find_reference(TextParts(text), bare=True)
        return replace(told, police_reference=text[slice(*span)], reported=True) if span else told
    if name == "impact" and told.impact is None and yes_or_no(text) is not False:
        return replace(told, impact=text.strip() or None)
    if (
        (name == "place" or (name == "person" and not told.witnesses))
        and len(text.split()) <= _SHORT
        and (getattr(told, name) is None or _is_a_phrase(text))
    ):
        return _with_words(told, name, text)
    return told


def _of_a_report(told: Incident, text: str, name: str) -> Incident:
    """What was told to whom. A short answer tells nothing else: who was told is not who did it."""
    if len(text.split()) <= _REPORT:
        told = Incident(evidence_mentioned=told.evidence_mentioned, reported=told.reported)
    answer, reference = (police_told if name == "told" else reported)(told_beside(text)), given_reference(text)
    return replace(told, reported=told.reported if answer is None else answer, police_reference=reference)


def _with_words(told: Incident, name: str, text: str) -> Incident:
    """The answer itself as the place or the person, unless it is a question, a yes or no, or no one at all."""
    value = plain_value(told_beside(text))
    if not value or "?" in text or yes_or_no(text) is not None or (name == "person" and not looks_like_a_name(value)):
        return told
    at = text.find(value)
    spans = {**told.spans, name: [(at, at + len(value))]}
    # The same words are not both: where a place was asked for, "Passmore Road" is nobody.
    place, person = (None if words == value else words for words in (told.place, told.person))
    return replace(told, place=value, person=person, spans=spans) if name == "place" else replace(told, place=place, person=value, spans=spans)


def _is_a_phrase(text: str) -> bool:
    """A short answer with nobody doing anything in it is itself the value."""
    words = {word.low for word in TextParts(plain_value(text) or "").words}
    return not words & {"he", "she", "they", "i", "we", "was", "were", "is", "and", "followed", "it's"}


def plain_value(text: str) -> str | None:
    """An answer without the words that only lead up to it."""
    start, end = trimmed(text, 0, len(text))
    fillers = sorted(lexicon("grammar")["fillers"], key=len, reverse=True)
    moved = True
    while moved:
        moved = False
        for words in (*fillers, "at", "in", "on"):
            m = re.compile(rf"{words}[\s,]+", re.IGNORECASE).match(text, start, end)
            if m:
                start, moved = m.end(), True
                break
    return text[start:end] or None
