"""Fits the spotter of places, people and effects on bot/understanding/examples: `python -m bot.adapters.spotter_fit`.

Run it when the examples or the signs change, and commit `learned/`. It needs python-crfsuite, which comes with Rasa; reading does not.
"""
from __future__ import annotations

import json
import tempfile
import zlib
from base64 import b85encode
from collections.abc import Iterable
from pathlib import Path
from random import Random
from typing import Any

from bot.understanding.accounts import Account, accounts
from bot.understanding.lexicons import lexicon
from bot.understanding.spotter import KINDS, TAGS, WEIGHTS
from bot.understanding.text_parts import Span
from bot.understanding.word_signs import WINDOW, signs, tokens

SETTINGS = {"c1": 0.2, "c2": 0.4, "max_iterations": 60, "feature.possible_transitions": True, "feature.minfreq": 2}
LEAST_KEPT = 3
# The mean of two fits, one with each piece told anew once, one with twice: surer than either.
RETELLINGS = (1, 2)
IN_SMALL_LETTERS, OUT_OF_THE_LISTS = 0.4, 0.4
SOUNDS = (("Br", "K", "Sh", "D", "Tr", "M", "Y"), ("a", "e", "o", "i"), ("lv", "nd", "sk", "r", "zz", "mb", "th"), ("a", "en", "o", "ik", "y"))
Tokens = list[tuple[str, int, int]]


def rows(words: list[str]) -> list[list[str]]:
    """The signs of each word by name: its own after "|", a neighbour's after how far off it stands."""
    seen, own = signs(words)
    return [
        [f"|{sign}" for sign in own[i]]
        + [f"{off}|{sign}" for off in range(max(-WINDOW, -i), min(WINDOW + 1, len(words) - i)) for sign in seen[i + off]]
        for i in range(len(words))
    ]


def tags(account: Account, words: Tokens) -> list[str]:
    """The tag of each word; one whose name is marked once is marked wherever the name stands."""
    found = ["O"] * len(words)
    for kind in KINDS:
        marked = [account.spans[kind]] if kind in account.spans else []
        if kind == "person" and marked:
            marked += _also_named(words, marked[0])
        for start, end in marked:
            here = [i for i, word in enumerate(words) if word[1] < end and word[2] > start and found[i] == "O"]
            for i in here:
                found[i] = f"{'B' if i == here[0] else 'I'}-{kind}"
    return found


def _also_named(words: Tokens, span: Span) -> list[Span]:
    known = lexicon("signs")
    common = {word for kind in ("town", "place", "street", "kin", "title", "role", "stranger", "the", "where") for word in known[kind]}
    inside = [word for word, start, end in words if span[0] <= start and end <= span[1]]
    whole = len(inside) == 1 and len(inside[0]) > 2
    names = {word for n, word in enumerate(inside) if (n or whole) and (word[0].isupper() or whole) and len(word) > 2 and word.lower() not in common}
    return [(start, end) for word, start, end in words if word in names and not span[0] <= start < span[1]]


def _retold(words: list[str], chance: Random) -> list[str]:
    """The same told of other people, and now and then in small letters: it is the words about a name that count."""
    given = sorted(lexicon("signs")["name"])
    big = [word for n, word in enumerate(words) if word[0].isupper() and (word.lower() in given or (n and words[n - 1] not in ".!?"))]
    others = {word: _other(word, chance, given) for word in dict.fromkeys(big)}
    swapped = [others.get(word, word) for word in words]
    return [word.lower() for word in swapped] if chance.random() < IN_SMALL_LETTERS else swapped


def _other(word: str, chance: Random, given: list[str]) -> str:
    """Another name for a name: a known one, or one no list holds. Towns, days and words all in capitals stay."""
    known = lexicon("signs")
    if len(word) < 3 or word.isupper() or any(word.lower() in known[kind] for kind in ("town", "day", "online", "title", "place", "street", "kin")):
        return word
    end = "'s" if word.lower().endswith(("'s", "’s")) else ""
    if chance.random() < OUT_OF_THE_LISTS:
        return "".join(chance.choice(part) for part in SOUNDS) + end
    return chance.choice(given).title() + end


def fit(told: Iterable[Account]) -> dict[str, Any]:
    """Weights as the spotter reads them: `signs`, in hundredths by tag, and `steps` from tag to tag."""
    pieces = [(tokens(account.text), account) for account in told]
    fitted = [_fitted([(words, tags(account, words)) for words, account in pieces if words], times) for times in RETELLINGS]
    summed: dict[str, dict[int, float]] = {}
    steps: dict[tuple[str, str], float] = {}
    for info in fitted:
        for (sign, tag), weight in info.state_features.items():
            by_tag = summed.setdefault(sign, {})
            by_tag[TAGS.index(tag)] = by_tag.get(TAGS.index(tag), 0.0) + weight * 100 / len(fitted)
        for pair, weight in info.transitions.items():
            steps[pair] = steps.get(pair, 0.0) + weight / len(fitted)
    weights = {sign: [(tag, round(w)) for tag, w in sorted(by_tag.items()) if abs(w) >= LEAST_KEPT] for sign, by_tag in sorted(summed.items())}
    never = {(a, b) for a in TAGS for b in TAGS if b[0] == "I" and a[1:] != b[1:]}
    table = [[-30.0 if (a, b) in never else round(steps.get((a, b), 0.0), 3) for b in TAGS] for a in TAGS]
    return {"signs": {sign: found for sign, found in weights.items() if found}, "steps": table}


def _fitted(pieces: list[tuple[Tokens, list[str]]], retellings: int) -> Any:
    import pycrfsuite

    trainer, chance = pycrfsuite.Trainer(verbose=False), Random(0)
    trainer.set_params(SETTINGS)
    for words, right in pieces:
        plain = [word for word, _, _ in words]
        for told in (plain, *(_retold(plain, chance) for _ in range(retellings))):
            trainer.append(rows(told), right)
    with tempfile.TemporaryDirectory() as folder:
        file = str(Path(folder) / "fitted")
        trainer.train(file)
        tagger = pycrfsuite.Tagger()
        tagger.open(file)
        return tagger.info()


def save(weights: dict[str, Any], file: Path = WEIGHTS) -> None:
    """Packs weights into lines of text."""
    packed = b85encode(zlib.compress(json.dumps(weights, separators=(",", ":"), ensure_ascii=False).encode("utf-8"), 9)).decode("ascii")
    file.write_text("\n".join(packed[i : i + 120] for i in range(0, len(packed), 120)) + "\n", "ascii")


if __name__ == "__main__":
    save(fit(accounts()))
