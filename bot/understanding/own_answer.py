"""Words that steer the page at other questions, and are the answer to the one just put: "night" to when, "hello" to what was said."""

from __future__ import annotations

import re
from functools import cache

from bot.understanding.correction import asks_to_change
from bot.understanding.lexicons import lexicon
from bot.understanding.plain_answer import is_relief
from bot.understanding.plain_words import plain


def is_own_answer(kind: str, text: str) -> bool:
    """Whether a whole text answers a question of this kind (see safety.asked.kind_of), though a list knows it as something else."""
    words = plain(text)
    if any(rule.fullmatch(words) for rule in _rules(kind)):
        return True
    return kind == "impact" and (is_relief(text) or _wishes_for(words) and not asks_to_change(text))


def _wishes_for(words: str) -> bool:
    """Whether she wants, or needs, to change something of her life: "I need to change where I park"."""
    return any(rule.fullmatch(words) for rule in _rules("wishes"))


@cache
def _rules(kind: str) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(rule) for rule in lexicon("own_answers").get(kind, ()))
