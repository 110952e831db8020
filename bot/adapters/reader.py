"""Learned readers as one, their scores added, so that each can be sure where another is not.

The n-grams know what was typed, the convolution over the encoder's states knows what its words are like. Where one of many outputs is
right, the meaning of the whole is a third: what a question is about lies less in a few of its words.
"""
from __future__ import annotations

from pathlib import Path
from typing import Any, Dict, List, Optional, Sequence

import numpy as np

from bot.adapters.convolution import Convolution
from bot.adapters.encoder import SentenceEncoder
from bot.adapters.lesson import Lesson
from bot.adapters.meaning import Meaning
from bot.adapters.ngrams import Ngrams

_NGRAMS, _CONVOLUTION, _MEANING = "ngrams.npz", "convolution.npz", "meaning.npz"


class Reader:
    """What it reads is a matter of the lesson it was fitted on."""

    def __init__(self, encoder: SentenceEncoder, convolution: Convolution, ngrams: Ngrams, meaning: Optional[Meaning] = None) -> None:
        self._encoder, self._convolution, self._ngrams, self._meaning = encoder, convolution, ngrams, meaning

    @classmethod
    def fit(cls, encoder: SentenceEncoder, lesson: Lesson, rows: Optional[List[int]] = None) -> "Reader":
        """`rows`: those of the lesson's texts that teach the convolution; None for all."""
        from bot.adapters.convolution_fit import fit

        fewer = lesson if rows is None else lesson.at(rows)
        hidden = encoder.hidden(fewer.texts)
        meaning = Meaning.fit(encoder.meanings(hidden), fewer.wanted) if lesson.exclusive else None
        return cls(encoder, fit(hidden, fewer), Ngrams.fit(lesson.texts, lesson.kinds, lesson.wanted), meaning)

    def scores(self, texts: Sequence[str], kind: str = "") -> Any:
        """Logits, shape (len(texts), outputs). `kind`: of the question just put, see bot.safety.asked.kind_of."""
        kinds, hidden = [kind] * len(texts), self._encoder.hidden(texts)
        found = self._convolution.scores(hidden, kinds) + self._ngrams.scores(texts, kinds)
        return found if self._meaning is None else found + self._meaning.scores(self._encoder.meanings(hidden))

    def save(self, folder: Path) -> None:
        """As `load` takes it."""
        np.savez(folder / _CONVOLUTION, **self._convolution.arrays)
        np.savez_compressed(folder / _NGRAMS, **self._ngrams.arrays())
        if self._meaning is not None:
            np.savez(folder / _MEANING, **self._meaning.arrays())

    @classmethod
    def load(cls, folder: Path, encoder: SentenceEncoder) -> "Reader":
        """As it was saved."""
        meaning = Meaning(**_arrays(folder / _MEANING)) if (folder / _MEANING).exists() else None
        return cls(encoder, Convolution(_arrays(folder / _CONVOLUTION)), Ngrams.from_arrays(_arrays(folder / _NGRAMS)), meaning)


def _arrays(file: Path) -> Dict[str, Any]:
    with np.load(file, allow_pickle=False) as found:
        return dict(found)
