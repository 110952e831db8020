"""Who did it: a role ("my ex-husband Gareth Pike"), a name, or a stranger as she describes them."""

from __future__ import annotations

import re

from bot.understanding.lexicons import lexicon
from bot.understanding.person_shapes import bystanders, not_names, rules
from bot.understanding.text_parts import Span, TextParts


def find_person(parts: TextParts) -> Span | None:
    """The place of the words that name the one who did it; None if nobody is clearly named."""
    best: tuple[float, int, Span] | None = None
    helpers = [m.span() for m in bystanders().finditer(parts.text)]
    for weight, rule in rules():
        for m in rule.finditer(parts.text):
            span = m.span("who")
            if weight < 1.6 and parts.words_in(*span)[:1] and parts.words_in(*span)[0].low in not_names():
                continue
            score = (
                weight
                + _doing(parts, span, weight)
                + (0.5 if m.groupdict().get("name") else 0)
                - _named_before(parts, span, weight)
            )
            inside_helper = weight < 2 and any(a <= span[0] < b for a, b in helpers)
            if score < 3.5 or inside_helper or _denied(parts, span) or (parts.quoted(span[0]) and weight < 5):
                continue
            if best is None or (-score, span[0]) < best[:2]:
                best = (-score, span[0], span)
    return best[2] if best else None


def _doing(parts: TextParts, span: Span, weight: float) -> float:
    """How plainly the one named does something.

    3 for a deed, 2.6 where "by", "it was" or "I saw" leads to them, 0 for a bystander.
    """
    people = lexicon("people")
    lead = 2.6 if _led(parts, span) else 0.0
    place = span[1]
    if weight in (1.5, 2.0) and _is_object(parts, span):
        return lead
    after = parts.words_in(span[1], min(len(parts.text), span[1] + 60))[:6]
    for n, word in enumerate(after[:5]):
        if re.search(r"[.!?\n;:]", parts.text[place : word.start]):
            break
        place = word.end
        if word.low in people["helping"]:
            continue
        deed = word.low in people["deeds"] or re.search(r"(?:ed|ing|in|s)$", word.low)
        if word.low in people["telling"] and n + 1 < len(after) and after[n + 1].low not in people["told_to_her"]:
            return max(lead, 3.0)
        if word.low == "let" and after[n + 1 : n + 2] and after[n + 1].low in ("himself", "herself", "themselves"):
            return max(lead, 3.0)
        if word.low in people["bystander_deeds"] and word.low not in people["either_deeds"]:
            return lead
        if word.low in people["bystander_deeds"]:
            return max(lead, 3.0 if weight != 2.0 or _to_her(parts, word.end) else 1.0)
        return max(lead, 3.0) if deed else lead
    return lead


def _is_object(parts: TextParts, span: Span) -> bool:
    """Whether something is done or told to the one named: "He told my boss"."""
    before = parts.words_in(parts.clause_at(span[0])[0], span[0])
    people = lexicon("people")
    return bool(before) and (
        before[-1].low in {*people["deeds"], *people["bystander_deeds"]} - set(people["not_done_by_object"])
        or before[-1].low in people["before_an_object"]
    )


def _led(parts: TextParts, span: Span) -> bool:
    """Whether "it was", "by", or "texts from" leads to the one named."""
    before = parts.text[max(0, span[0] - 45) : span[0]]
    lead = re.search(lexicon("people")["lead"], before[-20:], re.IGNORECASE)
    if lead is None:
        return False
    sent = re.search(lexicon("people")["sent"], before, re.IGNORECASE)
    return lead[0].strip().lower() not in ("from", "off") or sent is not None


def _named_before(parts: TextParts, span: Span, weight: float) -> float:
    """A role or name that comes after "he" or "she" is more likely somebody else."""
    before = {word.low for word in parts.words_in(0, span[0])}
    return (
        2.0
        if weight in (1.5, 2.0)
        and before & {"he", "she", "hes", "shes", "he's", "she's", "him", "her"}
        and not _led(parts, span)
        else 0.0
    )


def _to_her(parts: TextParts, at: int) -> bool:
    """Whether what follows is done to her."""
    return any(
        word.low in ("me", "us", "my", "past", "up", "behind", "round", "outside")
        for word in parts.words_in(at, min(len(parts.text), at + 30))[:3]
    )


def _denied(parts: TextParts, span: Span) -> bool:
    before = parts.text[max(0, span[0] - 14) : span[0]].lower().replace("’", "'")
    return bool(re.search(r"(?:\bnot|n't|\bwasnt|\bisnt)\s+(?:from |by )?$", before))
