"""Signals learned from examples, on vectors made up for it."""
from __future__ import annotations

import numpy as np
import pytest

from bot.safety.examples import Example, examples, fingerprint
from bot.safety.learned import NAMES, LearnedSafety


def made_up() -> tuple[np.ndarray, list[Example]]:
    rng, told, vectors = np.random.default_rng(5), [], []
    for n in range(400):
        danger = n % 3 == 0
        signals = ("emergency",) if danger else tuple(s for i, s in enumerate(NAMES[2:]) if n % (i + 7) == 1)
        told.append(Example("t", None, "emergency" if danger else "none", signals, f"voice{rng.integers(8)}"))
        vector = rng.normal(0, 0.3, 384)
        vector[0] += 3 if danger else -3
        for i, s in enumerate(NAMES[2:], start=1):
            vector[i] += 3 if s in signals else -3
        vectors.append(vector)
    return np.array(vectors), told


def test_what_it_saw_is_told_apart_and_survives_a_save() -> None:
    pytest.importorskip("sklearn")
    vectors, told = made_up()
    learned = LearnedSafety.from_arrays(LearnedSafety.fit(vectors, told).to_arrays())
    right = [(learned.assess(v).level == "emergency") == (e.level == "emergency") for v, e in zip(vectors, told)]
    assert sum(right) >= 0.97 * len(right)
    seen = [set(learned.assess(v).signals) >= set(e.signals) for v, e in zip(vectors, told)]
    assert sum(seen) >= 0.95 * len(seen)


def test_the_examples_are_of_many_voices_and_of_known_signals() -> None:
    told = examples()
    assert len({e.voice for e in told}) >= 10 and len(told) > 500
    assert {e.level for e in told} == {"none", "check", "emergency"}
    assert len(fingerprint()) == 64
