"""Signs that no font at hand can draw: each gets a mark in words in its place, never a blank and never a box."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from itertools import groupby
from typing import Any, Iterator

# In words even where a font has a picture for them: a private sign looks different everywhere, a control like nothing,
# and an override turns round the letters that follow, so that the paper would read otherwise than what was typed.
_NEVER = ("Cc", "Co", "Cs", "Cn")
_OVERRIDES = "\u202d\u202e"
_JOINER = "\u200d"
_SELECTORS = "\ufe0e\ufe0f"
_KEYCAP = "\u20e3"
_SKIN = range(0x1F3FB, 0x1F400)


def is_never_drawn(sign: str) -> bool:
    """Whether a sign is always put in words: control (not a tab), private, unassigned, or an override of direction."""
    return sign != "\t" and (sign in _OVERRIDES or unicodedata.category(sign) in _NEVER)


def is_emoji(cluster: str) -> bool:
    """Whether a cluster is a picture: a symbol of Unicode's higher planes or of its pictograph blocks, or a keycap."""
    return _KEYCAP in cluster or any(unicodedata.category(s) == "So" and _is_pictograph(ord(s)) for s in cluster)


def _is_pictograph(code: int) -> bool:
    return code >= 0x1F000 or 0x2300 <= code <= 0x2BFF


def clusters(line: str) -> list[str]:
    """The line in signs as a person sees them: a letter with its accents, a picture with all that is joined to it.

    Put together they are the line.
    """
    found: list[str] = []
    for sign in line:
        if found and (
            unicodedata.category(sign).startswith("M")
            or sign == _JOINER
            or ord(sign) in _SKIN
            or (found[-1].endswith(_JOINER) and is_emoji(sign))
        ):
            found[-1] += sign
        else:
            found.append(sign)
    return found


@dataclass(frozen=True)
class Lacking:
    """What the fonts cannot draw: `alone`, a sign wherever it stands; `joined`, only where it is one with others."""

    alone: frozenset[str] = frozenset()
    joined: frozenset[str] = frozenset()

    def holds(self, cluster: str) -> bool:
        """Whether some of the cluster cannot be drawn."""
        if any(s in self.alone or is_never_drawn(s) for s in cluster):
            return True
        return len(cluster) > 1 and any(s in self.joined for s in cluster)


class Marker:
    """Cuts a line into what can be drawn and marks for what cannot. `marks`: the marks of text/<language>.yml."""

    def __init__(self, lacking: Lacking, marks: dict[str, Any]) -> None:
        self._lacking = lacking
        self._marks = marks

    def cut(self, line: str) -> list[dict[str, Any]]:
        """The line as parts {"text", "mark"}, in order. With mark true, words of ours stand for what was typed."""
        parts: list[dict[str, Any]] = []
        for lost, run in groupby(self._judged(line), lambda judged: judged[1]):
            signs_of_run = [cluster for cluster, _ in run]
            if not lost:
                parts.append({"text": "".join(signs_of_run), "mark": False})
                continue
            for picture, signs in groupby(signs_of_run, is_emoji):
                parts += [{"text": words, "mark": True} for words in self._words(picture, list(signs))]
        return parts

    def _judged(self, line: str) -> Iterator[tuple[str, bool]]:
        """Each cluster, and whether it is lost. A word that lacks a letter loses all: half a word misleads."""
        for _, word in groupby(clusters(line), str.isspace):
            judged = [(sign, self._lacking.holds(sign)) for sign in word]
            broken = any(lost and sign[0].isalpha() for sign, lost in judged)
            for sign, lost in judged:
                yield sign, lost or (broken and sign[0].isalpha() and not sign[0].isascii())

    def _words(self, picture: bool, signs: list[str]) -> list[str]:
        if picture:
            return [self._named(sign) for sign in signs]
        return [self._marks["sign"] if len(signs) == 1 else self._marks["signs"].format(count=len(signs))]

    def _named(self, picture: str) -> str:
        names = [unicodedata.name(s, "") for s in picture if s not in _SELECTORS + _JOINER and ord(s) not in _SKIN]
        if not all(names):
            return str(self._marks["emoji"])
        return str(self._marks["emoji_named"].format(name=", ".join(names).lower()))
