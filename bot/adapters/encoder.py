"""all-MiniLM-L6-v2 on TensorFlow: text to mean-pooled sentence vectors.

Reimers and Gurevych, Sentence-BERT (2019): the mean of the last layer over the tokens that are not padding.
"""
from __future__ import annotations

import hashlib
from collections import OrderedDict
from functools import lru_cache
from typing import Any, Sequence

import numpy as np

from bot.adapters.encoder_weights import weights_folder

DIMENSIONS = 384
LENGTHS = (16, 32, 64, 128)
LONGEST_BATCH = 64
KEPT = 256


class SentenceEncoder:
    """Loaded once a process; safe to call from one thread at a time, as Rasa does."""

    def __init__(self) -> None:
        import tensorflow as tf
        from transformers import BertTokenizerFast, TFBertModel, logging

        logging.set_verbosity_error()
        folder = str(weights_folder())
        self._tokenizer = BertTokenizerFast.from_pretrained(folder, local_files_only=True)
        model = TFBertModel.from_pretrained(folder, local_files_only=True)

        def forward(ids: Any, mask: Any) -> Any:
            hidden = model(input_ids=ids, attention_mask=mask, training=False).last_hidden_state
            weight = tf.cast(mask, tf.float32)[:, :, tf.newaxis]
            mean = tf.reduce_sum(hidden * weight, axis=1) / tf.maximum(tf.reduce_sum(weight, axis=1), 1.0)
            return tf.math.l2_normalize(mean, axis=1)

        spec = tf.TensorSpec((None, None), tf.int32)
        self._forward = tf.function(forward, input_signature=(spec, spec))
        self._kept: OrderedDict[bytes, np.ndarray] = OrderedDict()

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

    def _run(self, texts: list[str]) -> np.ndarray:
        order = sorted(range(len(texts)), key=lambda i: len(texts[i]))
        out = np.zeros((len(texts), DIMENSIONS), np.float32)
        for start in range(0, len(order), LONGEST_BATCH):
            rows = order[start:start + LONGEST_BATCH]
            # 128 word pieces are at most some 2,000 characters of prose; the rest would be cut anyway.
            tokens = self._tokenizer([texts[i][:4000] or " " for i in rows], truncation=True, max_length=LENGTHS[-1])["input_ids"]
            length = next(n for n in LENGTHS if n >= max(map(len, tokens)))
            ids = np.zeros((len(rows), length), np.int32)
            mask = np.zeros_like(ids)
            for row, line in enumerate(tokens):
                ids[row, :len(line)], mask[row, :len(line)] = line, 1
            out[rows] = self._forward(ids, mask).numpy()
        return out

    def warm(self) -> None:
        """Traces the graph for every length, so that the first person does not wait."""
        for length in LENGTHS:
            self._run(["a " * (length - 3)])


@lru_cache(maxsize=1)
def shared_encoder() -> SentenceEncoder:
    """The process's one encoder: the featurizer, the topics and the safety component share it."""
    return SentenceEncoder()
