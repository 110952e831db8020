"""Several logistic regressions over the same few hundred dense features, fitted at once: one matrix product a step for all of them."""
from __future__ import annotations

from typing import Any, Tuple

import numpy as np

STEPS = 40


def fit(features: Any, right: Any, strength: float) -> Tuple[Any, Any]:
    """Weights (features, outputs) and bias (outputs,), of `features` (texts, features) and `right` (texts, outputs) of 0 and 1.

    L-BFGS on the balanced log loss plus |weights|^2 / (2 strength), as scikit-learn's LogisticRegression has it.
    """
    from scipy.optimize import minimize

    texts, outputs = right.shape
    told = np.hstack([np.asarray(features, np.float64), np.ones((texts, 1))])
    share = right.mean(axis=0)
    worth = np.where(right > 0, 0.5 / share, 0.5 / (1.0 - share))

    def loss(flat: Any) -> Tuple[float, Any]:
        weights = flat.reshape(told.shape[1], outputs)
        scores = told @ weights
        wrong = np.logaddexp(0.0, scores) - right * scores
        slope = told.T @ ((1.0 / (1.0 + np.exp(-scores)) - right) * worth)
        slope[:-1] += weights[:-1] / strength
        return float((wrong * worth).sum() + (weights[:-1] ** 2).sum() / (2.0 * strength)), slope.ravel()

    found = minimize(loss, np.zeros(told.shape[1] * outputs), jac=True, method="L-BFGS-B", options={"maxiter": STEPS})
    weights = found.x.reshape(told.shape[1], outputs)
    return weights[:-1], weights[-1]
