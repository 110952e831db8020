"""Which of a list is meant: "the first one", "2", "number three", "the last"."""

from __future__ import annotations

import re

from bot.understanding.lexicons import lexicon
from bot.understanding.plain_words import plain


def place_in_list(text: str, length: int) -> int | None:
    """The place, counted from 0, that a whole text names in a list of so many; None where it names none."""
    book = lexicon("places_in_list")
    found = re.fullmatch(rf"(?:{book['before']} )*(\w+)(?: {book['after']})*", plain(text))
    if found is None:
        return None
    if found[1] in book["last"]:
        return length - 1
    place = next((n for n, words in enumerate(book["places"]) if found[1] in words), None)
    return place if place is not None and place < length else None
