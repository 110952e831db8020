"""Whether she has her five words down: asked once, after the first note is saved."""
from __future__ import annotations

from bot.diary.diary import Diary
from bot.diary.interview.card import after
from bot.diary.interview.turn import Outcome, Turn, line
from bot.understanding.words_down import words_down

# What else may be done here: these go on to where they belong.
ELSEWHERE = ("tell", "write", "correct", "remove", "repeat", "help", "previous", "carry_on")


class FiveWords:
    """Only what says that she has them closes the question."""

    def __init__(self, diary: Diary) -> None:
        self._diary = diary

    def wants(self, turn: Turn) -> bool:
        """Whether this turn answers it, or goes by without telling anything."""
        return turn.prompt == "words" and (words_down(turn.text) is not None or turn.intent not in ELSEWHERE)

    def take(self, turn: Turn) -> Outcome:
        """On, or the question again."""
        down = words_down(turn.text)
        if down or down is None and turn.intent == "affirm":
            entry = self._diary.entry(turn.entry) if turn.entry else None
            return Outcome([line("words_kept"), *after(entry)], None, turn.entry)
        return Outcome([line("words_take_your_time")], "words", turn.entry)
