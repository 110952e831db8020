"""Tunes the encoder's upper layers on our own examples: what danger sounds like, and what people ask.

The lower layers stay as published and run once, so that tuning takes about a minute on two cores. Seeds are fixed.
"""
from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Dict, List, Sequence, Tuple

import numpy as np

from bot.adapters.encoder import DIMENSIONS, padded
from bot.adapters.encoder_layers import UPPER, EncoderLayers

EPOCHS, BATCH, RATE, DROPOUT, SEED = 1, 32, 3e-4, 0.1, 11
# Unit vectors make small logits; the heads see them so many times larger.
SCALE = 8.0
LENGTHS = tuple(range(8, 129, 8))
_SHELF = 8


@dataclass(frozen=True)
class Task:
    """One thing to learn: `texts`, and for each a row of `wanted` and of `weights`, both (texts, outputs).

    `exclusive`: whether just one output is right (an intent), or any number of them (signals).
    """
    name: str
    texts: Sequence[str]
    wanted: Any
    weights: Any
    exclusive: bool


def fit(tasks: Sequence[Task], epochs: int = EPOCHS) -> Dict[str, Any]:
    """Arrays for SentenceEncoder.tune: the upper layers, and for each task its head as <name>_w (384, outputs) and <name>_b."""
    return Tuning(tasks).run(epochs)


class Tuning:
    """The state of one run."""

    def __init__(self, tasks: Sequence[Task]) -> None:
        """Seeds everything, and runs the lower layers over all texts once."""
        import tensorflow as tf

        tf.keras.utils.set_random_seed(SEED)
        self._tasks, self._layers = list(tasks), EncoderLayers()
        self._heads = [_head(tf, task.wanted.shape[1]) for task in tasks]
        self._hidden = [self._bottom(task.texts) for task in tasks]
        self._variables = [v for layer in self._layers.upper for v in layer.trainable_variables] + [v for head in self._heads for v in head]

    def run(self, epochs: int) -> Dict[str, Any]:
        """Adam with a rate that falls to a twentieth; texts of like length share a batch."""
        import tensorflow as tf

        rng = np.random.default_rng(SEED)
        steps = epochs * sum(-(-len(task.texts) // BATCH) for task in self._tasks)
        adam = tf.keras.optimizers.Adam(tf.keras.optimizers.schedules.PolynomialDecay(RATE, steps, RATE / 20))
        adam.build(self._variables)
        learn = [self._step(n, adam) for n in range(len(self._tasks))]
        for _ in range(epochs):
            for n, rows in self._batches(rng):
                task = self._tasks[n]
                learn[n](*self._batch(n, rows), task.wanted[rows], task.weights[rows])
        arrays = {f"layer_{n}": values for n, values in enumerate(self._layers.get_upper())}
        assert len(arrays) == UPPER
        for task, (weights, bias) in zip(self._tasks, self._heads):
            arrays.update({f"{task.name}_w": weights.numpy() * SCALE, f"{task.name}_b": bias.numpy()})
        return arrays

    def _bottom(self, texts: Sequence[str]) -> List[np.ndarray]:
        import tensorflow as tf

        lower = tf.function(self._layers.bottom, input_signature=(tf.TensorSpec((None, None), tf.int32),) * 2)
        tokens = self._layers.tokens(texts, LENGTHS[-1])
        order = sorted(range(len(texts)), key=lambda i: len(tokens[i]))
        found: List[np.ndarray] = [np.zeros(0)] * len(texts)
        for start in range(0, len(order), 64):
            rows = order[start:start + 64]
            ids, mask = padded([tokens[i] for i in rows], LENGTHS)
            for i, hidden in zip(rows, lower(ids, mask).numpy()):
                found[i] = hidden[:len(tokens[i])]
        return found

    def _batches(self, rng: np.random.Generator) -> List[Tuple[int, np.ndarray]]:
        found = []
        for n, hidden in enumerate(self._hidden):
            lengths, mixed = np.array([len(h) for h in hidden]), rng.permutation(len(hidden))
            for start in range(0, len(mixed), BATCH * _SHELF):
                shelf = mixed[start:start + BATCH * _SHELF]
                shelf = shelf[np.argsort(lengths[shelf], kind="stable")]
                found += [(n, shelf[k:k + BATCH]) for k in range(0, len(shelf), BATCH)]
        rng.shuffle(found)
        return found

    def _batch(self, n: int, rows: np.ndarray) -> Tuple[np.ndarray, np.ndarray]:
        told = [self._hidden[n][i] for i in rows]
        length = next(size for size in LENGTHS if size >= max(map(len, told)))
        hidden, mask = np.zeros((len(told), length, DIMENSIONS), np.float32), np.zeros((len(told), length), np.int32)
        for row, states in enumerate(told):
            hidden[row, :len(states)], mask[row, :len(states)] = states, 1
        return hidden, mask

    def _step(self, n: int, adam: Any) -> Any:
        import tensorflow as tf

        task, (weights, bias) = self._tasks[n], self._heads[n]

        def step(hidden: Any, mask: Any, wanted: Any, worth: Any) -> None:
            with tf.GradientTape() as tape:
                vector = self._layers.vector(self._layers.top(hidden, mask, training=True), mask)
                scores = SCALE * tf.nn.dropout(vector, DROPOUT) @ weights + bias
                if task.exclusive:
                    loss = tf.reduce_mean(tf.nn.softmax_cross_entropy_with_logits(labels=wanted, logits=scores) * worth[:, 0])
                else:
                    loss = tf.reduce_mean(tf.reduce_sum(tf.nn.sigmoid_cross_entropy_with_logits(labels=wanted, logits=scores) * worth, 1))
            slopes = tape.gradient(loss, self._variables, unconnected_gradients=tf.UnconnectedGradients.ZERO)
            slopes, _ = tf.clip_by_global_norm(slopes, 1.0)
            adam.apply_gradients(zip(slopes, self._variables))

        return tf.function(step, reduce_retracing=True)


def _head(tf: Any, outputs: int) -> Tuple[Any, Any]:
    start = tf.random.normal((DIMENSIONS, outputs), stddev=0.05)
    return tf.Variable(start), tf.Variable(tf.zeros(outputs))

