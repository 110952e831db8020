"""The page's own buttons, typed where they are not shown: "find someone to talk to" in the middle of a note."""
from __future__ import annotations

from functools import cache
from typing import Any

from bot.conversation.wording import wording
from bot.understanding.plain_words import plain

# What these ask for is the same wherever they are typed; what the others mean, reading.yml and wishes.yml know.
INTENTS = ("ask", "find_service", "take_copy")
LISTS = ("menu", "after", "pause")


def page_label(text: str) -> dict[str, Any] | None:
    """The intent and the topic of the button whose label a whole text is; None for any other text."""
    return _labels().get(plain(text))


@cache
def _labels() -> dict[str, dict[str, Any]]:
    options = [option for name in LISTS for option in wording()[name]["options"] if option["intent"] in INTENTS]
    return {plain(option["label"]): {"intent": option["intent"], "topic": option.get("topic")} for option in options}
