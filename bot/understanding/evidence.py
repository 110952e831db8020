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


def find_evidence(parts: TextParts, plain: bool = False) -> list[tuple[str, list[Span]]]:
    """Each kind of evidence mentioned, in the order of CONTRACT, with the places of the words that mention it.

    `plain`: the text answers a question about evidence, so that a bare word ("a video") is enough.
    """
    text = parts.unquoted()
    found = []
    for name in EVIDENCE:
        rules = patterns("evidence", name) if name != "other" else ()
        if plain and name in lexicon("evidence")["plain"]:
            rules += patterns("evidence", "plain", name)
        spans = sorted({m.span() for rule in rules for m in rule.finditer(text)})
        spans = [span for span in spans if not _denied(parts, span)]
        if spans:
            found.append((name, spans))
    return found


def _denied(parts: TextParts, span: Span) -> bool:
    """As in "No photos", "I did not get a picture"."""
    before = [word.low for word in parts.words_in(parts.clause_at(span[0])[0], span[0])][-3:]
    denials = set(lexicon("grammar")["negations"]) | {"no", "any"}
    first = parts.words_in(*span)[:3]
    return bool(set(before) & denials) or any(word.low in ("not", "didn't", "didnt", "no") for word in first)
