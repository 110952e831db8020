"""What somebody types to steer the page rather than to tell: save it, write another, that is all, and "I forgot to say"."""

from __future__ import annotations

import re
from functools import cache

from bot.understanding.lexicons import lexicon
from bot.understanding.plain_words import plain


def wants_saved(text: str) -> bool:
    """Whether she asks, with nothing else, for what she wrote to be saved."""
    return _is("save", text)


def asks_if_saved(text: str) -> bool:
    """Whether it only asks if what she wrote is saved."""
    return _is("asks_saved", text)


def wants_another(text: str) -> bool:
    """Whether she asks, with nothing else, to write another note."""
    return _is("write", text)


def is_finished(text: str) -> bool:
    """Whether she says that this is all: it ends an account, and neither saves nor changes anything."""
    return _is("finished", text)


def approves(text: str) -> bool:
    """Whether it only finds good what is shown: "looks good". It tells nothing that a note could hold."""
    return _is("approves", text)


def adds(text: str) -> bool:
    """Whether it says, by its first words, that it belongs to what was told before."""
    return _adds().match(plain(text)) is not None


def goes_on(text: str) -> bool:
    """Whether it is put as going on with what was told just before: "also", "and he"."""
    return adds(text) or _goes_on().match(plain(text)) is not None


def agrees_to_removal(text: str) -> bool:
    """Whether a typed yes says itself what should go, in every word of it: "yes, erase everything". "Do not delete it" holds another word, and is
    none."""
    words, book = set(plain(text).split()), lexicon("wishes")
    deeds = set(book["deeds"])
    return bool(words & deeds) and words <= deeds | set(book["about_deeds"])


def _is(wish: str, text: str) -> bool:
    return _whole(wish).fullmatch(plain(text)) is not None


@cache
def _whole(wish: str) -> re.Pattern[str]:
    book = lexicon("wishes")
    filler = _any(book["fillers"])
    return re.compile(rf"(?:{filler} )*{_any(book[wish])}(?: {filler})*")


@cache
def _adds() -> re.Pattern[str]:
    book = lexicon("wishes")
    return re.compile(rf"(?:{_any(book['adds_after'])} )*{_any(book['adds'])}\b")


@cache
def _goes_on() -> re.Pattern[str]:
    return re.compile(rf"{_any(lexicon('wishes')['goes_on'])} ")


def _any(phrases: list[str]) -> str:
    return f"(?:{'|'.join(sorted(phrases, key=len, reverse=True))})"
