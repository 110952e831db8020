"""Cries for help in other languages and letters, by rules/languages.yml: looked for in the words as typed, as no spelling here knows them."""
from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from bot.safety.assessment import NOTHING, Assessment, assessed, merge
from bot.safety.rule_file import read_rules

_ENDS = re.compile(r"[.!?…;\n\r\u2028\u06d4\u0964\u061f\u3002\uff01\uff1f]+")
# Accents of Latin, Greek and Cyrillic letters, and the vowel marks of Arabic, which are mostly left out.
_ACCENTS = re.compile("[\u0300-\u036f\u064b-\u065f\u0670\u0640]")
# One letter, as different keyboards write it.
_SAME = str.maketrans({"ı": "i", "ł": "l", "ø": "o", "đ": "d", "ي": "ی", "ى": "ی", "ك": "ک", "ه": "ہ", "ة": "ہ", "ھ": "ہ"})
_APART = "PSZC"


@dataclass(frozen=True)
class Language:
    """`words`: of these one must be there before any pattern is tried; `joined`: its words are not parted."""

    name: str
    words: frozenset[str]
    joined: bool
    danger: re.Pattern[str]
    over: re.Pattern[str]
    die: re.Pattern[str]


def assess_languages(text: str) -> Assessment:
    """An emergency where a sentence cries for help and says neither that it is over nor that it may be; a check where it wishes to die."""
    return merge(*(_read(sentence) for sentence in _sentences(text)))


def folded(text: str) -> str:
    """Small letters without accents, one of those that look alike, and one space for all that is no letter, digit or vowel sign."""
    letters = _ACCENTS.sub("", unicodedata.normalize("NFD", unicodedata.normalize("NFKC", text).casefold()))
    return " ".join("".join(_apart(c) for c in unicodedata.normalize("NFC", letters)).translate(_SAME).split())


def _apart(char: str) -> str:
    if char.isascii():
        return char if char.isalnum() else " "
    kind = unicodedata.category(char)
    return "" if kind == "Cf" else " " if kind[0] in _APART else char


def _sentences(text: str) -> Iterator[str]:
    return (folded(part) for part in dict.fromkeys(_ENDS.split(text)) if part.strip())


def _read(sentence: str) -> Assessment:
    said, found = set(sentence.split(" ")), NOTHING
    for language in _languages():
        if not (any(word in sentence for word in language.words) if language.joined else language.words & said):
            continue
        if language.danger.search(sentence) and not language.over.search(sentence):
            found = merge(found, assessed("emergency", ["emergency"], [f"rule.{language.name}_danger"]))
        if language.die.search(sentence):
            found = merge(found, assessed("check", ["self_harm"], [f"rule.{language.name}_die"]))
    return found


@lru_cache(maxsize=1)
def _languages() -> tuple[Language, ...]:
    return tuple(_language(name, told) for name, told in read_rules("languages.yml").items())


def _language(name: str, told: dict[str, list[str]]) -> Language:
    joined = "joined" in told
    edges = ("", "") if joined else (r"(?<!\S)", r"(?!\S)")

    def compiled(patterns: list[str]) -> re.Pattern[str]:
        return re.compile("|".join(f"{edges[0]}(?:{_fold_pattern(pattern)}){edges[1]}" for pattern in patterns))

    words = (word for entry in told["words"] for word in ([folded(entry)] if joined else folded(entry).split()))
    return Language(name, frozenset(words), joined, compiled(told["danger"]), compiled(told["over"]), compiled(told["die"]))


def _fold_pattern(pattern: str) -> str:
    """Its letters as those of a text; what is syntax is ASCII, and stays."""
    letters = _ACCENTS.sub("", unicodedata.normalize("NFD", unicodedata.normalize("NFKC", pattern)))
    return unicodedata.normalize("NFC", letters).translate(_SAME)
