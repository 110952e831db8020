"""Whether anyone else saw or heard it: said to be so, said not to be, or not told."""

from __future__ import annotations

import re

from bot.understanding.lexicons import lexicon, patterns
from bot.understanding.text_parts import Span, TextParts

_SOMEONE = frozenset(("someone", "somebody"))
_UNSURE = re.compile(r"\b(?:if|did|has|had|think|maybe|perhaps|whether|hope|might|may)\s+$")


def find_witnesses(parts: TextParts) -> tuple[bool, Span] | None:
    """Whether anyone else saw or heard it, and where that is told. One who saw a part of it counts, whatever else nobody saw."""
    text = parts.unquoted()
    but = min((m.span() for rule in patterns("facts", "witnesses_but") for m in rule.finditer(text)), default=None)
    if but:
        return True, but
    none = sorted(m.span() for rule in patterns("facts", "witnesses_no") for m in rule.finditer(text))
    for rule in patterns("facts", "witnesses_yes"):
        for m in rule.finditer(text):
            if _is_an_onlooker(parts, m) and not any(a < m.end() and m.start() < b for a, b in none):
                return True, m.span()
    return (False, none[0]) if none else None


def _is_an_onlooker(parts: TextParts, found: re.Match[str]) -> bool:
    words = lexicon("grammar")
    first = found[0].split()[0].lower().replace("’", "'")
    hers = first in {*words["they"], *words["own"], *words["no_onlookers"]} - _SOMEONE
    return not hers and not _UNSURE.search(parts.text[max(0, found.start() - 12) : found.start()].lower())
