"""The joint fit is the one that scikit-learn finds head by head."""
from __future__ import annotations

import numpy as np
from sklearn.linear_model import LogisticRegression

from bot.adapters.regressions import fit


def test_it_gives_the_scores_of_single_regressions() -> None:
    rng = np.random.default_rng(1)
    features = rng.normal(size=(400, 12))
    right = (features @ rng.normal(size=(12, 3)) + rng.normal(size=(400, 3)) > 1).astype(float)
    weights, bias = fit(features, right, 10.0)
    for head in range(3):
        alone = LogisticRegression(C=10.0, class_weight="balanced", max_iter=500).fit(features, right[:, head])
        assert np.abs(features @ weights[:, head] + bias[head] - alone.decision_function(features)).max() < 0.3
