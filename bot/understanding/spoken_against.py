"""What a text itself speaks against, however sure a learned reader is of it: evidence that is gone, and police that are only spoken of."""

from __future__ import annotations

from bot.understanding.evidence import missing_evidence
from bot.understanding.lexicons import patterns
from bot.understanding.noticed import Scores
from bot.understanding.text_parts import TextParts


def upheld(scores: Scores, parts: TextParts) -> Scores:
    """The scores of noticed.HEADS without those that the words contradict."""
    against = {f"evidence {kind}" for kind in missing_evidence(parts)}
    if _police_are_only_spoken_of(parts.text):
        against.add("reported yes")
    return {head: score for head, score in scores.items() if head not in against}


def _police_are_only_spoken_of(text: str) -> bool:
    """Whether every mention of them is of somebody who is in the police, of a thing of theirs, or of what they could do."""
    spoken_of = [m.span() for rule in patterns("facts", "police_spoken_of") for m in rule.finditer(text)]
    mentions = [m.start() for rule in patterns("facts", "police") for m in rule.finditer(text)]
    return bool(mentions) and all(any(start <= at < end for start, end in spoken_of) for at in mentions)
