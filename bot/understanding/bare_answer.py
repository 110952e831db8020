"""Answers that are no name, no place and no words of his: a bare yes, a bare no, and an "ok" that only goes along with being asked."""

from __future__ import annotations

from bot.understanding.lexicons import patterns
from bot.understanding.plain_words import plain

_BARE = ("only_agrees", "says_none", "says_yes")


def only_agrees(text: str) -> bool:
    """Whether it goes along with being asked, and answers neither yes nor no: "ok", "sure", "no problem"."""
    return _is("only_agrees", text)


def says_none(text: str) -> bool:
    """Whether it says no more than no, or that there is none: "nope", "nobody I know of"."""
    return _is("says_none", text)


def is_bare(text: str) -> bool:
    """Whether it is any of these, or a yes, and nothing more."""
    return any(_is(kind, text) for kind in _BARE)


def asks_why(text: str) -> bool:
    """Whether she asks what the open question is for, or whether she has to answer it: "why are you asking me that"."""
    return _is("asks_why", text)


def is_unsure(text: str) -> bool:
    """Whether she says herself that she is not sure of it: "I think it was my ex"."""
    return _any("hedges", text)


def leaves_open(text: str) -> bool:
    """Whether it may be so or not: "maybe the neighbours" is no yes."""
    return _any("open_hedges", text)


def after_none(text: str) -> str:
    """What an answer says after a yes or no that leads up to it: "no, it was at home"; "" where it goes on from "nobody" or "nowhere"."""
    found = next((m for rule in patterns("answers", "lead_none") if (m := rule.match(text.lstrip()))), None)
    rest = text.lstrip()[found.end() if found else 0 :].lstrip()
    return "" if any(rule.match(rest) for rule in patterns("answers", "opens_none")) else rest


def _is(kind: str, text: str) -> bool:
    words = plain(text)
    return bool(words) and any(rule.fullmatch(words) for rule in patterns("answers", kind))


def _any(kind: str, text: str) -> bool:
    return any(rule.search(text) for rule in patterns("answers", kind))
