"""Danger that no rule has words for: one logistic regression for each signal, over sentence vectors.

Thresholds are set on predictions for voices that were not fitted on (GroupKFold by author), never on the held-out set.
"""
from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from bot.safety.assessment import NOTHING, SIGNALS, Assessment, assessed
from bot.safety.examples import Example

# What is asked of each message, beside its signals: is it an emergency, and is it at least to be checked.
TAKE_OVER, CHECK = "level.emergency", "level.check"
# The share of ordinary messages that may be taken over, and that may be asked one question.
MOST_TAKEN_OVER, MOST_CHECKED, MOST_MARKED = 0.004, 0.05, 0.01
FOLDS = 5
NAMES = (TAKE_OVER, CHECK, *(s for s in SIGNALS if s not in ("emergency",)))


class LearnedSafety:
    """`weights` (n, 384), `bias` (n,) and `thresholds` (n,) for the n NAMES; thresholds are probabilities."""

    def __init__(self, weights: Any, bias: Any, thresholds: Any) -> None:
        self._weights, self._bias, self._thresholds = weights, bias, thresholds

    @classmethod
    def fit(cls, vectors: Any, told: Sequence[Example]) -> LearnedSafety:
        """`vectors`: (messages, 384), in the order of `told`."""
        from sklearn.linear_model import LogisticRegression
        from sklearn.model_selection import GroupKFold, cross_val_predict

        weights, bias, thresholds = [], [], []
        calm = np.array([e.level == "none" for e in told])
        voices = [e.voice for e in told]
        for name in NAMES:
            is_so = np.array([_is_so(name, e) for e in told])
            model = LogisticRegression(C=8.0, class_weight="balanced", max_iter=1000)
            unseen = cross_val_predict(model, vectors, is_so, groups=voices, cv=GroupKFold(FOLDS), method="predict_proba")[:, 1]
            ordinary = calm & ~is_so
            thresholds.append(_threshold(unseen[ordinary], {TAKE_OVER: MOST_TAKEN_OVER, CHECK: MOST_CHECKED}.get(name, MOST_MARKED)))
            model.fit(vectors, is_so)
            weights.append(model.coef_[0])
            bias.append(model.intercept_[0])
        return cls(np.array(weights), np.array(bias), np.array(thresholds))

    def assess(self, vector: Any) -> Assessment:
        """`vector`: (384,)."""
        likely = 1.0 / (1.0 + np.exp(-(self._weights @ vector + self._bias)))
        found = [name for name, p, least in zip(NAMES, likely, self._thresholds) if p > least]
        if not found:
            return NOTHING
        signals = [name for name in found if name in SIGNALS]
        level = "emergency" if TAKE_OVER in found else "check" if CHECK in found or "self_harm" in found else "none"
        if TAKE_OVER in found and "self_harm" not in found:
            signals.append("emergency")
        return assessed(level, signals, (f"learned.{name}" for name in found))

    def to_arrays(self) -> dict[str, Any]:
        """For numpy's savez."""
        return {"weights": self._weights, "bias": self._bias, "thresholds": self._thresholds}

    @classmethod
    def from_arrays(cls, arrays: Any) -> LearnedSafety:
        """What to_arrays gave."""
        return cls(arrays["weights"], arrays["bias"], arrays["thresholds"])


def _is_so(name: str, example: Example) -> bool:
    if name == TAKE_OVER:
        return example.level == "emergency"
    return example.level != "none" if name == CHECK else name in example.signals


def _threshold(ordinary: Any, most: float) -> float:
    """The lowest probability that at most a share `most` of ordinary messages passes."""
    return float(np.quantile(ordinary, 1.0 - most))
