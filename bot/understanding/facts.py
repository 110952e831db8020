"""Short facts told in passing: others who saw it, whether it was reported, the reference, how it has affected her."""

from __future__ import annotations

import re

from bot.understanding.lexicons import lexicon, patterns
from bot.understanding.text_parts import Span, TextParts, trimmed

_LOOSE_ENDS = re.compile(r"^(?:and|but|so|then|because|cos|also|now|that)\s+", re.IGNORECASE)


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


def find_reference(parts: TextParts, bare: bool = False) -> Span | None:
    """The place of a police reference; with `bare` any reference standing alone will do."""
    rules = patterns("facts", "references") + (patterns("facts", "bare_reference") if bare else ())
    for rule in rules:
        for m in rule.finditer(parts.text):
            value = m["value"]
            if sum(c.isdigit() for c in value) >= (3 if bare else 4) or " of " in value:
                return m.span("value")
    return None


def find_impact(parts: TextParts) -> Span | None:
    """The place of the words that say how it has affected her: neighbouring clauses of one sentence are taken
    together.
    """
    text = parts.unquoted()
    cues = [m.span() for rule in patterns("facts", "impact") for m in rule.finditer(text)]
    hers = [m.span() for rule in patterns("facts", "not_hers") for m in rule.finditer(text)]
    cues = sorted(cue for cue in cues if not any(a <= cue[0] < b for a, b in hers) and _about_her(parts, cue))
    if not cues:
        return None
    sentence = parts.sentence_at(cues[0][0])
    clauses = [c for c in parts.clauses if sentence[0] <= c[0] and c[1] <= sentence[1]]
    marked = [n for n, clause in enumerate(clauses) if any(clause[0] <= cue[0] < clause[1] for cue in cues)]
    if not marked:
        return None
    last = marked[0]
    while last + 1 in marked:
        last += 1
    start, end = trimmed(parts.text, clauses[marked[0]][0], clauses[last][1])
    loose = _LOOSE_ENDS.match(parts.text[start:end])
    return (start + loose.end() if loose else start, end)


def _about_her(parts: TextParts, cue: Span) -> bool:
    """A feeling is hers unless the nearest one named before it is somebody else."""
    words = [word.low for word in parts.words_in(parts.clause_at(cue[0])[0], cue[1])]
    own = {*lexicon("grammar")["own"], "me", "my", "i", "us"}
    others = [k for k, word in enumerate(words) if word in ("he", "she", "they", "hes", "shes")]
    mine = [k for k, word in enumerate(words) if word in own]
    return not others or bool(mine) and max(mine) > max(others) or "made" in words or "makes" in words


def says_words(parts: TextParts) -> bool:
    """Whether exact words or a message's text are told."""
    return bool(parts.quotes and any(b - a > 6 for a, b in parts.quotes)) or any(
        rule.search(parts.text) for rule in patterns("facts", "said")
    )


def is_hearsay(parts: TextParts) -> bool:
    """Whether someone else told her of it."""
    return any(rule.search(parts.unquoted()) for rule in patterns("facts", "hearsay"))
