"""What the learned readers notice in a message, and how it is weighed with what the rules find.

A score is a logit. What a rule found as well counts a fixed amount more: the rules are surer, the readers see more.
"""
from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache

from bot.safety.normalise import plain
from bot.understanding.behaviours import BEHAVIOURS
from bot.understanding.evidence import EVIDENCE
from bot.understanding.lexicons import lexicon
from bot.understanding.text_parts import opening

HEADS = (*BEHAVIOURS, *(f"evidence {kind}" for kind in EVIDENCE), "witnesses yes", "witnesses no", "reported yes", "reported no")
Scores = Mapping[str, float]
LEAST_KEPT = -4.0
_END = re.compile(r"(?<=[.!?…])\s+|\n+")


def stretches(text: str) -> list[str]:
    """The sentences of a message, each alone and with the one after it, in plain letters: what is told in one may be finished in the next."""
    sentences = [part for part in _END.split(opening(text)) if part.strip()] or [""]
    pairs = [f"{one} {other}" for one, other in zip(sentences, sentences[1:])]
    return [plain(words) for words in (*sentences, *pairs)]


def kept(scores: Iterable[float]) -> dict[str, float]:
    """The scores of HEADS that could ever count, by name."""
    return {name: round(score, 2) for name, score in zip(HEADS, scores) if score >= LEAST_KEPT}


def merged(earlier: Scores, later: Scores) -> dict[str, float]:
    """Of two messages of one account: the higher of each."""
    return {name: max(earlier.get(name, LEAST_KEPT), later.get(name, LEAST_KEPT)) for name in {*earlier, *later}}


def chosen(kinds: tuple[str, ...], ruled: Iterable[str], scores: Scores, group: str) -> tuple[str, ...]:
    """Of `kinds` those that are told; `ruled` are the ones a rule found. `group`: behaviours or evidence."""
    found, prefix = set(ruled), "evidence " if group == "evidence" else ""
    return tuple(kind for kind in kinds if _weight(prefix + kind, kind in found, scores, group))


def yes_or_no(name: str, ruled: bool | None, scores: Scores) -> bool | None:
    """Whether `name` (witnesses, reported) is told to be so, told not to be, or not told (None)."""
    if _weight(f"{name} no", ruled is False, scores, f"{name} no") and not ruled:
        return False
    return True if _weight(f"{name} yes", ruled is True, scores, f"{name} yes") and ruled is not False else None


def _weight(head: str, ruled: bool, scores: Scores, group: str) -> bool:
    bonus, least = _weights()[group]
    return scores.get(head, LEAST_KEPT) + (bonus if ruled else 0.0) >= least


@lru_cache(maxsize=1)
def _weights() -> dict[str, tuple[float, float]]:
    return {name: (float(told["rule"]), float(told["least"])) for name, told in lexicon("noticed").items()}
