"""Short facts told in passing: whether it was reported, exact words, hearsay."""

from __future__ import annotations

import re

from bot.understanding.lexicons import lexicon, patterns
from bot.understanding.text_parts import Span, TextParts

# "The police said don't call him": an advice denies nothing.
_ADVISED = re.compile(r"\b(?:said|says?|to|told (?:me|us))\s+$", re.IGNORECASE)


def find_reported(parts: TextParts) -> tuple[bool, Span] | None:
    """Whether it was reported to the police or another authority, and where that is told; what is only planned
    counts for nothing.
    """
    text = parts.unquoted()
    denied = (m.span() for rule in patterns("facts", "reported_no") for m in rule.finditer(text))
    no = min((span for span in denied if not _ADVISED.search(text, max(0, span[0] - 12), span[0])), default=None)
    if no:
        return False, no
    ahead = [m.span() for name in ("report_ahead", "not_reported") for rule in patterns("facts", name) for m in rule.finditer(text)]
    done = sorted(m.span() for rule in patterns("facts", "reported_yes") for m in rule.finditer(text))
    for span in done:
        before = [word.low for word in parts.words_in(parts.clause_at(span[0])[0], span[0])]
        if _without(before):
            continue
        if not any(a < span[1] and span[0] < b for a, b in ahead) and not set(before[-3:]) & {
            "he",
            "she",
            "they",
            "if",
            "should",
            "not",
            "no",
            "never",
            "him",
        }:
            return True, span
    return None


def _without(before: list[str]) -> bool:
    """Whether the words before a number say that there is none: "I haven't got a crime number"."""
    book = lexicon("grammar")
    rest = [word for word in before if word not in book["having"]]
    return bool(rest) and len(rest) < len(before) and rest[-1] in book["negations"]


def says_words(parts: TextParts) -> bool:
    """Whether exact words or a message's text are told."""
    return bool(parts.quotes and any(b - a > 6 for a, b in parts.quotes)) or any(
        rule.search(parts.text) for rule in patterns("facts", "said")
    )


def is_hearsay(parts: TextParts) -> bool:
    """Whether someone else told her of it."""
    return any(rule.search(parts.unquoted()) for rule in patterns("facts", "hearsay"))
