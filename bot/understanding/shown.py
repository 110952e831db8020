"""Whether words of an account show a fact that a learned reader alone sees in it: a score that is barely enough is no word of hers."""

from __future__ import annotations

from bot.understanding.frames import classes_of, joined_words
from bot.understanding.lexicons import lexicon, patterns
from bot.understanding.text_parts import TextParts


def shows(fact: str, parts: TextParts) -> bool:
    """Whether a word for `fact` (see noticed.HEADS) stands in it; True for the few that no list has words for."""
    book = lexicon("shown")
    if fact not in book["classes"] and fact not in book["words"]:
        return fact in book["unlisted"]
    classes = set(book["classes"].get(fact, ()))
    if classes and any(classes & classes_of(word.low) for span in parts.sentences for word in joined_words(parts, span)):
        return True
    return fact in book["words"] and any(rule.search(parts.text) for rule in patterns("shown", "words", fact))
