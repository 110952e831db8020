"""The encoder's layers in two parts: the lower ones, whose hidden states the learned readers read, and the rest."""
from __future__ import annotations

from typing import Any, List, Sequence

from bot.adapters.encoder_weights import weights_folder

LOWER = 4
_MASKED = -10000.0
# 256 word pieces are at most some 3,000 characters of prose; the rest would be cut anyway.
_LONGEST_TEXT = 4000


class EncoderLayers:
    """MiniLM's six transformer layers, as published. Hidden states are (texts, length, 384); masks (texts, length), 1 for a token."""

    def __init__(self) -> None:
        """Reads the checked weights."""
        from transformers import BertTokenizerFast, TFBertModel, logging

        logging.set_verbosity_error()
        folder = str(weights_folder())
        self._tokenizer = BertTokenizerFast.from_pretrained(folder, local_files_only=True)
        bert = TFBertModel.from_pretrained(folder, local_files_only=True).bert
        self._embeddings, layers = bert.embeddings, bert.encoder.layer
        self._lower, self._upper = layers[:LOWER], layers[LOWER:]

    def tokens(self, texts: Sequence[str], longest: int) -> List[List[int]]:
        """Word piece ids of each text, at most `longest`, with [CLS] and [SEP]."""
        found = self._tokenizer([text[:_LONGEST_TEXT] or " " for text in texts], truncation=True, max_length=longest)
        return list(found["input_ids"])

    def bottom(self, ids: Any, mask: Any) -> Any:
        """Hidden states after the lower layers."""
        return _through(self._lower, self._embeddings(input_ids=ids, training=False), mask)

    def top(self, hidden: Any, mask: Any) -> Any:
        """Hidden states of the last layer, from those after the lower ones."""
        return _through(self._upper, hidden, mask)

    @staticmethod
    def vector(hidden: Any, mask: Any) -> Any:
        """The mean over the tokens, made a unit vector: (texts, 384)."""
        import tensorflow as tf

        weight = tf.cast(mask, tf.float32)[:, :, tf.newaxis]
        mean = tf.reduce_sum(hidden * weight, axis=1) / tf.maximum(tf.reduce_sum(weight, axis=1), 1.0)
        return tf.math.l2_normalize(mean, axis=1)


def _through(layers: Any, hidden: Any, mask: Any) -> Any:
    import tensorflow as tf

    shut = (1.0 - tf.cast(mask, tf.float32))[:, tf.newaxis, tf.newaxis, :] * _MASKED
    for layer in layers:
        hidden = layer(hidden, shut, None, None, None, None, False, training=False)[0]
    return hidden
