"""Where it happened: "outside my work", "the bus stop on Mill Lane", read from a lead word and a word for a place."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.understanding.lexicons import lexicon
from bot.understanding.place_noun import lead_at, link_at, noun_at
from bot.understanding.text_parts import Span, TextParts

_PEOPLE_FROM = re.compile(
    r"(?:man|guy|bloke|lad|woman|girl|boy|someone|he|she|neighbour|colleague|customer|[A-Z][a-z]+)\s+$"
)
_TOLD_THEM = re.compile(r"\b(?:my|our|the) (?:\w+ )?(?:mum|friend|mate|sister|police|officer|boss|school)\b")


@dataclass(frozen=True)
class Candidate:
    """A place in the text and how plainly it is the place of what happened."""

    span: Span
    score: float


def find_place(parts: TextParts) -> Span | None:
    """The place of the words that say where; None if none is clearly told."""
    found, i = [], 0
    while i < len(parts.words):
        candidate, after = _read(parts, i)
        if candidate and not parts.quoted(candidate.span[0]):
            found.append(candidate)
        i = max(after, i + 1)
    best = max(found, key=lambda c: (c.score, -c.span[0]), default=None)
    return best.span if best and best.score > 0 else None


def _read(parts: TextParts, i: int) -> tuple[Candidate | None, int]:
    """A place whose lead word stands at `i`, with the places joined to it, and the index to go on from."""
    words = parts.words
    lead, start = lead_at(words, i)
    if not lead or _where_someone_is_from(parts, i, lead):
        return None, i + 1
    end, named = noun_at(parts, start, lead)
    if end <= start:
        return None, i + 1
    while end < len(words):
        link, after_link = link_at(parts, end)
        further, also = noun_at(parts, after_link, link) if link else (end, False)
        if further <= after_link:
            break
        end, named = further, named or also
    first = words[i] if lead in lexicon("places")["kept_leads"] else words[start]
    span = (first.start, words[end - 1].end)
    return Candidate(span, _score(parts, span, lead, named, end - start)), end


def _where_someone_is_from(parts: TextParts, i: int, lead: str) -> bool:
    """Whether the words say who, not where: "the lad from the gym"."""
    if lead not in ("from", "at", "off") or not _PEOPLE_FROM.search(parts.text[: parts.words[i].start]):
        return False
    return parts.words[i - 1].low not in ("me", "home", "he", "she")


def _score(parts: TextParts, span: Span, lead: str, named: bool, size: int) -> float:
    """Higher where the one who did it is in the sentence; lower where the clause is about a report, a job or a fear."""
    places, grammar = lexicon("places"), lexicon("grammar")
    clause = parts.clause_at(span[0])
    text = parts.text[slice(*clause)].lower()
    near = {word.low for word in parts.words_in(*clause)}
    they = bool({word.low for word in parts.words_in(*parts.sentence_at(span[0]))} & set(grammar["they"]))
    score = 1.0 + they + named + (0.5 if lead in places["kept_leads"] else 0.0)
    if any(re.search(rf"\b{re.escape(phrase)}\b", text) for phrase in places["elsewhere"]):
        score -= 3
    if near & set(places["fears"]):
        score -= 3
    if parts.text[slice(*span)].lower() in places["passing"]:
        score -= 0.6
    if lead == "from" and re.search(r"\b(?:back|home)\s+from\s+$", parts.text[max(0, span[0] - 12) : span[0]].lower()):
        score -= 1.5
    if lead in places["arrivals"] and size < 3 and not they and near & set(grammar["own"]):
        score -= 1
    if "police" in text and _TOLD_THEM.search(text[: span[0] - clause[0]]):
        score -= 2
    return score
