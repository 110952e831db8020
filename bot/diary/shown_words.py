"""The five words are shown once: when the person says that they are written down, the transcript forgets them."""
from __future__ import annotations

from typing import Any

# What the diary says to that (interview/lines.yml), as an outline.
KEPT = {"say": "line", "line": "words_kept"}


def are_kept(outcome: dict[str, Any]) -> bool:
    """Whether the diary was told just now that the words are written down."""
    return KEPT in outcome.get("says", [])


def without_words(message: dict[str, Any]) -> dict[str, Any]:
    """A receipt as it was, but for the words and the line above them that says what they are; any other message as it is."""
    words = message.get("words")
    if not words:
        return message
    lines = str(message["text"]).split("\n")
    at = lines.index(words)
    return {**{k: v for k, v in message.items() if k != "words"}, "text": "\n".join(lines[:at - 1] + lines[at + 1:])}
