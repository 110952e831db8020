"""What it did to her: the clause that says so ("I haven't opened the curtains since")."""

from __future__ import annotations

import re

from bot.understanding.lexicons import lexicon, patterns
from bot.understanding.no_answer import no_answer
from bot.understanding.person import find_person
from bot.understanding.spotter import spots
from bot.understanding.text_parts import Span, TextParts, trimmed

_SURE, _HERE = 0.02, 0.01
# Fewer words say nothing of what it did to her: "I looked".
_LEAST = 3
_LOOSE_ENDS = re.compile(r"^(?:and|but|so|then|because|cos|also|that|n|&)\s+", re.IGNORECASE)


def find_impact(parts: TextParts) -> Span | None:
    """The place of the words that say how it has affected her."""
    plain = plain_impact(parts)
    if plain:
        return plain
    person = find_person(parts)
    for spot in spots(parts)["impact"]:
        if spot.sure < _SURE or spot.share < _HERE:
            break
        if person and person[0] <= spot.span[0] < person[1] or len(parts.words_in(*spot.span)) < _LEAST:
            continue
        start, end = _clauses(parts, spot.span[0], [])
        if not parts.quoted(spot.span[0]) and not _tells_none(parts.text[start:end]):
            return _tidy(parts, (min(start, spot.span[0]), max(end, spot.span[1])))
    return None


def plain_impact(parts: TextParts) -> Span | None:
    """The same where a word for a feeling, or for what she cannot do any more, stands in them."""
    text = parts.unquoted()
    cues = sorted(m.span() for rule in patterns("facts", "impact") for m in rule.finditer(text) if _about_her(parts, m.span()))
    return _tidy(parts, _clauses(parts, cues[0][0], cues)) if cues else None


def _tells_none(clause: str) -> bool:
    """Whether a clause is about what was done or kept, how often, or what she was about; a greeting, or no answer."""
    return no_answer(clause) is not None or any(rule.search(clause) for rule in patterns("facts", "no_impact"))


def _clauses(parts: TextParts, at: int, cues: list[Span]) -> Span:
    """The clause at a place, with those after it in the same sentence that hold a cue as well."""
    start, end = parts.clause_at(at)
    sentence = parts.sentence_at(at)
    for a, b in parts.clauses:
        if a >= end and b <= sentence[1]:
            if not any(a <= cue[0] < b for cue in cues):
                break
            end = b
    return start, end


def _tidy(parts: TextParts, span: Span) -> Span:
    start, end = trimmed(parts.text, *span)
    loose = _LOOSE_ENDS.match(parts.text[start:end])
    return (start + loose.end() if loose else start, end)


def _about_her(parts: TextParts, cue: Span) -> bool:
    """A feeling is hers unless the nearest one named before it is somebody else."""
    own = {*lexicon("grammar")["own"], "me", "my", "i", "us"}
    others = {"he", "she", "they", "hes", "shes", "he's", "she's", "they're"}
    words = [word.low for word in parts.words_in(parts.clause_at(cue[0])[0], cue[1])]
    if not set(words) & (own | others):
        # "He was crying and shaking": who it is of stands before, in the same sentence.
        words = [word.low for word in parts.words_in(parts.sentence_at(cue[0])[0], cue[1])]
    made = [k for k, word in enumerate(words) if word in ("made", "makes", "making")]
    if made and made[-1] + 1 < len(words):
        return words[made[-1] + 1] not in ("him", "her", "them")
    theirs = [k for k, word in enumerate(words) if word in others]
    mine = [k for k, word in enumerate(words) if word in own]
    return not theirs or bool(mine) and max(mine) > max(theirs)
