"""An answer to whether the five words are written down: "they are on my fridge", "done", "havent got a pen"."""

from __future__ import annotations

from bot.understanding.lexicons import patterns
from bot.understanding.plain_words import plain


def words_down(text: str) -> bool | None:
    """Whether she has them; None where it is about something else, or no answer."""
    words = plain(text)
    for value, key in ((False, "not_down"), (True, "down")):
        if any(rule.fullmatch(words) for rule in patterns("words_down", key)):
            return value
    return None
