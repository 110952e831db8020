"""all-MiniLM-L6-v2 on TensorFlow, its upper layers tuned on our own examples: text to mean-pooled sentence vectors.

Reimers and Gurevych, Sentence-BERT (2019): the mean of the last layer over the tokens that are not padding.
"""
from __future__ import annotations

import hashlib
from collections import OrderedDict
from functools import lru_cache
from typing import Any, Dict, Sequence

import numpy as np

from bot.adapters.encoder_layers import EncoderLayers

DIMENSIONS = 384
LENGTHS = (16, 32, 64, 128)
LONGEST_BATCH = 64
KEPT = 512
DANGER, ACCOUNT = "danger", "account"


class SentenceEncoder:
    """Loaded once a process; safe to call from one thread at a time, as Rasa does."""

    def __init__(self) -> None:
        """The published weights; `tune` puts ours over them."""
        import tensorflow as tf

        self._layers = EncoderLayers()
        self._heads: Dict[str, Any] = {}
        spec = tf.TensorSpec((None, None), tf.int32)
        self._forward = tf.function(lambda ids, mask: self._layers.vector(self._layers.all(ids, mask), mask), input_signature=(spec, spec))
        self._kept: OrderedDict[bytes, np.ndarray] = OrderedDict()

    def tune(self, arrays: Dict[str, Any]) -> None:
        """Takes over what `tuning.fit` gave: the upper layers, and the heads that read something off a vector."""
        self._layers.set_upper([arrays[f"layer_{n}"] for n in range(len(self._layers.upper))])
        names = [name.removesuffix("_w") for name in arrays if name.endswith("_w")]
        self._heads = {name: (arrays[f"{name}_w"].astype(np.float32), arrays[f"{name}_b"].astype(np.float32)) for name in names}
        self._kept.clear()

    def encode(self, texts: Sequence[str]) -> np.ndarray:
        """Unit vectors, shape (len(texts), 384), float32. Texts over 128 word pieces are cut for this purpose only."""
        names = [hashlib.sha256(t.encode("utf-8", "replace")).digest() for t in texts]
        missing = {name: text for name, text in zip(names, texts) if name not in self._kept}
        found = dict(zip(missing, self._run(list(missing.values())))) if missing else {}
        vectors = [found[name] if name in found else self._kept[name] for name in names]
        # Kept under a hash, never under the words: a turn asks for the same vector twice (intent, then safety).
        self._kept.update(found)
        while len(self._kept) > KEPT:
            self._kept.popitem(last=False)
        return np.stack(vectors) if vectors else np.zeros((0, DIMENSIONS), np.float32)

    def scores(self, head: str, texts: Sequence[str]) -> np.ndarray:
        """Logits of one head, shape (len(texts), outputs). KeyError for a head that `tune` did not bring."""
        weights, bias = self._heads[head]
        return self.encode(texts) @ weights + bias

    def _run(self, texts: list[str]) -> np.ndarray:
        order = sorted(range(len(texts)), key=lambda i: len(texts[i]))
        out = np.zeros((len(texts), DIMENSIONS), np.float32)
        for start in range(0, len(order), LONGEST_BATCH):
            rows = order[start:start + LONGEST_BATCH]
            ids, mask = padded(self._layers.tokens([texts[i] for i in rows], LENGTHS[-1]), LENGTHS)
            out[rows] = self._forward(ids, mask).numpy()
        return out

    def warm(self) -> None:
        """Traces the graph for every length, so that the first person does not wait."""
        for length in LENGTHS:
            self._run(["a " * (length - 3)])


def padded(tokens: Sequence[Sequence[int]], lengths: Sequence[int]) -> tuple[np.ndarray, np.ndarray]:
    """Token ids and mask, both (texts, length), at the smallest of `lengths` that holds them all."""
    length = next(n for n in lengths if n >= max(map(len, tokens)))
    ids = np.zeros((len(tokens), length), np.int32)
    mask = np.zeros_like(ids)
    for row, line in enumerate(tokens):
        ids[row, :len(line)], mask[row, :len(line)] = line, 1
    return ids, mask


@lru_cache(maxsize=1)
def shared_encoder() -> SentenceEncoder:
    """The process's one encoder: the featurizer, the topics and the safety component share it."""
    return SentenceEncoder()
