"""Reads letters without gaps as words."""

from __future__ import annotations

from functools import lru_cache

_LONGEST_WORD = 14
_UNKNOWN = 4


def split_joined(letters: str, vocabulary: frozenset[str]) -> list[str]:
    """The cheapest reading: a known word costs one, an unknown letter four; unknown letters side by side stay one word.

    Linear in the number of letters, since no word is longer than fourteen; and no beginning is followed further than some word goes.
    """
    beginnings = _beginnings(vocabulary)
    length = len(letters)
    cost, back = [_UNKNOWN * n for n in range(length + 1)], list(range(-1, length))
    for start in range(length):
        here = cost[start]
        if here + _UNKNOWN < cost[start + 1]:
            cost[start + 1], back[start + 1] = here + _UNKNOWN, start
        for end in range(start + 1, min(start + _LONGEST_WORD, length) + 1):
            word = letters[start:end]
            if word not in beginnings:
                break
            if here + 1 < cost[end] and word in vocabulary:
                cost[end], back[end] = here + 1, start
    words: list[str] = []
    end = unread = length
    while end:
        start = back[end]
        if letters[start:end] in vocabulary:
            words += [letters[end:unread], letters[start:end]] if end < unread else [letters[start:end]]
            unread = start
        end = start
    return list([*words, letters[:unread]] if unread else words)[::-1]


@lru_cache(maxsize=2)
def _beginnings(vocabulary: frozenset[str]) -> frozenset[str]:
    return frozenset(word[:end] for word in vocabulary for end in range(1, len(word) + 1))
