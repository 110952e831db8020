"""Five plain words. The list is the English one of BIP-39 (python-mnemonic, MIT licence) without words that frighten, blame or gender.

Five words of 1,750 are about 54 bits, and each guess costs one Argon2id stretch.
"""
from __future__ import annotations

import re
import secrets
from functools import lru_cache
from importlib import resources

COUNT = 5


@lru_cache(maxsize=1)
def word_list() -> tuple[str, ...]:
    """Lower case, 3 to 8 letters, sorted."""
    return tuple(resources.files("bot.diary").joinpath("wordlist.txt").read_text("ascii").split())


def new_words() -> tuple[str, ...]:
    """Five words, each drawn by itself from the system's randomness."""
    return tuple(secrets.choice(word_list()) for _ in range(COUNT))


def clean_words(text: str) -> tuple[str, ...] | None:
    """The five words in a text, however they are spaced, written large or joined; None if they are not five of the list."""
    words = tuple(re.findall(r"[a-z]+", text.lower()))
    return words if len(words) == COUNT and set(words) <= set(word_list()) else None
