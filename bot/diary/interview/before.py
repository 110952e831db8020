"""Before there is a draft, and after it is saved: the first questions, and coming back to what was not finished."""
from __future__ import annotations

from bot.diary.diary import Diary, corrects
from bot.diary.interview import draft as drafting
from bot.diary.interview.days import begin_other, other_day
from bot.diary.interview.turn import Outcome, Turn, kept, line
from bot.understanding.told_something import tells_something

UNSURE = ("not_known", "prefer_not")
NO_ACCOUNT = ("skip", "deny", "affirm", *UNSURE)


class Before:
    """A turn with no note in hand."""

    def __init__(self, diary: Diary) -> None:
        self._diary = diary

    def take(self, turn: Turn) -> Outcome:
        """By the question that was open."""
        handler = {"unfinished": self._unfinished, "account": self._account}.get(turn.prompt or "", self._opening)
        return handler(turn)

    def resume(self, turn: Turn) -> Outcome:
        """On with a note that is not finished; her words first."""
        waiting = self._diary.unfinished()
        if not waiting:
            return Outcome([{"say": "menu"}])
        chosen = next((d for d in waiting if d["id"] == turn.entry), waiting[-1])
        draft = self._diary.draft(chosen["id"])
        if draft is not None and corrects(draft):
            return Outcome([line("changes_waiting")], "check", chosen["id"])
        return Outcome([{"say": "unfinished", "entry": chosen["id"]}], "add", chosen["id"])

    def _opening(self, turn: Turn) -> Outcome:
        if turn.intent == "tell" and turn.text:
            return self._begun(turn) if tells_something(turn.text, turn.now) else self._not_followed(turn)
        if turn.intent == "deny" and turn.prompt == "safety":
            return Outcome([line("not_safe_now")], None)
        if turn.intent in UNSURE and turn.prompt == "safety":
            # Doubt sends nobody away: the question stays, with the other way to go beside it.
            return Outcome([line("unsure_if_safe")], "safety")
        unfinished = self._diary.unfinished()
        if unfinished and turn.intent in ("affirm", "write") and "new" not in turn.values:
            return Outcome([], "unfinished", unfinished[-1]["id"])
        if turn.intent in ("affirm", "write"):
            return self._other_day(turn) or Outcome([line("ground_rules")], "account")
        return Outcome([{"say": "menu"}])

    def _other_day(self, turn: Turn) -> Outcome | None:
        """A note of the other day that a saved one tells of, where that was picked."""
        entry = self._diary.entry(turn.values[1]) if turn.values[:1] == ("new",) and len(turn.values) == 2 else None
        other = other_day(entry) if entry is not None else None
        if other is None:
            return None
        draft = begin_other(self._diary.new_draft(), other, turn.now)
        self._diary.save_draft(draft)
        return Outcome([line("other_day"), {"say": "unfinished", "entry": draft["id"]}], "more", draft["id"])

    def _not_followed(self, turn: Turn) -> Outcome:
        if turn.prompt in ("safety", "unfinished", "words"):
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
        return Outcome([kept(turn)], "more", draft["id"])

    def _unfinished(self, turn: Turn) -> Outcome:
        if turn.intent in ("carry_on", "affirm"):
            return self.resume(turn)
        if turn.intent in ("write", "deny", "skip"):
            return Outcome([line("ground_rules")], "account")
        return self._opening(turn)
