"""The stretches of a message that the learned signals look at, each by itself, so that no stretch can hide another."""
from __future__ import annotations

import re
from collections.abc import Iterator
from string import whitespace

from bot.safety.normalise import plain

# Marks that are only loudness: a last "!", or more than one at the end, and more than one of a kind anywhere.
_LOUD_END, _LOUD = re.compile(r"[!…]|[.!…]{2}"), re.compile(r"(?<=([!?.…]))\1+")
_ENDING = whitespace + ".!…"
# "Good morning" alone is read; before something else it says nothing.
_GREETING = re.compile(r"^\s*(?:(?:good )?(?:morning|afternoon|evening|day)|hi(?: there)?|hello(?: there)?|hiya|hey)\s*[,.!:;-]+\s*(?=\w)")
_END = re.compile(r"(?<=[.!?…])\s+|[\n\r\u2028]+")
_WORD = re.compile(r"\S+")
# A message of so many words is also read whole; a sentence of more comes in overlapping windows.
_WHOLE, _LONGEST, _STEP = 60, 26, 12
# A longer message is read at both its ends, each of so many characters and at most so many stretches: ten thousand characters before
# or after it hide nothing, and the time has a bound. The rules read all of it.
_END_LENGTH, _END_STRETCHES = 10_500, 600


def passages(text: str) -> list[str]:
    """The whole of a short message, and each sentence or window of a longer one; at least one, none twice."""
    told = tidy(text)
    words = _WORD.findall(told)
    whole = [" ".join(words)] if len(words) <= _WHOLE else []
    parts = [told] if len(told) <= 2 * _END_LENGTH else [told[:_END_LENGTH], told[-_END_LENGTH:]]
    found = list(dict.fromkeys([*whole, *(stretch for part in parts for stretch in _stretches(part))])) or [""]
    return [*found[:_END_STRETCHES], *found[_END_STRETCHES:][-_END_STRETCHES:]]


def _stretches(text: str) -> Iterator[str]:
    for sentence in _END.split(text):
        words = _WORD.findall(sentence)
        if len(words) <= _LONGEST:
            if words:
                yield " ".join(words)
            continue
        for start in range(0, len(words) - _LONGEST + _STEP, _STEP):
            yield " ".join(words[start:start + _LONGEST])


def tidy(text: str) -> str:
    """In plain letters, without marks that say nothing and a greeting at its head."""
    said = _GREETING.sub("", plain(text))
    # By hand, since the time of one pattern, r"\s*...$", grows with the square of a run of spaces.
    end = len(said.rstrip(_ENDING))
    loud = _LOUD_END.search(said, end)
    return _LOUD.sub("", said[:loud.start()] if loud else said).strip()
