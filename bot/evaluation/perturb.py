"""Changes of wording that change nothing in what is meant (Ribeiro et al., Beyond Accuracy: Behavioral Testing of NLP Models with CheckList, 2020).

Each is a function of the text alone: no chance, and the same text comes out each time.
"""
from __future__ import annotations

import re
from collections.abc import Callable

from bot.understanding.lexicons import lexicon
from bot.understanding.plain_words import plain

_CONTRACTIONS = (("i am", "I'm"), ("he is", "he's"), ("she is", "she's"), ("they are", "they're"), ("it is", "it's"), ("do not", "don't"),
                 ("did not", "didn't"), ("can not", "can't"), ("cannot", "can't"), ("is not", "isn't"), ("have not", "haven't"),
                 ("i have", "I've"), ("will not", "won't"), ("there is", "there's"))
_DIALECT = (("nothing", "nowt"), ("something", "summat"), ("anything", "owt"), ("my", "me"), ("you", "ya"), ("mum", "mam"), ("was", "were"),
            ("children", "bairns"), ("kids", "bairns"), ("crying", "skriking"), ("alley", "ginnel"), ("isn't", "ain't"))
_TEXTED = (("you", "u"), ("are", "r"), ("please", "pls"), ("because", "cos"), ("tonight", "2nite"), ("to", "2"), ("for", "4"), ("and", "n"),
           ("with", "wiv"), ("the", "da"), ("people", "ppl"), ("going to", "gonna"))
# The one this far on in the list of first names stands in.
_ON = 17
_LONG = 5


def capitals(text: str) -> str:
    """All capitals, as from a stuck key or a raised voice."""
    return text.upper()


def unpunctuated(text: str) -> str:
    """Lower case without any sign but letters, digits and blanks."""
    return plain(text)


def slipped(text: str) -> str:
    """Of every third long word two inner letters change places."""
    words, seen = text.split(" "), 0
    for at, word in enumerate(words):
        if len(word) >= _LONG and word.isalpha():
            seen += 1
            middle = len(word) // 2
            if seen % 3 == 1:
                words[at] = word[:middle - 1] + word[middle] + word[middle - 1] + word[middle + 1:]
    return " ".join(words)


def contracted(text: str) -> str:
    """Short forms for long ones."""
    return _swapped(text, _CONTRACTIONS)


def dialect(text: str) -> str:
    """Northern words for those of the south."""
    return _swapped(text, _DIALECT)


def texted(text: str) -> str:
    """As on a phone's keys."""
    return _swapped(text, _TEXTED)


def renamed(text: str) -> str:
    """Other first names."""
    names = lexicon("signs")["name"]
    other = {name: names[(at + _ON) % len(names)] for at, name in enumerate(names)}
    return re.sub(r"\b[A-Z][a-z]+\b", lambda m: other.get(m[0].lower(), m[0]).capitalize(), text)


def padded(text: str) -> str:
    """Signs and blanks around it."""
    return f"  😟😟 {text}!!! \n"


CHANGES: dict[str, Callable[[str], str]] = {
    "in capitals": capitals, "without punctuation": unpunctuated, "with typing slips": slipped, "with short forms": contracted,
    "in dialect": dialect, "as a text message": texted, "with other names": renamed, "with signs around it": padded,
}


def _swapped(text: str, pairs: tuple[tuple[str, str], ...]) -> str:
    for old, new in pairs:
        text = re.sub(rf"\b{re.escape(old)}\b", new, text, flags=re.IGNORECASE)
    return text
