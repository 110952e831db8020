"""Two learned readers as one, their scores added, so that either can be sure where the other is not.

The n-grams know what was typed, the convolution over the encoder's states knows what it is like.
"""
from __future__ import annotations

from pathlib import Path
from typing import Any, Dict, List, Optional, Sequence

import numpy as np

from bot.adapters.convolution import Convolution
from bot.adapters.encoder import SentenceEncoder
from bot.adapters.lesson import Lesson
from bot.adapters.ngrams import Ngrams

_NGRAMS, _CONVOLUTION = "ngrams.npz", "convolution.npz"


class Reader:
    """What it reads is a matter of the lesson it was fitted on."""

    def __init__(self, encoder: SentenceEncoder, convolution: Convolution, ngrams: Ngrams) -> None:
        self._encoder, self._convolution, self._ngrams = encoder, convolution, ngrams

    @classmethod
    def fit(cls, encoder: SentenceEncoder, lesson: Lesson, rows: Optional[List[int]] = None) -> "Reader":
        """`rows`: those of the lesson's texts that teach the convolution; None for all."""
        from bot.adapters.convolution_fit import fit

        fewer = lesson if rows is None else lesson.at(rows)
        return cls(encoder, fit(encoder.hidden(fewer.texts), fewer), Ngrams.fit(lesson.texts, lesson.kinds, lesson.wanted))

    def scores(self, texts: Sequence[str], kind: str = "") -> Any:
        """Logits, shape (len(texts), outputs). `kind`: of the question just put, see bot.safety.asked.kind_of."""
        kinds = [kind] * len(texts)
        return self._convolution.scores(self._encoder.hidden(texts), kinds) + self._ngrams.scores(texts, kinds)

    def save(self, folder: Path) -> None:
        """As `load` takes it."""
        np.savez(folder / _CONVOLUTION, **self._convolution.arrays)
        np.savez_compressed(folder / _NGRAMS, **self._ngrams.arrays())

    @classmethod
    def load(cls, folder: Path, encoder: SentenceEncoder) -> "Reader":
        """As it was saved."""
        return cls(encoder, Convolution(_arrays(folder / _CONVOLUTION)), Ngrams.from_arrays(_arrays(folder / _NGRAMS)))


def _arrays(file: Path) -> Dict[str, Any]:
    with np.load(file, allow_pickle=False) as found:
        return dict(found)
