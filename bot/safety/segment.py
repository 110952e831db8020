"""Reads letters without gaps as words."""

from __future__ import annotations

_LONGEST_WORD = 14
_UNKNOWN = 4.0


def split_joined(letters: str, vocabulary: frozenset[str] | set[str]) -> list[str]:
    """The cheapest reading: a known word costs one, an unknown letter four; unknown letters side by side stay one word.

    Linear in the number of letters, since no word is longer than fourteen.
    """
    cost, back = [0.0], [0]
    for end in range(1, len(letters) + 1):
        best, at = cost[end - 1] + _UNKNOWN, end - 1
        for start in range(max(0, end - _LONGEST_WORD), end):
            if letters[start:end] in vocabulary and cost[start] + 1 < best:
                best, at = cost[start] + 1, start
        cost.append(best)
        back.append(at)
    words: list[str] = []
    end, loose = len(letters), ""
    while end:
        word = letters[back[end]:end]
        if word in vocabulary:
            words += [loose, word] if loose else [word]
            loose = ""
        else:
            loose = word + loose
        end = back[end]
    return list([*words, loose] if loose else words)[::-1]
