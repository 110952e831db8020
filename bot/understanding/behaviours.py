"""What was done, by the names of CONTRACT section 2 (the examples of s.2A(3) Protection from Harassment Act 1997,
and nine more).
"""

from __future__ import annotations

import re

from bot.understanding.frames import find_frames
from bot.understanding.lexicons import lexicon, patterns
from bot.understanding.text_parts import Span, TextParts

BEHAVIOURS = (
    "following",
    "contact",
    "publishing",
    "monitoring_online",
    "loitering",
    "interfering_property",
    "watching_spying",
    "threats",
    "violence",
    "gifts",
    "damage",
    "approach_family_or_work",
    "false_reports",
    "tracking_device",
    "impersonation",
    "other",
)
_FRIENDLY = ("contact", "loitering", "watching_spying", "gifts", "following")
"""What a friend may do without harm."""
_SPOKEN = ("threats", "watching_spying", "tracking_device")


def find_behaviours(parts: TextParts) -> list[tuple[str, list[Span]]]:
    """Each behaviour told of, in the order of CONTRACT, with the places of the words that tell it."""
    loose = find_frames(parts)
    found = [
        (name, _spans(parts, name, patterns("behaviours", name), loose.get(name, [])))
        for name in BEHAVIOURS
        if name != "other"
    ]
    found = [(name, spans) for name, spans in found if spans]
    if not found:
        weak = lexicon("behaviours")["weak"]
        found = [(name, _spans(parts, name, patterns("behaviours", "weak", name))) for name in weak]
    return [(name, spans) for name, spans in found if spans]


def _spans(
    parts: TextParts, name: str, rules: tuple[re.Pattern[str], ...], loose: list[Span] | None = None
) -> list[Span]:
    spans = {m.span() for rule in rules for m in rule.finditer(parts.text)} | set(loose or ())
    return sorted(span for span in spans if _done_to_her(parts, name, span))


def _done_to_her(parts: TextParts, name: str, span: Span) -> bool:
    """Not denied, not feared or imagined, not done by herself, a friend or the police."""
    grammar = lexicon("grammar")
    start = parts.clause_at(span[0])[0]
    before = [word.low for word in parts.words_in(start, span[0])]
    inside = [word.low for word in parts.words_in(*span)]
    if name in _SPOKEN and (parts.quoted(span[0]) or parts.quoted(span[1] - 1)):
        return True
    near = [word for word, after in zip(before[-3:], [*before[-2:], ""]) if after not in grammar["of_knowing"]]
    if set(near) & set(grammar["negations"]) and "stop" not in before and inside[:1] != ["stop"]:
        return False
    if name != "threats" and set(before) & set(grammar["unsure"]) and not set(before) & {"because", "that", "when"}:
        return False
    if name == "threats" and inside and inside[0] in grammar["own"]:
        return bool(set(inside) & {"you", "your", "you'll"}) or "would" in inside
    return _subject_does(name, before, inside, grammar)


def _subject_does(name: str, before: list[str], inside: list[str], grammar: dict[str, list[str]]) -> bool:
    """Whether the last one named before the deed can be the one who did it to her."""
    for k in range(len(before) - 1, -1, -1):
        word = before[k]
        if word in grammar["they"]:
            return True
        if word in grammar["bystanders"] and (
            k and before[k - 1] in ("my", "our", "the", "an", "a", "two") or word in grammar["police"]
        ):
            if word in grammar["police"]:
                return False
            return (
                bool(inside)
                and inside[0] in grammar["done_to"]
                or name not in _FRIENDLY
                or before[k + 1 : k + 2] == ["in"]
            )
        if word in grammar["own"] and set(before[k + 1 : k + 3]) & set(grammar["ways_of_knowing"]):
            return True
        if word in grammar["own"]:
            told = before[k + 1 :] + inside[:2]
            if _is_her_doing(before[-1:] + inside, grammar):
                return False
            if name == "false_reports":
                # "I was reported" is done to her; "I have reported him" is her own doing.
                return bool(set(told) & set(grammar["been_done_to"]))
            return bool(set(told) & set(grammar["done_to"])) or name in ("threats", "tracking_device", "impersonation")
    return True


def _is_her_doing(words: list[str], grammar: dict[str, list[str]]) -> bool:
    """Whether a deed told of her is one she did: what she was doing, or did to him."""
    acted = [k for k, word in enumerate(words[1:], 1) if word.endswith("ing") and words[k - 1] in grammar["be"]]
    done_to_him = words[-1] in grammar["them"] and "by" not in words
    return done_to_him or any(words[k] not in grammar["done_to"] for k in acted)
