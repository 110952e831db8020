"""The spelling tables, and small repairs to single words: letters repeated, digits for letters, a letter lost or swapped."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

from bot.safety.rule_file import read_rules

_RUN = re.compile(r"(.)\1{2,}")
_DIGIT_FOR_LETTER = str.maketrans("013457", "oieast")
_MIXED = re.compile(r"(?=.*\d)(?=(?:.*[a-z]){2})[a-z0-9]+$")
_COUNTED = re.compile(r"\d+(?:am|pm|th|st|nd|rd|mins?|hrs?|s|x|k|ft|yo|yr|cm|mm|pt)?$")


class Spelling:
    """Turns a word as typed into the words that the rules read. `vocabulary` holds every word the rules know."""

    def __init__(self, table: dict[str, Any], vocabulary: frozenset[str]) -> None:
        self._phrases: dict[str, str] = {str(k): v for k, v in table["phrases"].items()}
        self._words: dict[str, str] = {str(k): v for k, v in table["words"].items()}
        self.vocabulary = vocabulary | set(table["keep"])
        self._near = _near_misses(vocabulary, self.vocabulary)

    def __call__(self, word: str) -> str:
        """One word in, one or more words out, parted by a space."""
        if word in self._phrases:
            return self._phrases[word]
        word = self._words.get(word, word)
        if word in self.vocabulary or len(word) < 3:
            return word
        return self._repaired(word)

    def _repaired(self, word: str) -> str:
        if _RUN.search(word):
            shapes = _RUN.sub(r"\1\1", word), _RUN.sub(r"\1", word)
            word = next((s for s in shapes if self._known(s)), shapes[1])
        if _MIXED.match(word) and not _COUNTED.match(word):
            word = word.translate(_DIGIT_FOR_LETTER)
        if word in self._phrases:
            return self._phrases[word]
        if word in self.vocabulary:
            return word
        if word.endswith("in") and word + "g" in self.vocabulary:
            return word + "g"
        return self._words.get(word) or self._near.get(word, word)

    def _known(self, word: str) -> bool:
        return word in self.vocabulary or word in self._phrases or word in self._words


def _near_misses(words: frozenset[str], taken: frozenset[str] | set[str]) -> dict[str, str]:
    """Each word of six letters and more, with two neighbours swapped or one letter lost after the first."""
    near: dict[str, str] = {}
    for word in sorted(w for w in words if len(w) > 5 and w.isalpha()):
        for i in range(1, len(word)):
            lost = word[:i] + word[i + 1:]
            swapped = word[:i] + word[i + 1:i + 2] + word[i] + word[i + 2:]
            for shape in (lost, swapped):
                if shape not in taken:
                    near.setdefault(shape, word)
    return near


@lru_cache(maxsize=1)
def spelling_table() -> dict[str, Any]:
    """rules/spelling.yml, read once."""
    table: dict[str, Any] = read_rules("spelling.yml")
    return table
