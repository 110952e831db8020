"""What is said once to somebody who writes in another language: what this page can read, and where a person is found who can."""
from __future__ import annotations

from typing import Any

from bot.conversation.state import State
from bot.understanding.language import is_not_english

Outline = dict[str, Any]
ENGLISH_ONLY: Outline = {"say": "text", "text": "english_only"}


def with_english_only(outlines: list[Outline], text: str, state: State) -> list[Outline]:
    """`outlines`, and before them that only English is read, where that was not said yet; `state` notes that it was."""
    if state.english_only or not is_not_english(text):
        return outlines
    state.english_only = True
    return [ENGLISH_ONLY, *outlines]
