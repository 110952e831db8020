"""Whether a message tells of anything, where it was not asked for: a greeting or a slip of the keys does not."""

from __future__ import annotations

from datetime import datetime

from bot.understanding.behaviours import find_behaviours
from bot.understanding.incident import read_incident
from bot.understanding.lexicons import lexicon, patterns
from bot.understanding.plain_words import plain
from bot.understanding.text_parts import TextParts, opening

_A_TELLING = 9


def tells_something(text: str, now: datetime) -> bool:
    """True for a long message, and for a short one with a fact in it, somebody who did something, or a thing that came."""
    words = plain(text).split()
    if len(words) >= _A_TELLING:
        return True
    told = read_incident(text, now)
    return bool(told.behaviours or told.when or told.place or told.person) or tells_of_another(text)


def tells_of_deeds(text: str) -> bool:
    """Whether anything is, or was, done in it; a name, a place or a "who" alone are no deed."""
    done = set(lexicon("told_something")["done"]) & set(plain(text).split())
    return bool(done) or tells_of_another(text) or bool(find_behaviours(TextParts(opening(text))))


def tells_of_another(text: str) -> bool:
    """Whether it names somebody else, or a thing that came or was done: a few words are enough."""
    others = set(lexicon("told_something")["others"])
    return bool(others & set(plain(text).split())) or any(rule.search(text) for rule in patterns("told_something", "happened"))
