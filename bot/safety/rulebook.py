"""Reads the YAML rules into compiled patterns, each with the words that must be there before it is tried."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from bot.safety.rule_file import read_rules
from bot.safety.spelling import Spelling, spelling_table

_FILES = ("danger.yml", "self_harm.yml", "others.yml", "other_languages.yml")
_NAME = re.compile(r"\{([a-z_]\w*)\}")
_SYNTAX = re.compile(r"\\.|\(\?[:=!<]+|[^a-z0-9]+")
_SOFTENERS = ("past", "habit", "if", "not_real", "over", "harmless")
_NO = r"(?!not\b|never\b|nor\b|was\b|were\b)"
_GAPS = {f"g{n}": f"(?:{_NO}[a-z0-9]+ ){{0,{n}}}" for n in (1, 2, 4, 6)}


@dataclass(frozen=True)
class Rule:
    """One way of saying something. `bare` means that no finite verb shows the tense; `habit_drops`, that a habit is no danger now."""

    id: str
    level: str
    signals: tuple[str, ...]
    pattern: re.Pattern[str]
    no: re.Pattern[str] | None
    before_not: re.Pattern[str] | None
    softened: tuple[str, ...]
    bare: bool
    habit_drops: bool


@dataclass(frozen=True)
class Rulebook:
    """All rules, found by the words they need; the surroundings that soften; and the spelling."""

    by_word: dict[str, tuple[Rule, ...]]
    context: dict[str, re.Pattern[str]]
    spelling: Spelling


@lru_cache(maxsize=1)
def rulebook() -> Rulebook:
    """The shipped rules, compiled once a process."""
    classes = {name: "|".join(map(str, words)) for name, words in read_rules("words.yml")["classes"].items()}
    by_word: dict[str, list[Rule]] = {}
    vocabulary: set[str] = set()
    for name in _FILES:
        book = read_rules(name)
        for entry in book["rules"]:
            told = {**book["defaults"], **entry}
            rule = _rule(told, classes)
            vocabulary |= _words_of(rule.pattern.pattern)
            for need in told["any"]:
                for word in _expanded(str(need), classes).split("|"):
                    by_word.setdefault(word.split(" ")[0], []).append(rule)
    context = {name: re.compile(pattern) for name, pattern in read_rules("context.yml").items()}
    table = spelling_table()
    for said in (*table["phrases"].values(), *table["words"].values(), *(p.pattern for p in context.values())):
        vocabulary |= _words_of(said)
    return Rulebook({w: tuple(r) for w, r in by_word.items()}, context, Spelling(table, frozenset(vocabulary)))


def _rule(told: dict[str, Any], classes: dict[str, str]) -> Rule:
    def compiled(key: str) -> re.Pattern[str] | None:
        return re.compile(_expanded(told[key], classes)) if key in told else None

    return Rule(
        id=told["id"], level=told["level"], signals=tuple(told["signals"]),
        pattern=re.compile(_expanded(told["pattern"], classes)), no=compiled("no"), before_not=compiled("before_not"),
        softened=tuple(told.get("softened", _SOFTENERS)), bare=told.get("tense") == "bare",
        habit_drops=told.get("habit") == "drop",
    )


def _expanded(pattern: str, classes: dict[str, str]) -> str:
    """Names in braces become their words; a list may name another list, so this goes on until none is left."""
    while _NAME.search(pattern):
        pattern = _NAME.sub(lambda found: _GAPS.get(found[1]) or classes[found[1]], pattern)
    return pattern


def _words_of(pattern: str) -> set[str]:
    return {word for word in _SYNTAX.sub(" ", pattern).split() if len(word) > 1 or word in "ai"}
