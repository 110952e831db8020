"""Whether a message itself shows what the classifier takes it for: beside an open question, a name or a place is easily misread."""

from __future__ import annotations

import re

from bot.understanding.lexicons import lexicon
from bot.understanding.reading_lists import reading_lists

# "Hi-fi" is one word, and no greeting.
_WORD = re.compile(r"[\w'’]+(?:-[\w'’]+)*")


def shows(intent: str, kind: str, text: str) -> bool:
    """Whether one of the signs of `intent` stands in the text; True where it needs none. `kind`: that of the open question."""
    signs = reading_lists()["signs"].get(intent)
    if signs is None:
        return True
    words = [word.replace("'", "").replace("’", "") for word in _WORD.findall(text)]
    if kind == "who" and words and words[0].lower() in lexicon("signs")["name"]:
        return False
    # A capital within a message is a name's: "Thomas Stop".
    shouted = text.upper() == text
    return any(word.lower() in signs and (n == 0 or shouted or not word[0].isupper()) for n, word in enumerate(words))
