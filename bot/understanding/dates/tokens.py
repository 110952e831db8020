"""Text into tokens that keep their place in it, so that every date found can be shown in her own words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from bot.understanding.lexicons import lexicon

_SHAPES = (
    ("joined", r"2(?:day|nite|night|moro|morow|morrow)\b|(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)(?=ish\b)"),
    ("iso", r"\d{4}(?P<line>[-/])\d{1,2}(?P=line)\d{1,2}(?!\d)"),
    (
        "other",
        r"[£$€]\s?\d[\d,.]*\w*|\+?\d{5,}|\d+(?:\.\d+)?(?:%|p\b|k\b|mph\b)|\w+@\w+(?:\.\w+)+|https?://\S+|24/7|24-7",
    ),
    ("numeric_date", r"\d{1,2}(?P<sep>[/.-])\d{1,2}(?P=sep)(?:\d{4}|\d{2})(?![\d/])|\d{1,2}/\d{1,2}(?![\d/])"),
    ("clock", r"\d{1,2}:\d{2}(?!\d)(?::\d{2})?"),
    ("dotted", r"\d{1,2}\.\d{2}(?!\d)"),
    ("ordinal", r"\d{1,2}(?:st|nd|rd|th)\b"),
    ("number", r"\d+"),
    ("word", r"[ap]\.m\b\.?|[^\W\d_]+(?:['’][^\W\d_]+)*"),
    ("mark", r"\n|\S"),
)
_TOKEN = re.compile("|".join(f"(?P<{kind}>{shape})" for kind, shape in _SHAPES), re.IGNORECASE)


@dataclass(frozen=True)
class Token:
    """One token: `norm` is its word in small letters and plain spelling, `value` its number if it has one."""

    text: str
    norm: str
    kind: str
    start: int
    end: int
    value: int | None = None


class Line:
    """The tokens of a text; reading past either end gives an empty token."""

    _NOTHING = Token("", "", "end", -1, -1)

    def __init__(self, text: str) -> None:
        self.text = text
        self.tokens = [_token(m) for m in _TOKEN.finditer(text)]

    def __len__(self) -> int:
        return len(self.tokens)

    def at(self, i: int) -> Token:
        return self.tokens[i] if 0 <= i < len(self.tokens) else self._NOTHING

    def norm(self, i: int) -> str:
        return self.at(i).norm

    def has(self, i: int, phrase: str) -> int:
        """The index after `phrase` if it stands at `i`, else 0."""
        words = _words(phrase)
        if self.norm(i) != words[0]:
            return 0
        return i + len(words) if all(self.norm(i + k) == word for k, word in enumerate(words)) else 0

    def after_any(self, i: int, *phrases: str) -> int:
        """The index after the longest of `phrases` standing at `i`, else `i`."""
        return max((self.has(i, phrase) for phrase in phrases), default=i) or i


@lru_cache(maxsize=1024)
def _words(phrase: str) -> tuple[str, ...]:
    return tuple(phrase.split())


def _token(m: re.Match[str]) -> Token:
    text, kind = m[0], str(m.lastgroup)
    if kind in ("word", "joined"):
        norm = plain(text)
        numbers = lexicon("dates")["numbers"]
        return Token(text, norm, "word", m.start(), m.end(), numbers.get(norm))
    value = int(re.match(r"\d+", text)[0]) if kind in ("number", "ordinal") else None  # type: ignore[index]
    return Token(text, plain(text) if kind == "mark" else text.lower(), kind, m.start(), m.end(), value)


@lru_cache(maxsize=4096)
def plain(word: str) -> str:
    """A word in small letters, its usual misspellings and short forms put right, if it is a word of days and times."""
    word = word.lower().replace("’", "'")
    known = _spellings().get(word)
    if known:
        return known
    if word in lexicon("dates")["never_fuzzy"] or len(word) < 6:
        return word
    for target in lexicon("dates")["fuzzy"]:
        if word != target and word != target + "s" and word[0] == target[0] and one_slip(word, target):
            return str(target)
    return word


@lru_cache(maxsize=1)
def _spellings() -> dict[str, str]:
    return {variant: word for word, variants in lexicon("dates")["spellings"].items() for variant in variants}


def one_slip(a: str, b: str) -> bool:
    """Whether `a` becomes `b` by one letter added, dropped, changed, or swapped with its neighbour."""
    if abs(len(a) - len(b)) > 1:
        return False
    k = next((k for k, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    return (
        a[k:] == b[k + 1 :]
        or a[k + 1 :] == b[k:]
        or a[k + 1 :] == b[k + 1 :]
        or (a[k : k + 2] == b[k : k + 2][::-1] and a[k + 2 :] == b[k + 2 :])
    )
