"""What is said to the page rather than into a note: "am i overreacting", "stop asking me questions", "i cant do this any more"."""

from __future__ import annotations

import re

from bot.safety.doubt import is_doubt
from bot.safety.respelt import respelt
from bot.understanding.lexicons import lexicon, patterns
from bot.understanding.plain_words import plain

_CLAUSES = re.compile(r"[.,;:!?…\n()–—]+|\s(?:and|but|because|cos)\s", re.IGNORECASE)
# More words than these tell something beside it.
_MOST = 30
# Where her feelings are asked for, these are the answer, unless they ask and wait for one.
_FELT = ("despair", "blame", "doubt")
# Where his words are asked for, only these are plainly not his.
_TO_THE_PAGE = ("enough", "lost")
_ASKS = re.compile(r"(?:(?:so|and|but|or|sorry|please) )*(?:am|is|was|will|would|do|does|did|are|can|have) ")


def plea(text: str, kind: str = "") -> str | None:
    """Which kind of lexicon/pleas.yml a whole text is; None where any of it is something else, or where it answers the open question.

    `kind`: that of the open question, as safety.asked.kind_of has it.
    """
    found = _kind_of(text) or ("doubt" if kind == "safe" and is_doubt(respelt(text)) else None)
    if kind == "said" and found not in _TO_THE_PAGE:
        return None
    return None if kind == "impact" and found in _FELT and not ("?" in text or _ASKS.match(plain(text))) else found


def _kind_of(text: str) -> str | None:
    if not 0 < len(plain(text).split()) <= _MOST:
        return None
    if whole := _one(plain(text)):
        return whole
    clauses = [plain(clause) for clause in _CLAUSES.split(text) if plain(clause)]
    kinds = [_one(clause) or ("" if any(rule.fullmatch(clause) for rule in patterns("pleas", "fillers")) else None) for clause in clauses]
    return None if None in kinds else next((kind for kind in lexicon("pleas")["kinds"] if kind in kinds), None)


def _one(words: str) -> str | None:
    return next((kind for kind in lexicon("pleas")["kinds"] if any(rule.fullmatch(words) for rule in patterns("pleas", "kinds", kind))), None)
