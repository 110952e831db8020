"""Scores from words and pieces of words: a regression over hashed n-grams, fitted in seconds, beside the encoder's.

The two err in different places: the encoder knows what is meant, the n-grams know what was typed. Their scores are added.
Hashing (Weinberger et al., Feature Hashing for Large Scale Multitask Learning, 2009) needs no vocabulary to be kept.
"""
from __future__ import annotations

from functools import lru_cache
from typing import Any, Dict, List, Sequence

import numpy as np

from bot.safety.normalise import plain
from bot.safety.respelt import respelt

BITS = 17
STRENGTH = 30.0
# Pairs of words that stand up to so many words apart.
_FAR = 4
_EDGES_COUNT = 0.5


class Ngrams:
    """`weights` (features, outputs) and `bias` (outputs,), as `fit` gives them."""

    def __init__(self, weights: Any, bias: Any) -> None:
        self._weights, self._bias = weights.astype(np.float32), bias.astype(np.float32)

    @classmethod
    def fit(cls, texts: Sequence[str], kinds: Sequence[str], wanted: Any) -> "Ngrams":
        """One regression an output; `wanted` (texts, outputs) holds 1.0 where it is told, 0.0 where it is not, NaN where that is not known.

        `kinds`: what the question was about that each text answers, "" for none. No column may be all alike.
        """
        from sklearn.linear_model import LogisticRegression

        told = features(texts, kinds)
        fitted = []
        for column in wanted.T:
            known = ~np.isnan(column)
            regression = LogisticRegression(C=STRENGTH, solver="liblinear", dual=True, tol=0.05, class_weight="balanced", random_state=1)
            fitted.append(regression.fit(told[known], column[known]))
        return cls(np.stack([f.coef_[0] for f in fitted], axis=1), np.array([f.intercept_[0] for f in fitted]))

    def scores(self, texts: Sequence[str], kinds: Sequence[str]) -> Any:
        """Logits, shape (len(texts), outputs)."""
        # Of one type, or SciPy makes a double of all the weights at each call.
        return features(texts, kinds).astype(np.float32) @ self._weights + self._bias

    def arrays(self) -> Dict[str, Any]:
        """What `from_arrays` takes; float16 halves the size, and no score differs that matters."""
        return {"weights": self._weights.astype(np.float16), "bias": self._bias}

    @classmethod
    def from_arrays(cls, arrays: Dict[str, Any]) -> "Ngrams":
        """As they were saved."""
        return cls(arrays["weights"], arrays["bias"])


def features(texts: Sequence[str], kinds: Sequence[str]) -> Any:
    """Unit vectors side by side, sparse: words as they were meant, pieces as they were typed, pairs, first and last words.

    The kind of question stands before the words as one more, with a sign that no typed word has.
    """
    from scipy.sparse import hstack

    words, pieces, pairs, edges = _vectorizers()
    meant = [f"?{kind} {respelt(text)}" if kind else respelt(text) for text, kind in zip(texts, kinds)]
    return hstack([words.transform(meant), pieces.transform([plain(text) for text in texts]), pairs.transform(meant),
                   edges.transform(meant) * _EDGES_COUNT]).tocsr()


@lru_cache(maxsize=1)
def _vectorizers() -> Any:
    from sklearn.feature_extraction.text import HashingVectorizer

    size = {"n_features": 2 ** BITS, "alternate_sign": False}
    return (HashingVectorizer(analyzer=_runs, **size), HashingVectorizer(analyzer="char_wb", ngram_range=(2, 5), **size),
            HashingVectorizer(analyzer=_pairs, **size), HashingVectorizer(analyzer=_edges, **size))


def _runs(text: str) -> List[str]:
    words = text.split()
    return [" ".join(words[i:i + n]) for n in (1, 2, 3) for i in range(len(words) - n + 1)]


def _pairs(text: str) -> List[str]:
    words = text.split()
    return [f"{words[i]}_{words[j]}" for i in range(len(words)) for j in range(i + 2, min(i + _FAR + 1, len(words)))]


def _edges(text: str) -> List[str]:
    words = text.split()
    return [f"^{words[0]}", "^" + " ".join(words[:2]), f"{words[-1]}$", " ".join(words[-2:]) + "$"] if words else []
