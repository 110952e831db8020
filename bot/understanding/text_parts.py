"""Sentences, clauses and quoted speech of a text, as places in it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from bot.understanding.lexicons import lexicon

Span = tuple[int, int]
_WORD = re.compile(r"[^\W_]+(?:['’&-][^\W_]+)*")
_QUOTED = re.compile(r"[“«„][^”»“\n]*[”»]|\"[^\"\n]*\"|(?<!\w)[‘'][^’'\n]{3,}?[’'](?!\w)")
_SENTENCE = re.compile(r"[^.!?\n]+(?:[.](?=\d)[^.!?\n]*)*[.!?]*")


READ = 6000
"""Characters of an account in which facts are looked for: a turn's cost must not grow with what is pasted into it."""


def opening(text: str) -> str:
    """The part of a text that is searched for facts, cut between words."""
    if len(text) <= READ:
        return text
    cut = max(text.rfind(mark, 0, READ) for mark in " \n")
    return text[: cut if cut > READ // 2 else READ]


@dataclass(frozen=True)
class Word:
    """A word and its place; `low` is the word in small letters with plain apostrophes."""

    text: str
    low: str
    start: int
    end: int


class TextParts:
    """A text, cut up once and asked often."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.words = [Word(m[0], m[0].lower().replace("’", "'"), m.start(), m.end()) for m in _WORD.finditer(text)]
        self._starts = [word.start for word in self.words]

    @cached_property
    def sentences(self) -> list[Span]:
        return [m.span() for m in _SENTENCE.finditer(self.text) if m[0].strip()]

    @cached_property
    def quotes(self) -> list[Span]:
        return [m.span() for m in _QUOTED.finditer(self.text)]

    @cached_property
    def clauses(self) -> list[Span]:
        """Sentences cut at commas, dashes and joining words, outside quoted speech."""
        breaks = "|".join(lexicon("grammar")["breaks"])
        cut = re.compile(rf"[,;:()–—]|\s-\s|\s(?=(?:{breaks})\s)", re.IGNORECASE)
        found = []
        for start, end in self.sentences:
            here = start
            for m in cut.finditer(self.text, start, end):
                if not self.quoted(m.start()):
                    found.append((here, m.start()))
                    here = m.end()
            found.append((here, end))
        return [span for span in found if self.text[slice(*span)].strip()]

    def quoted(self, at: int) -> bool:
        return any(start <= at < end for start, end in self.quotes)

    def unquoted(self) -> str:
        """The text with quoted speech blanked out, letter for letter."""
        return blanks(self.text, self.quotes)

    def clause_at(self, at: int) -> Span:
        return next((span for span in self.clauses if span[0] <= at < span[1]), (0, len(self.text)))

    def sentence_at(self, at: int) -> Span:
        return next((span for span in self.sentences if span[0] <= at < span[1]), (0, len(self.text)))

    def words_in(self, start: int, end: int) -> list[Word]:
        words = self.words[bisect_right(self._starts, start - 1) : bisect_right(self._starts, end)]
        return [word for word in words if word.end <= end]


def blanks(text: str, spans: Iterable[Span]) -> str:
    """The text with blanks at some places, letter for letter: the rest keeps its place."""
    for start, end in spans:
        text = text[:start] + re.sub(r"\S", " ", text[start:end]) + text[end:]
    return text


def trimmed(text: str, start: int, end: int) -> Span:
    """The span without white space and marks at its ends."""
    while start < end and not (text[start].isalnum() or text[start] in "“\"'‘£("):
        start += 1
    while end > start and not (text[end - 1].isalnum() or text[end - 1] in '”"’)'):
        end -= 1
    return start, end
