"""What somebody says of themselves when they ask for a person to talk to: who they are, where they are, and what it is about.

Nothing is read from how somebody writes, from a name, or from whom they fear: only from what they say of themselves, or of the one they help.
"""
from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache

from bot.understanding.lexicons import compiled, lexicon, patterns

ABROAD, OWN = "abroad", "own_behaviour"
# Of the one who tells, and so of nobody's need where somebody else is to be helped.
_TELLERS_OWN = frozenset({"men", "women", "lgbt", "deaf"})
_ADULT = 18
# So many characters before a place or a word are read for whose it is.
_BEFORE = 80
# So many after "I live in" may name the place.
_AFTER = 24
_IN = r"(?:in|near|round|around|outside|from|fae|at|for|over in|up in|down in|of|moved to|flitted to|up to|over to|down to|back to) (?:the )?"


def told_needs(text: str, towns: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    """Keys of bot/knowledge/needs.yml, or ABROAD: what it is about first, then who it is for, then where. `towns`: names by place.

    OWN is no more than a sign: somebody who fears another may say "I keep checking" as well.
    """
    book = lexicon("needs")
    helping = _any(text, "helping")
    what = [need for need in book["what"] if _any(text, "what", need)]
    who = [need for need in book["who"] if _ones_own(text, patterns("needs", "who", need))]
    if helping:
        who, what = [need for need in who if need not in _TELLERS_OWN], [need for need in what if need != "partner"]
    elif "lgbt" not in who and _same_sex(text, who):
        who.append("lgbt")
    elif "lgbt" in who:
        who.sort(key=lambda need: need != "lgbt")
    suicidal = [need for need in what if need == "suicidal"]
    about = [need for need in what if need not in (*suicidal, "partner")]
    partner = [need for need in what if need == "partner"]
    own = [OWN] if _any(text, OWN) else []
    return (*own, *suicidal, *about, *_age(text), *who, *partner, *_where(text, towns))


def _any(text: str, *keys: str) -> bool:
    return any(pattern.search(text) for pattern in patterns("needs", *keys))


def _same_sex(text: str, who: list[str]) -> bool:
    """A man who speaks of his husband, or a woman who speaks of her wife."""
    book = lexicon("needs")["parts"]
    mate = {"men": "male_mate", "women": "female_mate"}
    return any(re.search(rf"(?<!\w)my (?:\w+[- ])?(?:{book[mate[need]]})(?!\w)", text, re.IGNORECASE) for need in who if need in mate)


def _age(text: str) -> list[str]:
    book = lexicon("needs")
    told = [next(group for group in found.groups() if group).lower() for rule in _age_rules() for found in rule.finditer(text)]
    ages = [book["ages"].get(age) or int(age) for age in told]
    young = min((age for age in ages if 5 <= age < _ADULT), default=None)
    if young is None:
        return ["under_16"] if _any(text, "young", "words") else []
    return ["under_13" if young < 13 else "under_16" if young < 16 else "under_18"]


def _where(text: str, towns: Mapping[str, tuple[str, ...]]) -> list[str]:
    """One place: that of the person, not of the one who does it."""
    lived = [at.span() for at in _lives().finditer(text) if not _elsewhere(text[max(0, at.start() - _BEFORE) : at.start()])]
    told = " . ".join(text[start : end + _AFTER] for start, end in lived) or text
    here = next((place for place in lexicon("needs")["places"] if _ones_own(told, _place_rules(place, towns.get(place, ())))), None)
    return [here] if here else [ABROAD] if _ones_own(text, _abroad_rules()) else []


def _ones_own(text: str, rules: Iterable[re.Pattern[str]]) -> bool:
    """Whether a rule holds for the person: nothing before it makes it somebody else's, or part of a name."""
    return any(not _elsewhere(text[max(0, found.start() - _BEFORE) : found.start()]) for rule in rules for found in rule.finditer(text))


def _elsewhere(before: str) -> bool:
    return any(rule.search(before) for rule in _not_here())


@lru_cache(maxsize=1)
def _age_rules() -> tuple[re.Pattern[str], ...]:
    book = lexicon("needs")
    age = "|".join([r"\d{1,2}(?!\d)", *book["ages"]])
    return tuple(compiled(book["young"][name].replace("{age}", age), book["parts"]) for name in ("years", "opens", "of_a_child", "child_of"))


@lru_cache(maxsize=8)
def _place_rules(place: str, towns: tuple[str, ...]) -> tuple[re.Pattern[str], ...]:
    """What says a place wherever it stands; and its towns, after "in", "near" and the like, or at the end."""
    book = lexicon("needs")
    rules = [f"(?:{book['places'][place]})"]
    if towns:
        named = "|".join(re.escape(town) for town in sorted(towns, key=len, reverse=True))
        rules += [f"{_IN}(?:{named})", f"(?:{named})(?=[ .!?]*$)"]
    return tuple(compiled(rule + book["no_place"], {"country": book["countries"]}) for rule in rules)


@lru_cache(maxsize=1)
def _lives() -> re.Pattern[str]:
    return compiled(lexicon("needs")["lives"], {})


@lru_cache(maxsize=1)
def _abroad_rules() -> tuple[re.Pattern[str], ...]:
    book = lexicon("needs")
    return tuple(compiled(rule, {**book["parts"], "country": book["countries"]}) for rule in book["abroad"])


@lru_cache(maxsize=1)
def _not_here() -> tuple[re.Pattern[str], ...]:
    """As patterns of what ends right where a place begins."""
    book = lexicon("needs")
    return tuple(re.compile(compiled(rule, book["parts"]).pattern.removesuffix(r"(?!\w)") + r"\s*$", re.IGNORECASE) for rule in book["not_here"])
