"""What she has, or knows of, that shows what happened."""

from __future__ import annotations

from bot.understanding.lexicons import lexicon, patterns
from bot.understanding.text_parts import Span, TextParts

EVIDENCE = (
    "screenshots",
    "messages",
    "voicemail",
    "call_log",
    "cctv",
    "letter",
    "photo",
    "video",
    "audio",
    "gift_item",
    "device",
    "witness",
    "other",
)


# What can be thrown away or deleted, or was never made; a picture of the rest is there all the same.
_KEPT = ("screenshots", "witness", "device")


def find_evidence(parts: TextParts, plain: bool = False) -> list[tuple[str, list[Span]]]:
    """Each kind of evidence mentioned, in the order of CONTRACT, with the places of the words that mention it.

    `plain`: the text answers a question about evidence, so that a bare word ("a video") is enough.
    """
    told = ((name, [span for span in spans if not _is_missing(parts, name, span)]) for name, spans in _mentions(parts, plain))
    return [(name, spans) for name, spans in told if spans]


def missing_evidence(parts: TextParts) -> list[str]:
    """Each kind that is mentioned only to say that it is not there."""
    return [name for name, spans in _mentions(parts, plain=True) if spans and all(_is_missing(parts, name, span) for span in spans)]


def _mentions(parts: TextParts, plain: bool = False) -> list[tuple[str, list[Span]]]:
    text = parts.unquoted()
    found = []
    for name in EVIDENCE:
        rules = patterns("evidence", name) if name != "other" else ()
        if plain and name in lexicon("evidence")["plain"]:
            rules += patterns("evidence", "plain", name)
        found.append((name, sorted({m.span() for rule in rules for m in rule.finditer(text)})))
    return found


def _is_missing(parts: TextParts, name: str, span: Span) -> bool:
    return not _before("not_gone", parts, span) and (_denied(parts, span) or name not in _KEPT and _gone(parts, span))


def _denied(parts: TextParts, span: Span) -> bool:
    """As in "No photos", "I did not get a picture"."""
    before = [word.low for word in parts.words_in(parts.clause_at(span[0])[0], span[0])][-3:]
    denials = set(lexicon("grammar")["negations"]) | {"no", "any"}
    first = parts.words_in(*span)[:3]
    return bool(set(before) & denials) or any(word.low in ("not", "didn't", "didnt", "no") for word in first)


def _gone(parts: TextParts, span: Span) -> bool:
    """As in "I deleted the messages", "the CCTV was off"."""
    after = parts.text[span[1] : parts.sentence_at(span[0])[1]].lstrip()
    return _before("gone_before", parts, span) or any(rule.match(after) for rule in patterns("evidence", "gone_after"))


def _before(name: str, parts: TextParts, span: Span) -> bool:
    """Whether a pattern stands right before some words, in their sentence."""
    before = parts.text[parts.sentence_at(span[0])[0] : span[0]].rstrip()
    return any(m.end() == len(before) for rule in patterns("evidence", name) for m in rule.finditer(before))
