"""What is said to the page rather than into a note: "am i overreacting", "stop asking me questions", "i cant do this any more"."""

from __future__ import annotations

import re
from functools import cache

from bot.understanding.lexicons import lexicon
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
    found = _kind_of(text)
    if kind == "said" and found not in _TO_THE_PAGE:
        return None
    return None if kind == "impact" and found in _FELT and not ("?" in text or _ASKS.match(plain(text))) else found


def _kind_of(text: str) -> str | None:
    if not 0 < len(plain(text).split()) <= _MOST:
        return None
    if whole := _one(plain(text)):
        return whole
    clauses = [plain(clause) for clause in _CLAUSES.split(text) if plain(clause)]
    kinds = [_one(clause) or ("" if _rule("fillers").fullmatch(clause) else None) for clause in clauses]
    return None if None in kinds else next((kind for kind in lexicon("pleas")["kinds"] if kind in kinds), None)


def _one(words: str) -> str | None:
    return next((kind for kind in lexicon("pleas")["kinds"] if _rule(kind).fullmatch(words)), None)


@cache
def _rule(name: str) -> re.Pattern[str]:
    book = lexicon("pleas")
    rule = book["fillers"] if name == "fillers" else "|".join(f"(?:{one})" for one in book["kinds"][name])
    return re.compile(re.sub(r"<([a-z_]+)>", lambda part: str(book["parts"][part[1]]), rule))
