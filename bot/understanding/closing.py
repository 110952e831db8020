"""Where a message goes over into a question with no mark between, and a condition that belongs to the question behind it."""

from __future__ import annotations

import re
from functools import cache

from bot.understanding.lexicons import lexicon
from bot.understanding.plain_words import plain

# Fewer words tell nothing before a question; and so near before one, somebody else may have put it: "he asked me what can i do".
_TOLD, _NEAR = 3, 3


def halves(text: str) -> list[str]:
    """What is told, and the question that follows in the same breath; the text alone where it does not go over into one."""
    for found in _closing().finditer(text):
        before = plain(text[: found.start()]).split()
        others = set(before[-_NEAR:]) & set(lexicon("closing")["asked_by_others"])
        if len(before) >= _TOLD and not others and not re.fullmatch(condition(), " ".join(before) + " "):
            return [text[: found.start()], text[found.start() :]]
    return [text]


@cache
def _closing() -> re.Pattern[str]:
    book = lexicon("closing")
    return re.compile(rf"(?<!\w)(?:{book['joins']})(?:{'|'.join(book['questions'])})(?!\w)", re.IGNORECASE)


def condition() -> str:
    """How a condition begins a question, as a pattern of plain words: "if i report it will they"."""
    return str(lexicon("closing")["conditions"])
