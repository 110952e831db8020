"""Whether a message tells of what is done to the one who writes it, or asks about that: and seeks nobody."""

from __future__ import annotations

import re

from bot.understanding.behaviours import find_behaviours
from bot.understanding.lexicons import patterns
from bot.understanding.plain_words import plain
from bot.understanding.text_parts import TextParts, opening

# Somebody else, and then the one who writes.
_OTHER_THEN_ME = re.compile(r"\b(?:he|she|they|hes|shes|theyve|ex|someone|somebody|neighbour|stalker)\b.*\b(?:me|my|us|our)\b")


def is_done_to_me(text: str) -> bool:
    """By words that only she would say; or by an act of somebody else's and then herself, where nothing shows that the writer seeks that person."""
    told = opening(text)
    if any(rule.search(told) for rule in patterns("done_to_me", "only_hers")):
        return True
    if any(rule.search(told) for rule in patterns("done_to_me", "seeks")):
        return False
    return bool(_OTHER_THEN_ME.search(plain(text)) and find_behaviours(TextParts(told)))
