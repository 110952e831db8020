"""Where an account says who, where and what it did to her: each word's signs are weighed, and words are read in a row.

A conditional random field (Lafferty, McCallum and Pereira 2001) with weights fitted by `bot/adapters/spotter_fit.py` on the labelled
pieces in `examples/`. Reading a text costs time in step with its length and needs nothing but Python.
"""

from __future__ import annotations

import json
import zlib
from base64 import b85decode
from dataclasses import dataclass
from functools import lru_cache
from math import exp
from pathlib import Path
from weakref import WeakKeyDictionary

from bot.understanding.text_parts import Span, TextParts
from bot.understanding.word_signs import WINDOW, signs, tokens

KINDS = ("place", "person", "impact")
TAGS = ("O", *(f"{at}-{kind}" for kind in KINDS for at in "BI"))
WEIGHTS = Path(__file__).with_name("learned") / "spotter.txt"
_GOES_ON = 0.4
_LEAST = 0.005


@dataclass(frozen=True)
class Spot:
    """Words that may tell a fact. `sure`: how likely the account tells it at all; `share`: how likely it is just here."""

    span: Span
    sure: float
    share: float


@dataclass(frozen=True)
class _Model:
    near: dict[int, dict[str, list[tuple[int, float]]]]
    own: dict[str, list[tuple[int, float]]]
    steps: list[list[float]]
    common: frozenset[str]
    pulls: dict[tuple[str, str], list[tuple[int, list[float]]]]


_READ: WeakKeyDictionary[TextParts, dict[str, list[Spot]]] = WeakKeyDictionary()


def spots(parts: TextParts) -> dict[str, list[Spot]]:
    """For each of KINDS the places where it may be told, the likeliest first; a text is read once, and forgotten with its parts."""
    if parts not in _READ:
        words = tokens(parts.text)
        chances = _chances(_weighed([word for word, _, _ in words])) if words else []
        _READ[parts] = {kind: _spots(words, chances, TAGS.index(f"B-{kind}")) for kind in KINDS}
    return _READ[parts]


def _spots(words: list[tuple[str, int, int]], chances: list[list[float]], begin: int) -> list[Spot]:
    none = 1.0
    for row in chances:
        none *= 1 - min(row[begin], 1.0)
    found = []
    for i in sorted(range(len(words)), key=lambda i: -chances[i][begin])[:4]:
        share, j = chances[i][begin], i + 1
        if share < _LEAST:
            break
        while j < len(words) and chances[j][begin + 1] > max(_GOES_ON * share, _LEAST):
            j += 1
        while j > i + 1 and not (words[j - 1][0][0].isalnum() or words[j - 1][0] in "\"”'’)"):
            j -= 1
        found.append(Spot((words[i][1], words[j - 1][2]), 1 - none, share))
    return found


def _weighed(words: list[str]) -> list[list[float]]:
    """The score of each tag for each word, by its signs and those of its neighbours."""
    model, (seen, own) = _model(), signs(words)
    rows = []
    for mine in own:
        row = [0.0] * len(TAGS)
        for sign in mine:
            for tag, weight in model.own.get(sign, ()):
                row[tag] += weight
        rows.append(row)
    for j, word in enumerate(seen):
        for off, pull in _pulls(word):
            i = j - off
            if 0 <= i < len(rows):
                rows[i] = list(map(float.__add__, rows[i], pull))
    return rows


def _pulls(seen: list[str]) -> list[tuple[int, list[float]]]:
    """What a word adds to the tags of the words about it. Kept for words that the model knows: nobody's name is."""
    model, name = _model(), (seen[0], seen[1])
    if name in model.pulls:
        return model.pulls[name]
    found = []
    for off, known in model.near.items():
        row = [0.0] * len(TAGS)
        for sign in seen:
            for tag, weight in known.get(sign, ()):
                row[tag] += weight
        if any(row):
            found.append((off, row))
    if seen[0] in model.common:
        model.pulls[name] = found
    return found


def _chances(rows: list[list[float]]) -> list[list[float]]:
    """How likely each tag is for each word, all rows of tags considered (forward and backward)."""
    steps, size = _model().steps, range(len(TAGS))
    back = [[step[tag] for step in steps] for tag in size]
    force = []
    for row in rows:
        top = max(row)
        force.append([exp(score - top) for score in row])
    ahead = [_scaled(force[0])]
    for row in force[1:]:
        ahead.append(_scaled([mine * come for mine, come in zip(row, _times(ahead[-1], back))]))
    after = [1.0] * len(TAGS)
    found = []
    for n in range(len(rows) - 1, -1, -1):
        found.append(_scaled(list(map(float.__mul__, ahead[n], after))))
        after = _scaled(_times(list(map(float.__mul__, force[n], after)), steps))
    return found[::-1]


def _times(row: list[float], table: list[list[float]]) -> list[float]:
    """A row of seven times a table of seven by seven, written out because it is done twice for every word."""
    a, b, c, d, e, f, g = row
    return [a * t[0] + b * t[1] + c * t[2] + d * t[3] + e * t[4] + f * t[5] + g * t[6] for t in table]


def _scaled(row: list[float]) -> list[float]:
    total = sum(row) or 1.0
    return [value / total for value in row]


@lru_cache(maxsize=1)
def _model() -> _Model:
    told = json.loads(zlib.decompress(b85decode(WEIGHTS.read_text("ascii").replace("\n", ""))))
    near: dict[int, dict[str, list[tuple[int, float]]]] = {off: {} for off in range(-WINDOW, WINDOW + 1)}
    own: dict[str, list[tuple[int, float]]] = {}
    for name, weights in told["signs"].items():
        off, sign = name.split("|", 1)
        (near[int(off)] if off else own)[sign] = [(tag, weight / 100) for tag, weight in weights]
    common = frozenset(sign for known in near.values() for sign in known if sign.startswith("w="))
    return _Model(near, own, [[exp(weight) for weight in row] for row in told["steps"]], common, {})
