"""The stretches of a message that the learned signals look at, each by itself, so that no stretch can hide another."""
from __future__ import annotations

import re
from collections.abc import Iterator

from bot.safety.normalise import plain

_END = re.compile(r"(?<=[.!?…])\s+|[\n\r\u2028]+")
_WORD = re.compile(r"\S+")
# A message of so many words is also read whole; a sentence of more comes in overlapping windows.
_WHOLE, _LONGEST, _STEP = 60, 26, 12
# Stretches of a message of over 20,000 words are not all read; the rules read all of it.
_MOST = 600


def passages(text: str) -> list[str]:
    """The whole of a short message, and each sentence or window of a longer one; at least one, none twice."""
    told = plain(text)
    words = _WORD.findall(told)
    whole = [" ".join(words)] if len(words) <= _WHOLE else []
    return list(dict.fromkeys([*whole, *_stretches(told)]))[:_MOST] or [""]


def _stretches(text: str) -> Iterator[str]:
    for sentence in _END.split(text):
        words = _WORD.findall(sentence)
        if len(words) <= _LONGEST:
            if words:
                yield " ".join(words)
            continue
        for start in range(0, len(words) - _LONGEST + _STEP, _STEP):
            yield " ".join(words[start:start + _LONGEST])
