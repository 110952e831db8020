"""From what was typed to plain lower-case words, sentence by sentence, so that no costume hides what is said."""

from __future__ import annotations

import re
import unicodedata
from typing import Callable, Iterator

from bot.safety.segment import split_joined

# Letters of other scripts that look like Latin ones (Unicode TR 39, the commonest).
_LOOKALIKES = str.maketrans(
    "аеорсухіјѕԁһкмтвнզοαερτυνικηωɡıłøđ’‘‛ʼ`´′＇",
    "aeopcyxijsdhkmtbhqoaeptuvikhwgilod''''''''",
)
_GONE = {"Cf", "Mn", "Me", "Cc", "Cs", "Co", "Cn"}
_FOREIGN = re.compile(r"[^\x00-\x7f]")
_BREAK = re.compile(r"[.!?…;\n\r\u2028]+")
_SPELLED = re.compile(r"(?<![^\W_])(?:[a-z0-9][ .\-_*|/]{1,3}){4,}[a-z0-9](?![^\W_])")
_WORD = re.compile(r"[a-z0-9]+(?:'[a-z0-9]+)*")
_ENDINGS = (("n't", " not"), ("'s", " is"), ("'re", " are"), ("'ve", " have"), ("'ll", " will"), ("'m", " am"), ("'d", " would"))
_ODD = {"can't": "can not", "won't": "will not", "shan't": "will not", "ain't": "is not", "let's": "let us", "y'all": "you"}
_LONGEST = 60
_OVERLAP = 25


def plain(text: str) -> str:
    """Lower case, look-alike letters as Latin ones, marks, emoji and invisible characters gone."""
    if text.isascii():
        return text.lower()
    folded = unicodedata.normalize("NFKC", text).casefold().translate(_LOOKALIKES)
    return _FOREIGN.sub(_shown, unicodedata.normalize("NFKD", folded)).translate(_LOOKALIKES)


def _shown(found: re.Match[str]) -> str:
    char = found[0]
    kind = unicodedata.category(char)
    if kind in _GONE:
        return ""
    return " " if kind[0] in "SZ" else char


def sentences(text: str, spell: Callable[[str], str], vocabulary: frozenset[str]) -> Iterator[str]:
    """The message's sentences as words parted by one space, each at most 60 words long; a longer one comes in overlapping windows."""
    joined = _SPELLED.sub(lambda found: _respaced(found[0], vocabulary), plain(text))
    known: dict[str, str] = {}
    for part in _BREAK.split(joined):
        words: list[str] = []
        for raw in _WORD.findall(part):
            if raw not in known:
                known[raw] = _spelt(raw, spell, vocabulary)
            words.extend(known[raw].split(" "))
        for start in range(0, max(1, len(words) - _OVERLAP), _LONGEST - _OVERLAP):
            window = words[start:start + _LONGEST]
            if window:
                yield " ".join(window)


def _spelt(raw: str, spell: Callable[[str], str], vocabulary: frozenset[str]) -> str:
    if raw in _ODD:
        return _ODD[raw]
    for ending, full in _ENDINGS:
        if raw.endswith(ending) and len(raw) > len(ending):
            return spell(raw[: -len(ending)].replace("'", "")) + full
    word = raw.replace("'", "")
    if len(word) > 12 and word not in vocabulary and word.isalpha():
        return " ".join(spell(w) for w in split_joined(word, vocabulary))
    return spell(word)


def _respaced(spelled: str, vocabulary: frozenset[str]) -> str:
    """ "h e  i s" by its wider gaps; "h e i s" by the words it can be read as."""
    wide = re.split(r"\s{2,}|\s[.\-_*|/]\s", spelled)
    parts = wide if len(wide) > 1 else [spelled]
    return " ".join(" ".join(split_joined(re.sub(r"[^a-z0-9]", "", p), vocabulary)) for p in parts)
