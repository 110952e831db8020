"""Words of days and times as people type them: short forms, dialect, and slips of the finger."""

from __future__ import annotations

from functools import lru_cache

from bot.understanding.lexicons import lexicon

_ONE_SLIP, _TWO_SLIPS, _SWAP = 6, 8, 5
"""From so many letters on, one slip, two slips, or two letters swapped are forgiven."""


@lru_cache(maxsize=4096)
def plain(word: str) -> str:
    """A word in small letters, its usual misspellings and short forms put right, if it is a word of days and times."""
    word = word.lower().replace("’", "'")
    known = _spellings().get(word)
    if known:
        return known
    book = lexicon("dates")
    if word in book["never_fuzzy"] or len(word) < _SWAP:
        return word
    if word.endswith("'s"):
        bare = _spellings().get(word[:-2], word[:-2])
        return bare if bare in book["fuzzy"] else word
    if word in book["fuzzy"] or word.rstrip("s") in book["fuzzy"]:
        return word
    near = ((slips(word, target), target) for target in book["fuzzy"] if target[0] == word[0])
    found = min(((count, target) for count, target in near if count <= _forgiven(word, target)), default=None)
    return found[1] if found else word


def _forgiven(word: str, target: str) -> int:
    shorter = min(len(word), len(target))
    if shorter >= _TWO_SLIPS:
        return 2
    swapped = sorted(word) == sorted(target)
    return 1 if shorter >= _ONE_SLIP or (shorter >= _SWAP and swapped) else 0


@lru_cache(maxsize=1)
def _spellings() -> dict[str, str]:
    return {variant: word for word, variants in lexicon("dates")["spellings"].items() for variant in variants}


def slips(a: str, b: str) -> int:
    """How many letters added, dropped, changed or swapped with their neighbour part `a` from `b`; 3 for more than two."""
    if abs(len(a) - len(b)) > 2:
        return 3
    before: list[int] = []
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        last, before, row = before, row, [i]
        for j, y in enumerate(b, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (x != y))
            if i > 1 and j > 1 and x == b[j - 2] and a[i - 2] == y:
                cost = min(cost, last[j - 2] + 1)
            row.append(cost)
    return min(row[-1], 3)
