"""Behaviours read from words that stand near each other, whatever their order: the frames of `lexicon/frames.yml`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from bot.understanding.lexicons import lexicon
from bot.understanding.text_parts import Span, TextParts, Word

NEAR = 10
"""Words within which all classes of a frame must stand."""


@dataclass(frozen=True)
class Frame:
    """The deed's class, the others it needs, those it must not meet, and within how many words (`onward`: after it)."""

    deed: str
    needs: tuple[str, ...]
    bars: tuple[str, ...]
    near: int
    onward: bool


@lru_cache(maxsize=1)
def frames() -> dict[str, tuple[Frame, ...]]:
    """The frames of each behaviour."""
    return {name: tuple(_frame(line.split()) for line in lines) for name, lines in lexicon("frames")["frames"].items()}


def _frame(classes: list[str]) -> Frame:
    near = next((int(c[1:]) for c in classes if c[0] == "@"), NEAR)
    return Frame(
        classes[0],
        tuple(c for c in classes[1:] if c[0] not in "!@>"),
        tuple(c[1:] for c in classes if c[0] == "!"),
        near,
        ">" in classes,
    )


@lru_cache(maxsize=8192)
def classes_of(word: str) -> frozenset[str]:
    """The classes a word belongs to."""
    return _exact().get(word, frozenset()) | {
        name for stem, names in _stems() if word.startswith(stem) for name in names
    }


def _lists() -> list[tuple[str, str]]:
    book = lexicon("frames")
    return [(name, str(word)) for part in ("classes", "words") for name, words in book[part].items() for word in words]


@lru_cache(maxsize=1)
def _exact() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for name, word in _lists():
        if "*" not in word:
            found.setdefault(word, set()).add(name)
    return {word: frozenset(names) for word, names in found.items()}


@lru_cache(maxsize=1)
def _stems() -> tuple[tuple[str, frozenset[str]], ...]:
    found: dict[str, set[str]] = {}
    for name, word in _lists():
        if word.endswith("*"):
            found.setdefault(word[:-1], set()).add(name)
    return tuple((stem, frozenset(names)) for stem, names in found.items())


@lru_cache(maxsize=1)
def _joined() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple(
        (name, re.compile(rf"\b(?:{pattern})\b", re.IGNORECASE))
        for name, pattern in lexicon("frames")["joined"].items()
    )


def find_frames(parts: TextParts) -> dict[str, list[Span]]:
    """For each behaviour the places of the deeds its frames find. Who did it is for the caller to judge."""
    found: dict[str, list[Span]] = {}
    for sentence in parts.sentences:
        words = joined_words(parts, sentence)
        classes = [classes_of(word.low) for word in words]
        for name, rules in frames().items():
            for rule in rules:
                found.setdefault(name, []).extend(_met(rule, words, classes))
    return {name: spans for name, spans in found.items() if spans}


def _met(rule: Frame, words: list[Word], classes: list[frozenset[str]]) -> list[Span]:
    spans = []
    for k, own in enumerate(classes):
        if rule.deed not in own:
            continue
        first = k + 1 if rule.onward else max(0, k - rule.near)
        around = [n for n in range(first, min(len(words), k + rule.near + 1)) if n != k]
        near = [n for n in around if abs(n - k) <= 3]
        if any(bar in classes[n] for n in near for bar in rule.bars):
            continue
        if all(any(need in classes[n] for n in around) for need in rule.needs):
            spans.append((words[k].start, words[k].end))
    return spans


def joined_words(parts: TextParts, sentence: Span) -> list[Word]:
    """The words of a sentence, phrases of `joined` as one word each."""
    words = parts.words_in(*sentence)
    for name, pattern in _joined():
        for m in pattern.finditer(parts.text, *sentence):
            inside = [word for word in words if m.start() <= word.start < m.end()]
            if inside:
                at = words.index(inside[0])
                words = [
                    *words[:at],
                    Word(m[0], name, m.start(), m.end()),
                    *[word for word in words[at:] if word not in inside],
                ]
    return words
