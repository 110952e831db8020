"""Before there is a draft, and after it is saved: the first questions, and coming back to what was not finished."""
from __future__ import annotations

from typing import Any

from bot.diary.diary import Diary
from bot.diary.interview import draft as drafting
from bot.diary.interview.card import after
from bot.diary.interview.turn import Outcome, Turn, line
from bot.understanding.told_something import tells_something

NO_ACCOUNT = ("skip", "deny", "affirm", "not_known", "prefer_not")


class Before:
    """A turn with no note in hand."""

    def __init__(self, diary: Diary) -> None:
        self._diary = diary

    def take(self, turn: Turn) -> Outcome:
        """By the question that was open."""
        handler = {"words": self._words, "unfinished": self._unfinished, "account": self._account}.get(turn.prompt or "", self._opening)
        return handler(turn)

    def resume(self, turn: Turn) -> Outcome:
        """On with a note that is not finished; her words first."""
        waiting = self._diary.drafts()
        if not waiting:
            return Outcome([{"say": "menu"}])
        chosen = next((d for d in waiting if d["id"] == turn.entry), waiting[-1])
        return Outcome([{"say": "unfinished", "entry": chosen["id"]}], "add", chosen["id"])

    def _opening(self, turn: Turn) -> Outcome:
        if turn.intent == "tell" and turn.text:
            return self._begun(turn) if tells_something(turn.text, turn.now) else self._not_followed(turn)
        if turn.intent in ("deny", "not_known", "prefer_not") and turn.prompt == "safety":
            return Outcome([line("not_safe_now")], None)
        unfinished = self._diary.drafts()
        if unfinished and turn.intent in ("affirm", "write") and "new" not in turn.values:
            return Outcome([], "unfinished", unfinished[-1]["id"])
        if turn.intent in ("affirm", "write"):
            at_hand = [{"say": "at_hand", "entry": turn.values[1]}] if turn.values[:1] == ("new",) and len(turn.values) == 2 else []
            return Outcome([*at_hand, line("ground_rules")], "account")
        return Outcome([{"say": "menu"}])

    def _not_followed(self, turn: Turn) -> Outcome:
        if turn.prompt in ("safety", "unfinished"):
            return Outcome([line("not_followed")], turn.prompt, turn.entry)
        return Outcome([line("not_followed"), {"say": "menu"}])

    def _account(self, turn: Turn) -> Outcome:
        if not turn.text or turn.chosen or turn.intent in NO_ACCOUNT:
            left = turn.intent in ("skip", "deny")
            return Outcome([{"say": "menu"}] if left else [line("take_your_time")], None if left else "account")
        return self._begun(turn)

    def _begun(self, turn: Turn) -> Outcome:
        draft = drafting.begin(self._diary.new_draft(), turn.text, turn.now, turn.noticed)
        self._diary.save_draft(draft)
        return Outcome([line("kept")], "more", draft["id"])

    def _unfinished(self, turn: Turn) -> Outcome:
        if turn.intent in ("carry_on", "affirm"):
            return self.resume(turn)
        if turn.intent in ("write", "deny", "skip"):
            return Outcome([line("ground_rules")], "account")
        return self._opening(turn)

    def _words(self, turn: Turn) -> Outcome:
        entry: dict[str, Any] | None = self._diary.entry(turn.entry) if turn.entry else None
        if turn.intent == "affirm":
            return Outcome([line("words_kept"), *after(entry)], None, turn.entry)
        if turn.text and turn.intent in ("tell", "write"):
            return self._opening(turn)
        return Outcome([line("words_take_your_time")], "words", turn.entry)
