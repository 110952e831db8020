"""Answers that are none: that she does not know, would rather not say, or wants the next question."""

from __future__ import annotations

import re
from functools import cache

from bot.understanding.lexicons import lexicon
from bot.understanding.plain_words import plain
from bot.understanding.text_parts import trimmed

KINDS = ("prefer_not", "skip", "not_known")
_PART = re.compile(r"(?:[^.,;:!?…\n()–—]|(?<=\d)[.:,](?=\d))+")
_TURN = re.compile(r"\s(?:but|although|though|-)\s", re.IGNORECASE)


# More words than these tell something, or are for a person to read.
_MOST = 40


def no_answer(text: str) -> str | None:
    """Which of KINDS a whole text comes to; None where any of it tells something."""
    if len(text.split()) > _MOST:
        return None
    kinds = [_kind(part) for part in _parts(text)]
    return next((kind for kind in kinds if kind in KINDS), None) if all(kinds) else None


def told_beside(text: str) -> str:
    """What is told beside "dunno" and its like, as typed; the whole text where it holds none of them, "" where there is nothing else."""
    if len(text.split()) > _MOST:
        return text.strip()
    kinds = [(_kind(part), part) for part in _parts(text)]
    if not any(kind in KINDS for kind, _ in kinds):
        return text.strip()
    kept = [part for kind, part in kinds if not kind]
    if not kept:
        return ""
    start = text.find(kept[0])
    return text[slice(*trimmed(text, start, text.find(kept[-1], start) + len(kept[-1])))]


def _parts(text: str) -> list[str]:
    """The clauses of a text, cut at its marks and at a "but", never inside a figure."""
    return [part.strip() for piece in _PART.findall(text) for part in _TURN.split(f" {piece} ") if plain(part)]


def _kind(part: str) -> str | None:
    words = plain(part)
    if len(words.split()) > 24:
        return None
    for kind in KINDS:
        if any(rule.fullmatch(words) for rule in _rules(kind)):
            return kind
    return "softener" if any(rule.fullmatch(words) for rule in _rules("softeners")) else None



@cache
def _rules(name: str) -> tuple[re.Pattern[str], ...]:
    book = lexicon("no_answer")
    rules = book["softeners"] if name == "softeners" else [f"<lead>(?:{rule})<tail>" for rule in book["kinds"][name]]
    return tuple(re.compile(_filled(rule, book["parts"])) for rule in rules)


def _filled(rule: str, parts: dict[str, str]) -> str:
    """With the parts it names; one part may name another."""
    while (named := re.search(r"<([a-z]+)>", rule)) is not None:
        rule = rule[: named.start()] + parts[named[1]] + rule[named.end() :]
    return rule
