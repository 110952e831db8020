"""The convolution: what it learns, and that it reads as it was fitted."""
from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any
from unittest.mock import Mock

import numpy as np
import pytest

from bot.adapters.convolution import Convolution
from bot.adapters.convolution_fit import _Fit, fit
from bot.adapters.encoder import padded
from bot.adapters.lesson import Lesson
from bot.adapters.meaning import Meaning
from bot.adapters.ngrams import Ngrams
from bot.adapters.reader import Reader

RNG = np.random.default_rng(3)
MARK = RNG.normal(size=384) * 3


def told(mark: bool) -> Any:
    """A text's states; a mark stands anywhere in some."""
    states = RNG.normal(size=(int(RNG.integers(3, 20)), 384))
    if mark:
        states[int(RNG.integers(len(states)))] = MARK
    return states.astype(np.float16)


@pytest.fixture(scope="module")
def lesson() -> Lesson:
    right = np.array([[float(n % 2), float(n % 3 == 0)] for n in range(160)])
    return Lesson([str(n) for n in range(160)], ["where" if n % 3 == 0 else "" for n in range(160)], right, False, 6)


@pytest.fixture(scope="module")
def fitted(lesson: Lesson) -> Convolution:
    return fit([told(row[0] > 0) for row in lesson.wanted], lesson)


def test_it_finds_what_stands_anywhere_in_a_text(fitted: Convolution) -> None:
    scores = fitted.scores([told(n % 2 == 1) for n in range(60)], [""] * 60)[:, 0]
    assert np.mean((scores > 0) == (np.arange(60) % 2 == 1)) > 0.95


def test_it_takes_the_question_into_account(fitted: Convolution) -> None:
    text = [told(False)]
    assert fitted.scores(text, ["where"])[0, 1] > fitted.scores(text, [""])[0, 1]


def test_a_question_it_never_saw_counts_as_none(fitted: Convolution) -> None:
    text = [told(False)]
    assert (fitted.scores(text, ["never seen"]) == fitted.scores(text, [""])).all()


def test_it_reads_as_it_was_fitted(lesson: Lesson, monkeypatch: pytest.MonkeyPatch) -> None:
    """NumPy text by text, and TensorFlow on a padded batch with nothing left out, give the same scores."""
    import tensorflow as tf

    monkeypatch.setattr("bot.adapters.convolution_fit._LEFT_OUT_BELOW", 0.0)
    monkeypatch.setattr("bot.adapters.convolution_fit._LEFT_OUT_ABOVE", 0.0)
    texts = [told(True), told(False), told(True)]
    run = _Fit(texts, lesson.at([0, 1, 2]))
    arrays = {name: value.numpy() for name, value in run._of.items()}
    whole, mask = padded(texts)
    trained = run._scores(tf, tf.constant(whole), tf.constant(mask), tf.constant(run._kinds)).numpy()
    read = Convolution({**arrays, "names": np.array(run._names)}).scores(texts, lesson.kinds[:3])
    assert np.abs(trained - read).max() < 1e-3


def test_what_is_not_known_is_not_learned(lesson: Lesson) -> None:
    unknown = replace(lesson, wanted=np.where(lesson.wanted == 0, np.nan, lesson.wanted))
    assert (unknown.weights()[np.isnan(unknown.wanted)] == 0).all() and (unknown.weights()[~np.isnan(unknown.wanted)] >= 1).all()


def test_a_rare_class_counts_more_than_a_common_one() -> None:
    classes = Lesson(["a", "b", "c", "d"], [""] * 4, np.array([[1, 0], [1, 0], [1, 0], [0, 1]], float), True, 1)
    assert classes.weights()[3, 0] > classes.weights()[0, 0]


@pytest.mark.parametrize("by_meaning", [False, True])
def test_a_reader_comes_back_as_it_was_saved(fitted: Convolution, tmp_path: Path, by_meaning: bool) -> None:
    encoder = Mock(hidden=lambda texts: [np.full((4, 384), len(text), np.float16) + MARK.astype(np.float16) for text in texts],
                   meanings=lambda states: np.stack([np.ones(384) / len(one) for one in states]))
    texts = ["he is here now", "he was here in May", "she rang me", "nobody rang"]
    ngrams = Ngrams.fit(texts, [""] * 4, np.array([[1, 0], [0, 1], [1, 1], [0, 0]], float))
    reader = Reader(encoder, fitted, ngrams, Meaning(RNG.normal(size=(384, 2)), np.zeros(2)) if by_meaning else None)
    reader.save(tmp_path)
    assert np.allclose(Reader.load(tmp_path, encoder).scores(texts), reader.scores(texts), atol=1e-2)
    assert by_meaning is not np.allclose(reader.scores(texts), Reader(encoder, fitted, ngrams).scores(texts), atol=1e-2)


def test_meaning_tells_apart_what_lies_apart() -> None:
    vectors = np.stack([np.eye(384)[n % 3] + RNG.normal(size=384) / 50 for n in range(60)])
    meaning = Meaning.fit(vectors, np.eye(3)[np.arange(60) % 3])
    assert meaning.scores(np.eye(384)[:3]).argmax(axis=1).tolist() == [0, 1, 2]
