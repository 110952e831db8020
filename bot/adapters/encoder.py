"""all-MiniLM-L6-v2 on TensorFlow, as published: text to hidden states, and to mean-pooled sentence vectors.

Reimers and Gurevych, Sentence-BERT (2019): the mean of the last layer over the tokens that are not padding.
"""
from __future__ import annotations

import hashlib
from collections import OrderedDict
from functools import lru_cache
from typing import Any, List, Sequence, Tuple

import numpy as np

from bot.adapters.encoder_layers import EncoderLayers

DIMENSIONS = 384
LONGEST = 256
BATCH = 64
KEPT = 128
_WARM = (8, 64)


class SentenceEncoder:
    """Loaded once a process; safe to call from one thread at a time, as Rasa does."""

    def __init__(self) -> None:
        """The published weights."""
        import tensorflow as tf

        self._layers = EncoderLayers()
        whole, states = tf.TensorSpec((None, None), tf.int32), tf.TensorSpec((None, None, DIMENSIONS), tf.float32)
        self._lower = tf.function(self._layers.bottom, input_signature=(whole, whole))
        self._upper = tf.function(lambda hidden, mask: self._layers.vector(self._layers.top(hidden, mask), mask), input_signature=(states, whole))
        self._kept: OrderedDict[bytes, np.ndarray] = OrderedDict()

    def hidden(self, texts: Sequence[str]) -> List[np.ndarray]:
        """For each text the states of its word pieces after the lower layers, (pieces, 384), float16. Over 256 pieces it is cut."""
        names = [hashlib.sha256(t.encode("utf-8", "replace")).digest() for t in texts]
        missing = {name: text for name, text in zip(names, texts) if name not in self._kept}
        found = dict(zip(missing, self._states(list(missing.values())))) if missing else {}
        states = [found[name] if name in found else self._kept[name] for name in names]
        # Kept under a hash, never under the words: a turn asks for the same text more than once (intent, facts, safety).
        self._kept.update(list(found.items())[-KEPT:])
        while len(self._kept) > KEPT:
            self._kept.popitem(last=False)
        return states

    def encode(self, texts: Sequence[str]) -> np.ndarray:
        """Unit vectors, shape (len(texts), 384), float32."""
        states, vectors = self.hidden(texts), np.zeros((len(texts), DIMENSIONS), np.float32)
        for rows in batches([len(s) for s in states], BATCH):
            vectors[rows] = self._upper(*padded([states[i] for i in rows])).numpy()
        return vectors

    def _states(self, texts: Sequence[str]) -> List[np.ndarray]:
        tokens = [np.array(line, np.int32) for line in self._layers.tokens(texts, LONGEST)]
        found: List[np.ndarray] = [np.zeros(0)] * len(texts)
        for rows in batches([len(t) for t in tokens], BATCH):
            hidden = self._lower(*padded([tokens[i] for i in rows])).numpy()
            for i, states in zip(rows, hidden):
                found[i] = states[:len(tokens[i])].astype(np.float16)
        return found

    def warm(self) -> None:
        """Runs once, so that the first person does not wait."""
        self.encode(["a " * length for length in _WARM])


def batches(lengths: Sequence[int], size: int) -> List[List[int]]:
    """The numbers of the texts, those of like length together."""
    order = sorted(range(len(lengths)), key=lambda i: lengths[i])
    return [order[start:start + size] for start in range(0, len(order), size)]


def padded(lines: Sequence[Any]) -> Tuple[np.ndarray, np.ndarray]:
    """Lines of (length, ...) as one array (texts, longest, ...), and the mask of what is not padding, (texts, longest)."""
    length = max(len(line) for line in lines)
    whole = np.zeros((len(lines), length, *lines[0].shape[1:]), np.int32 if lines[0].ndim == 1 else np.float32)
    mask = np.zeros((len(lines), length), np.int32)
    for row, line in enumerate(lines):
        whole[row, :len(line)], mask[row, :len(line)] = line, 1
    return whole, mask


@lru_cache(maxsize=1)
def shared_encoder() -> SentenceEncoder:
    """The process's one encoder: the featurizer and the readers share it."""
    return SentenceEncoder()
