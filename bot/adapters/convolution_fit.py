"""Fits a Convolution on the hidden states of labelled texts. Seeds are fixed."""
from __future__ import annotations

from typing import Any, Dict, List, Sequence

import numpy as np

from bot.adapters.convolution import EPSILON, WIDTHS, Convolution
from bot.adapters.encoder import DIMENSIONS, padded
from bot.adapters.lesson import Lesson

FILTERS, BATCH, RATE, SEED = 128, 32, 1.5e-3, 11
# So much of the states, and of what the runs make of them, is left out at random.
_LEFT_OUT_BELOW, _LEFT_OUT_ABOVE = 0.1, 0.2
# Texts of like length share a batch; shelves of so many batches are mixed anew each time.
_SHELF = 8


def fit(hidden: Sequence[Any], lesson: Lesson) -> Convolution:
    """Adam with a rate that falls to a thirtieth, `lesson.epochs` times through all of it."""
    return _Fit(hidden, lesson).run()


class _Fit:
    """The state of one run."""

    def __init__(self, hidden: Sequence[Any], lesson: Lesson) -> None:
        import tensorflow as tf

        tf.keras.utils.set_random_seed(SEED)
        self._hidden, self._lesson = hidden, lesson
        self._lengths = np.array([len(states) for states in hidden])
        self._names = sorted(set(lesson.kinds))
        self._kinds = np.array([self._names.index(kind) for kind in lesson.kinds])
        outputs = lesson.wanted.shape[1]
        self._of: Dict[str, Any] = {"scale": tf.ones(DIMENSIONS), "shift": tf.zeros(DIMENSIONS), "bias": tf.zeros(outputs),
                                    "out": _start(tf, 2 * len(WIDTHS) * FILTERS, outputs), "kinds": tf.zeros((len(self._names), outputs))}
        for width in WIDTHS:
            self._of[f"w{width}"] = tf.reshape(_start(tf, width * DIMENSIONS, FILTERS), (width, DIMENSIONS, FILTERS))
            self._of[f"b{width}"] = tf.zeros(FILTERS)
        self._of = {name: tf.Variable(value) for name, value in self._of.items()}

    def run(self) -> Convolution:
        """Learns, and gives what it found; float16 halves the size, and no score differs that matters."""
        import tensorflow as tf

        lesson, rng = self._lesson, np.random.default_rng(SEED)
        wanted, weights = np.nan_to_num(lesson.wanted).astype(np.float32), lesson.weights().astype(np.float32)
        steps = lesson.epochs * -(-len(wanted) // BATCH)
        adam = tf.keras.optimizers.Adam(tf.keras.optimizers.schedules.PolynomialDecay(RATE, steps, RATE / 30))
        variables = list(self._of.values())
        adam.build(variables)

        def step(hidden: Any, mask: Any, kinds: Any, right: Any, worth: Any) -> None:
            with tf.GradientTape() as tape:
                scores = self._scores(tf, hidden, mask, kinds)
                if lesson.exclusive:
                    loss = tf.reduce_mean(tf.nn.softmax_cross_entropy_with_logits(labels=right, logits=scores) * worth[:, 0])
                else:
                    loss = tf.reduce_mean(tf.reduce_sum(tf.nn.sigmoid_cross_entropy_with_logits(labels=right, logits=scores) * worth, 1))
            slopes, _ = tf.clip_by_global_norm(tape.gradient(loss, variables), 1.0)
            adam.apply_gradients(zip(slopes, variables))

        learn = tf.function(step, input_signature=[tf.TensorSpec(shape, kind) for shape, kind in (
            ((None, None, DIMENSIONS), tf.float32), ((None, None), tf.int32), ((None,), tf.int64),
            ((None, wanted.shape[1]), tf.float32), ((None, weights.shape[1]), tf.float32))])
        for _ in range(lesson.epochs):
            for rows in self._batches(rng):
                learn(*padded([self._hidden[i] for i in rows]), self._kinds[rows], wanted[rows], weights[rows])
        return Convolution({**{name: value.numpy().astype(np.float16) for name, value in self._of.items()}, "names": np.array(self._names)})

    def _scores(self, tf: Any, hidden: Any, mask: Any, kinds: Any) -> Any:
        here = tf.cast(mask, tf.float32)[:, :, tf.newaxis]
        mean, variance = tf.nn.moments(hidden, axes=2, keepdims=True)
        states = ((hidden - mean) * tf.math.rsqrt(variance + EPSILON) * self._of["scale"] + self._of["shift"]) * here
        states, found = tf.nn.dropout(states, _LEFT_OUT_BELOW), []
        for width in WIDTHS:
            seen = tf.nn.relu(tf.nn.conv1d(states, self._of[f"w{width}"], 1, "SAME") + self._of[f"b{width}"]) * here
            found += [tf.reduce_max(seen, 1), tf.reduce_sum(seen, 1) / tf.reduce_sum(here, 1)]
        pooled = tf.nn.dropout(tf.concat(found, 1), _LEFT_OUT_ABOVE)
        return pooled @ self._of["out"] + self._of["bias"] + tf.gather(self._of["kinds"], kinds)

    def _batches(self, rng: np.random.Generator) -> List[Any]:
        found, mixed = [], rng.permutation(len(self._lengths))
        for start in range(0, len(mixed), BATCH * _SHELF):
            shelf = mixed[start:start + BATCH * _SHELF]
            shelf = shelf[np.argsort(self._lengths[shelf], kind="stable")]
            found += [shelf[k:k + BATCH] for k in range(0, len(shelf), BATCH)]
        rng.shuffle(found)
        return found


def _start(tf: Any, inputs: int, outputs: int) -> Any:
    """Glorot and Bengio (2010)."""
    edge = (6.0 / (inputs + outputs)) ** 0.5
    return tf.random.uniform((inputs, outputs), -edge, edge)
