"""Scores from what a text means as a whole: a multinomial regression over the sentence vectors of the encoder, as published."""
from __future__ import annotations

from typing import Any, Dict

import numpy as np

STRENGTH, STEPS = 20.0, 300


class Meaning:
    """`weights` (384, outputs) and `bias` (outputs,), as `fit` gives them."""

    def __init__(self, weights: Any, bias: Any) -> None:
        self._weights, self._bias = weights.astype(np.float32), bias.astype(np.float32)

    @classmethod
    def fit(cls, vectors: Any, wanted: Any) -> "Meaning":
        """`vectors` (texts, 384). `wanted` (texts, outputs): 1.0 for the one that is right for each text; three or more, each right for some text."""
        from sklearn.linear_model import LogisticRegression

        fitted = LogisticRegression(C=STRENGTH, max_iter=STEPS).fit(vectors, wanted.argmax(axis=1))
        return cls(fitted.coef_.T, fitted.intercept_)

    def scores(self, vectors: Any) -> Any:
        """Logits, shape (len(vectors), outputs)."""
        return vectors @ self._weights + self._bias

    def arrays(self) -> Dict[str, Any]:
        """What the class is made of."""
        return {"weights": self._weights, "bias": self._bias}
