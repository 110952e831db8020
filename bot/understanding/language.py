"""Whether a text is plainly in another language than English: by its letters, or by the small words that every sentence has."""

from __future__ import annotations

from functools import cache

from bot.safety.languages import folded
from bot.understanding.lexicons import lexicon
from bot.understanding.text_parts import TextParts, opening

# Words there must be, how many of them of one other language, and their share of all, before anything is said of a language.
LEAST, LEAST_OTHER, SHARE = 3, 2, 0.35
# So many letters of another script are plain at once, where they are most of the text.
LEAST_LETTERS = 3
_LAST_LATIN = "\u024f"


def is_not_english(text: str) -> bool:
    """True only where it is plain: English with a foreign word, a name or a quotation in it is English, and a word or two may be anything."""
    told = folded(TextParts(opening(text)).unquoted())
    letters = [c for c in told if c.isalpha()]
    foreign = sum(c > _LAST_LATIN for c in letters)
    if foreign >= LEAST_LETTERS and foreign * 2 > len(letters):
        return True
    words = told.split()
    if len(words) < LEAST:
        return False
    others, english = _known()
    most = max(sum(word in known for word in words) for known in others)
    return most >= LEAST_OTHER and most >= SHARE * len(words) and most > sum(word in english for word in words)


@cache
def _known() -> tuple[tuple[frozenset[str], ...], frozenset[str]]:
    """The words of each other language that are none in English, and those of English."""
    book = lexicon("other_languages")
    english = frozenset(book["english"])
    return tuple(frozenset(words) - english for words in book["others"].values()), english
