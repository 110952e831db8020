"""What is plain to see of each word of an account: its form, its kind, and the words about it. The spotter weighs these signs.

`word_groups.txt` says which words mean much the same: one group of words a line, its family of groups first. Both come from the
word vectors of the sentence encoder (`bot/adapters/word_groups_fit.py`), so that a word no example holds is still known by its like.
"""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path

from bot.understanding.lexicons import lexicon

Signs = tuple[list[list[str]], list[list[str]]]
WINDOW = 3
_TOKEN = re.compile(r"@?\w+(?:['’&_-]+\w+|\.(?=[a-z0-9])\w+)*|[^\w\s]")
_TIME = re.compile(r"\d{1,2}(?:[.:]\d\d)?(?:am|pm|ish|ths?|st|nd|rd)?|[0-2]\d[0-5]\d")
_ROLES = tuple(
    f"c={kind}"
    for kind in ("own", "me", "they", "where", "day", "online", "title", "ex", "kin", "helper", "stranger", "role", "name")
) + tuple(f"c={kind}" for kind in ("town", "fixture", "place", "street", "the", "negation", "seeing", "deed"))
GROUPS = Path(__file__).with_name("learned") / "word_groups.txt"
_ENDS = (("'s", ""), ("in", "ing"), ("s", ""), ("'", ""), ("ies", "y"), ("ed", ""), ("ed", "e"), ("'", "g"), ("ing", ""), ("ing", "e"))


def tokens(text: str) -> list[tuple[str, int, int]]:
    """Words, handles and marks, each with its place."""
    return [(m[0], m.start(), m.end()) for m in _TOKEN.finditer(text)]


def signs(words: list[str]) -> Signs:
    """For each word, the signs that its neighbours see too, and those it alone has."""
    low = [word.lower().replace("’", "'") for word in words]
    kinds = [_kinds(word) for word in low]
    plain = "p" if all(word == small for word, small in zip(words, low)) else ""
    opens = [not i or low[i - 1] in ".!?" for i in range(len(low))]
    role = ["^", "^", *(_role(word, kind, opening) for word, kind, opening in zip(words, kinds, opens)), "$", "$"]
    seen = [[f"w={_shown(word)}", f"t={r}", *kind] for word, r, kind in zip(low, role[2:], kinds)]
    deeds = [kind[-2] if r in ("deed", "seeing") else "" for r, kind in zip(role[2:], kinds)]
    coming = _coming(low, deeds, role[2:])
    own = []
    opener, second, lead, since, part, told = "", "", "", 9, 0, ""
    they: str | bool = ""
    mine: str | bool = ""
    for i, word in enumerate(words):
        before, after = low[i - 1] if i else "^", low[i + 1] if i + 1 < len(low) else "$"
        if not i or before in ".!?;:,":
            opener, second, lead, since, mine = role[i + 2], role[i + 3], "", 9, ""
            if before in ".!?":
                part, told = part + 1, ""
        elif before in _leads():
            lead, since = before, 0
        t0, t1, t2, t3, t4 = role[i : i + 5]
        own.append(
            [
                f"s={_shape(word)}{'.' if opens[i] else ''}{plain}",
                f"e={low[i][-3:]}",
                f"b={before} {low[i]}",
                f"a={low[i]} {after}",
                f"B={t1} {t2}",
                f"A={t2} {t3}",
                f"C={t1} {t2} {t3}",
                f"D={t0} {t1} {t2}",
                f"E={t2} {t3} {t4}",
                f"F={before} {t2}",
                f"H={t2} {after}",
                f"k={before} {after}",
                f"o={opener} {t2}",
                f"O={opener} {second}",
                f"L={lead} {t2}",
                f"l={lead} {since}",
                f"p={min(part, 3)} {t2}",
                f"n={t2}" if words.count(word) > 1 else "n=",
                f"f={t2}" if i < 2 else "f=",
                f"v={t2} {coming[i][0]}",
                f"m={t2} {coming[i][1]}",
                f"q={t2} {told}",
                f"h={t2} {they}",
                f"i={t2} {mine}",
            ]
        )
        since += 1
        told, they, mine = deeds[i] or told, they or t2 == "they", mine or t2 == "own"
    return seen, own


def _coming(low: list[str], deeds: list[str], role: list[str]) -> list[tuple[str, bool]]:
    """For each word, the deed told next in its sentence, and whether that is done to the writer."""
    found, deed, me = [], "", False
    for word, here, kind in zip(reversed(low), reversed(deeds), reversed(role)):
        if word in ".!?":
            deed, me = "", False
        found.append((deed, me))
        deed, me = here or deed, me or kind == "me"
    return found[::-1]


def _role(word: str, kinds: list[str], opens: bool) -> str:
    """The one kind a word most counts as; a capital makes a name of what no list knows."""
    if not word[0].isalnum():
        return "HANDLE" if word[0] == "@" else word
    if word[0].isdigit():
        return "TIME" if _TIME.fullmatch(word.lower()) else "NUMBER"
    big = word[0].isupper() and (not opens or kinds[-2] == "g=none")
    for kind in _ROLES:
        if kind in kinds:
            return "NAME" if big and kind in ("c=deed", "c=seeing") else kind[2:]
    return "NAME" if big else "handle" if "_" in word or "." in word else kinds[-1]


def _shape(word: str) -> str:
    if not word[0].isalnum():
        return "@" if word[0] == "@" else "mark"
    if word.isdigit():
        return f"d{min(len(word), 5)}"
    mixed = any(c.isdigit() for c in word) or "_" in word or "." in word
    return ("mixed" if mixed else "small") if word[0].islower() else "CAPS" if word.isupper() and len(word) > 1 else "Big"


def _shown(word: str) -> str:
    return re.sub(r"\d", "0", word) if word[0].isdigit() else word


def _kinds(word: str) -> list[str]:
    """The kinds a word is of by our lists, then its group and its family."""
    group, family = _group(word)
    return [*_lists().get(word, ()), f"g={group}", f"G={family}"]


def _group(word: str) -> tuple[str, str]:
    groups = _groups()
    if word in groups:
        return groups[word]
    for end, instead in _ENDS:
        if word.endswith(end) and word.removesuffix(end) + instead in groups:
            return groups[word.removesuffix(end) + instead]
    last = re.split(r"[-&]", word)[-1]
    return groups.get(last, ("none", "mark" if not word[0].isalnum() else "none"))


@lru_cache(maxsize=1)
def _groups() -> dict[str, tuple[str, str]]:
    found = {}
    for number, line in enumerate(GROUPS.read_text("utf-8").splitlines()):
        family, *words = line.split()
        found.update({word: (str(number), family) for word in words})
    return found


@lru_cache(maxsize=1)
def _lists() -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for kind, words in lexicon("signs").items():
        for word in words:
            found.setdefault(word, []).append(f"c={kind}")
    return found


@lru_cache(maxsize=1)
def _leads() -> frozenset[str]:
    return frozenset(lexicon("signs")["where"])
