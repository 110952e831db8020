"""The layers of the sentence encoder, as published: states of the lower ones, and one vector of the upper ones, are what the learned readers read."""
from __future__ import annotations

from typing import Any, List, Sequence

from bot.adapters.encoder_weights import weights_folder

# Of six. Higher ones tell more of a text's subject and less of what happens in it, and cost time.
LAYERS = 4
_MASKED = -10000.0
# 256 word pieces are at most some 3,000 characters of prose; the rest would be cut anyway.
_LONGEST_TEXT = 4000


class EncoderLayers:
    """Transformer layers of MiniLM."""

    def __init__(self) -> None:
        """Reads the checked weights."""
        from transformers import BertTokenizerFast, TFBertModel, logging

        logging.set_verbosity_error()
        folder = str(weights_folder())
        self._tokenizer = BertTokenizerFast.from_pretrained(folder, local_files_only=True)
        bert = TFBertModel.from_pretrained(folder, local_files_only=True).bert
        self._embeddings, self._lower, self._upper = bert.embeddings, bert.encoder.layer[:LAYERS], bert.encoder.layer[LAYERS:]

    def tokens(self, texts: Sequence[str], longest: int) -> List[List[int]]:
        """Word piece ids of each text, at most `longest`, with [CLS] and [SEP]."""
        found = self._tokenizer([text[:_LONGEST_TEXT] or " " for text in texts], truncation=True, max_length=longest)
        return list(found["input_ids"])

    def states(self, ids: Any, mask: Any) -> Any:
        """Hidden states, (texts, length, 384), of word piece ids (texts, length); the mask is 1 for a token."""
        return _through(self._lower, self._embeddings(input_ids=ids, training=False), mask)

    def meanings(self, states: Any, mask: Any) -> Any:
        """The sentence vectors as published, (texts, 384): the mean of what the upper layers make of `states`, of length one."""
        import tensorflow as tf

        here = tf.cast(mask, tf.float32)[:, :, tf.newaxis]
        return tf.math.l2_normalize(tf.reduce_sum(_through(self._upper, states, mask) * here, 1), 1)


def _through(layers: Any, hidden: Any, mask: Any) -> Any:
    import tensorflow as tf

    shut = (1.0 - tf.cast(mask, tf.float32))[:, tf.newaxis, tf.newaxis, :] * _MASKED
    for layer in layers:
        hidden = layer(hidden, shut, None, None, None, None, False, training=False)[0]
    return hidden
