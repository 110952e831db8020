"""The note saved last, and whether words typed with no note open belong to it."""
from __future__ import annotations

from typing import Any

from bot.diary.diary import Diary
from bot.diary.interview.turn import Turn
from bot.understanding.correction import puts_right, read_correction
from bot.understanding.wishes import adds, goes_on

# Where no note is being told.
NOTHING_OPEN = (None, "words")


class LastSaved:
    """What is said of it here changes nothing yet."""

    def __init__(self, diary: Diary) -> None:
        self._diary = diary

    def of(self, turn: Turn) -> dict[str, Any] | None:
        """The saved note that a turn is about, or the one saved last; None where there is none, or it was taken back."""
        number = turn.entry or self._diary.last_entry_id()
        entry = self._diary.entry(number) if number else None
        return None if entry is None or entry["status"] == "withdrawn" else entry

    def goes_with(self, turn: Turn) -> bool:
        """Whether what is told says by its first words that it belongs to it."""
        here = turn.prompt in NOTHING_OPEN and turn.intent in ("tell", "write", "correct") and not turn.chosen
        if not here or not goes_on(turn.text) or turn.intent == "correct" and not adds(turn.text):
            return False
        return self.of(turn) is not None

    def is_put_right_by(self, turn: Turn) -> bool:
        """Whether what is typed is put as a correction, and changes a line of it."""
        if turn.prompt not in NOTHING_OPEN or turn.chosen or not puts_right(turn.text):
            return False
        saved = self.of(turn)
        return saved is not None and bool(read_correction(turn.text, turn.now, saved))
