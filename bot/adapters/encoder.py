"""all-MiniLM-L6-v2 on TensorFlow, as published: from text to the hidden states of its lower layers, and to one vector.

Reimers and Gurevych, Sentence-BERT (2019); Wang et al., MiniLM (2020).
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
        self._states = tf.function(self._layers.states, input_signature=(tf.TensorSpec((None, None), tf.int32),) * 2)
        self._meanings = tf.function(self._layers.meanings, input_signature=(
            tf.TensorSpec((None, None, DIMENSIONS), tf.float32), tf.TensorSpec((None, None), tf.int32)))
        self._kept: OrderedDict[bytes, np.ndarray] = OrderedDict()

    def hidden(self, texts: Sequence[str]) -> List[np.ndarray]:
        """For each text the states of its word pieces, (pieces, 384), float16. Over 256 pieces it is cut."""
        names = [hashlib.sha256(t.encode("utf-8", "replace")).digest() for t in texts]
        missing = {name: text for name, text in zip(names, texts) if name not in self._kept}
        found = dict(zip(missing, self._run(list(missing.values())))) if missing else {}
        states = [found[name] if name in found else self._kept[name] for name in names]
        # Kept under a hash, never under the words: a turn asks for the same text more than once (intent, facts, safety).
        self._kept.update(list(found.items())[-KEPT:])
        while len(self._kept) > KEPT:
            self._kept.popitem(last=False)
        return states

    def meanings(self, states: Sequence[np.ndarray]) -> np.ndarray:
        """The sentence vectors of texts, (texts, 384), each of length one. `states`: what `hidden` gives of them."""
        found = np.zeros((len(states), DIMENSIONS), np.float32)
        for rows in _of_like_length(states):
            found[rows] = self._meanings(*padded([states[i] for i in rows])).numpy()
        return found

    def _run(self, texts: Sequence[str]) -> List[np.ndarray]:
        tokens = [np.array(line, np.int32) for line in self._layers.tokens(texts, LONGEST)]
        found: List[np.ndarray] = [np.zeros(0)] * len(texts)
        for rows in _of_like_length(tokens):
            for i, states in zip(rows, self._states(*padded([tokens[i] for i in rows])).numpy()):
                found[i] = states[:len(tokens[i])].astype(np.float16)
        return found

    def warm(self) -> None:
        """Runs once, so that the first person does not wait."""
        self.meanings(self.hidden(["a " * length for length in _WARM]))


def _of_like_length(lines: Sequence[Any]) -> List[List[int]]:
    """The places of lines in batches: those of like length together, so that little is padded."""
    order = sorted(range(len(lines)), key=lambda i: len(lines[i]))
    return [order[start:start + BATCH] for start in range(0, len(order), BATCH)]


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
    """The process's one encoder: all readers share it."""
    return SentenceEncoder()
