"""What stands first when somebody comes back with the five words: nothing that cannot be known."""
from __future__ import annotations

from datetime import datetime, timezone
from typing import Any
from unittest.mock import Mock

import pytest

from bot.conversation.opening import reopening
from bot.conversation.speaker import Speaker
from bot.conversation.state import State

NOW = datetime(2026, 2, 11, 10, 30, tzinfo=timezone.utc)


def status(**tries: int) -> str:
    """The line about the notes, for whoever opens two of them."""
    facts: Any = Mock()
    said = reopening(Speaker(State(), facts, facts, facts, NOW, lambda: None), tries, 2, None)
    return str(next(m["text"] for m in said if m["type"] == "status"))


def test_coming_back_says_how_often_the_notes_were_opened() -> None:
    assert status(opened=3, too_soon=0) == ("These are your notes. 2 notes are kept so far. "
                                            "Your notes were opened 3 times in the last 7 days, counting now.")


@pytest.mark.parametrize("tries", [{"opened": 1, "too_soon": 0}, {"opened": 9, "too_soon": 4}])
def test_nobody_is_told_how_often_wrong_words_were_tried_as_nobody_can_know(tries: dict[str, int]) -> None:
    assert "wrong words" not in status(**tries) and "No one" not in status(**tries)


def test_right_words_that_came_too_soon_are_told() -> None:
    assert "Your five words were also put in 2 times too soon" in status(opened=1, too_soon=2)
