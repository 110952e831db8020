"""Scores from short runs of words as the encoder's lower layers see them (Kim, Convolutional Neural Networks for Sentence Classification, 2014).

Runs of one, two, three and five word pieces, each kind weighed by its strongest place and by its mean over the text. What matters
in a message is mostly said in a few words of it, wherever they stand. Fitted by convolution_fit.py; reading needs only NumPy.
"""
from __future__ import annotations

from typing import Any, Dict, Sequence

import numpy as np

WIDTHS = (1, 2, 3, 5)
EPSILON = 1e-3


class Convolution:
    """`arrays`: `scale` and `shift` (384,) of the states; for each width w<n> (n, 384, filters) and b<n> (filters,); `out` (2 x widths x filters,
    outputs) and `bias` (outputs,); `kinds` (kinds of question, outputs) with their `names`."""

    def __init__(self, arrays: Dict[str, Any]) -> None:
        names = [str(name) for name in arrays["names"]]
        self.arrays = arrays
        self._of = {key: value.astype(np.float32) for key, value in arrays.items() if key != "names"}
        self._kinds = dict(zip(names, self._of["kinds"]))

    def scores(self, hidden: Sequence[Any], kinds: Sequence[str]) -> Any:
        """Logits, shape (len(hidden), outputs). `hidden`: of each text the states (pieces, 384). `kinds`: see Lesson; one never
        seen counts as none."""
        pooled = np.stack([self._pooled(states.astype(np.float32)) for states in hidden])
        return pooled @ self._of["out"] + self._of["bias"] + np.stack([self._kinds.get(kind, self._kinds[""]) for kind in kinds])

    def _pooled(self, states: Any) -> Any:
        spread = np.sqrt(states.var(axis=1, keepdims=True) + EPSILON)
        states = (states - states.mean(axis=1, keepdims=True)) / spread * self._of["scale"] + self._of["shift"]
        found = []
        for width in WIDTHS:
            before = (width - 1) // 2
            wide = np.pad(states, ((before, width - 1 - before), (0, 0)))
            runs = np.concatenate([wide[n:n + len(states)] for n in range(width)], axis=1)
            seen = np.maximum(runs @ self._of[f"w{width}"].reshape(runs.shape[1], -1) + self._of[f"b{width}"], 0.0)
            found += [seen.max(axis=0), seen.mean(axis=0)]
        return np.concatenate(found)
