"""A text as the words that were meant: spelling repaired, short forms written out, punctuation gone."""
from __future__ import annotations

from bot.safety.normalise import sentences
from bot.safety.rulebook import rulebook


def respelt(text: str) -> str:
    """One line of plain lower-case words."""
    spelling = rulebook().spelling
    return " ".join(sentences(text, spelling, spelling.vocabulary))
