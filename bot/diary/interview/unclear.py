"""Answers at the check card that were not understood: said in other words the second time, and never asked for without end."""
from __future__ import annotations

from typing import Any

from bot.diary.diary import Diary
from bot.diary.interview import draft as drafting
from bot.diary.interview.turn import Outcome, Turn, before_leaving, line


def not_understood(diary: Diary, turn: Turn, draft: dict[str, Any], first: Outcome) -> Outcome:
    """`first` the first time; then what can be done, in other words; then the note rests as not finished.

    One stray answer is no part of a note. From the second on, all of them stand in it as typed.
    """
    waiting = draft["_"].setdefault("unclear", {"times": 0, "words": []})
    waiting["times"] += 1
    if turn.text:
        waiting["words"].append([turn.prompt or "check", turn.text])
    if waiting["times"] > 1:
        for prompt, words in waiting["words"]:
            drafting.note(draft, prompt, words, turn.now)
        waiting["words"] = []
    if waiting["times"] > 2:
        understood(draft)
        diary.save_draft(draft)
        return Outcome([line("rests"), *before_leaving(turn), {"say": "menu"}])
    diary.save_draft(draft)
    return first if waiting["times"] == 1 else Outcome([line("in_other_words")], "check", draft["id"])


def understood(draft: dict[str, Any]) -> None:
    """Anything else counts from the start again."""
    draft["_"].pop("unclear", None)
