"""Text into tokens that keep their place in it, so that every date found can be shown in her own words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import accumulate
from typing import Any

from bot.understanding.dates.spelling import plain
from bot.understanding.lexicons import lexicon

_SHAPES = (
    (
        "joined",
        r"b4\b|in2\b|o['’](?=\s)|4t?night\b|l8r?\b|gr8\b|m8\b|w8\b|2(?:day|nite|night|moro|morow|morrow)\b|"
        r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|noon|midday|midnight|teatime|lunchtime|"
        r"monday|tuesday|wednesday|thursday|friday|saturday|sunday)(?=ish\b)",
    ),
    ("iso", r"\d{4}(?P<line>[-/.])\d{1,2}(?P=line)\d{1,2}(?!\d)"),
    (
        "other",
        r"[£$€]\s?\d[\d,.]*\w*|\+?\d{5,}|\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?(?:%|p\b(?!\.?\s?m\b)|k\b|mph\b)|\w+@\w+(?:\.\w+)+|https?://\S+|24/7|24-7",
    ),
    ("numeric_date", r"\d{1,2}(?P<sep>[/.-])\d{1,2}(?P=sep)(?:\d{4}|\d{2})(?![\d/])|\d{1,2}/\d{1,2}(?![\d/])"),
    ("clock", r"\d{1,2}:\d{2}(?!\d)(?::\d{2})?|\d{1,2}h\d{2}(?!\d)"),
    ("dotted", r"\d{1,2}\.\d{2}(?!\d)"),
    ("decimal", r"\d{1,2}\.\d(?!\d)"),
    ("ordinal", r"\d{1,2}(?:st|nd|rd|th)\b"),
    ("number", r"\d+"),
    ("word", r"[ap]\.m\b\.?|approx\.|i\.e\b\.?|[^\W\d_]+(?:['’][^\W\d_]+)*"),
    ("mark", r"\n|\S"),
)
_SENTENCE_END = (".", "!", "?", "\n")
_RUN_ON = 8
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
    """The tokens of a text; reading past either end gives an empty token. `read` keeps what was once read from it."""

    _NOTHING = Token("", "", "end", -1, -1)

    def __init__(self, text: str) -> None:
        self.text = text
        self.read: Any = None
        tokens = [token for m in _TOKEN.finditer(text) for token in _apart(m)]
        self.tokens = [token for n, token in enumerate(tokens) if not _joins_words(tokens, n)]

    def __len__(self) -> int:
        return len(self.tokens)

    def at(self, i: int) -> Token:
        return self.tokens[i] if 0 <= i < len(self.tokens) else self._NOTHING

    def norm(self, i: int) -> str:
        return self.at(i).norm

    def has(self, i: int, phrase: str) -> int:
        """The index after `phrase` if it stands at `i`, else 0."""
        after = self.after_any(i, phrase)
        return after if after > i else 0

    def after_any(self, i: int, *phrases: str) -> int:
        """The index after the longest of `phrases` standing at `i`, else `i`."""
        for words in _by_first_word(phrases).get(self.norm(i), ()):
            if all(self.norm(i + n) == word for n, word in enumerate(words)):
                return i + len(words)
        return i

    def sentence(self, i: int) -> int:
        """The number of the sentence in which a token stands."""
        return self._sentences[min(max(i, 0), len(self._sentences) - 1)]

    @cached_property
    def _sentences(self) -> list[int]:
        ends = (token.norm in _SENTENCE_END for token in self.tokens)
        return [0, *accumulate(ends)]


def _joins_words(tokens: list[Token], n: int) -> bool:
    """Whether a token is the hyphen inside a word ("twenty-second", "six-ish"); between two names of days it is not."""
    if tokens[n].text != "-" or not 0 < n < len(tokens) - 1:
        return False
    a, b = tokens[n - 1], tokens[n + 1]
    if a.end != tokens[n].start or tokens[n].end != b.start or b.kind != "word":
        return False
    names = (*lexicon("dates")["weekdays"], *lexicon("dates")["months"])
    return a.kind == "word" and not (a.norm in names and b.norm in names) or a.kind == "number" and b.norm == "ish"


@lru_cache(maxsize=4096)
def _by_first_word(phrases: tuple[str, ...]) -> dict[str, list[tuple[str, ...]]]:
    """Phrases as their words, by the first word, the longest first."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for words in sorted((tuple(phrase.split()) for phrase in phrases), key=len, reverse=True):
        found.setdefault(words[0], []).append(words)
    return found


def _apart(m: re.Match[str]) -> list[Token]:
    """The token of a match; two where a word runs on into another ("lastnight", "fridaynite")."""
    if m.lastgroup == "word" and len(m[0]) >= _RUN_ON and plain(m[0]) == m[0].lower():
        book = lexicon("dates")["run_on"]
        for end in range(3, len(m[0]) - 2):
            if plain(m[0][:end]) in book["first"] and plain(m[0][end:]) in book["second"]:
                cut = m.start() + end
                return [_token(m[0][:end], "word", m.start(), cut), _token(m[0][end:], "word", cut, m.end())]
    return [_token(m[0], str(m.lastgroup), m.start(), m.end())]


def _token(text: str, kind: str, start: int, end: int) -> Token:
    if kind in ("word", "joined"):
        norm = plain(text)
        numbers = lexicon("dates")["numbers"]
        return Token(text, norm, "word", start, end, numbers.get(norm))
    value = int(re.match(r"\d+", text)[0]) if kind in ("number", "ordinal") else None  # type: ignore[index]
    return Token(text, plain(text) if kind == "mark" else text.lower(), kind, start, end, value)
