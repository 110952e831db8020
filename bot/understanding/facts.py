"""Short facts told in passing: others who saw it, whether it was reported, exact words, hearsay."""

from __future__ import annotations

import re

from bot.understanding.lexicons import lexicon, patterns
from bot.understanding.text_parts import Span, TextParts


def _search(parts: TextParts, *keys: str) -> Span | None:
    text = parts.unquoted()
    found = [m.span() for rule in patterns("facts", *keys) for m in rule.finditer(text)]
    return min(found, default=None)


def find_witnesses(parts: TextParts) -> tuple[bool, Span] | None:
    """Whether anyone else saw or heard it, and where that is told."""
    no = _search(parts, "witnesses_no")
    if no:
        return False, no
    for rule in patterns("facts", "witnesses_yes"):
        for m in rule.finditer(parts.unquoted()):
            first = m[0].split()[0].lower().replace("’", "'")
            before = parts.text[max(0, m.start() - 12) : m.start()].lower()
            if first not in {
                *lexicon("grammar")["they"],
                *lexicon("grammar")["own"],
                "then",
                "when",
                "and",
                "it",
                "just",
                "yesterday",
                "today",
                "that",
                "this",
                "but",
                "also",
                "who",
                "so",
                "never",
                "always",
                "not",
            } - {"someone", "somebody"} and not re.search(r"\b(?:if|did|has|had|think)\s+$", before):
                return True, m.span()
    return None


def find_reported(parts: TextParts) -> tuple[bool, Span] | None:
    """Whether it was reported to the police or another authority, and where that is told; what is only planned
    counts for nothing.
    """
    no = _search(parts, "reported_no")
    if no:
        return False, no
    text = parts.unquoted()
    ahead = [m.span() for rule in patterns("facts", "report_ahead") for m in rule.finditer(text)]
    done = sorted(m.span() for rule in patterns("facts", "reported_yes") for m in rule.finditer(text))
    for span in done:
        before = [word.low for word in parts.words_in(parts.clause_at(span[0])[0], span[0])]
        if not any(a <= span[0] < b for a, b in ahead) and not set(before[-3:]) & {
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


def says_words(parts: TextParts) -> bool:
    """Whether exact words or a message's text are told."""
    return bool(parts.quotes and any(b - a > 6 for a, b in parts.quotes)) or any(
        rule.search(parts.text) for rule in patterns("facts", "said")
    )


def is_hearsay(parts: TextParts) -> bool:
    """Whether someone else told her of it."""
    return any(rule.search(parts.unquoted()) for rule in patterns("facts", "hearsay"))
