"""Save it, write another, and make it a note of its own: they mean the same at every question, and answer none."""
from __future__ import annotations

from typing import Any

from bot.diary.diary import Diary, corrects
from bot.diary.interview import draft as drafting
from bot.diary.interview.additions import take_out
from bot.diary.interview.removal import PROMPTS as REMOVALS
from bot.diary.interview.turn import Outcome, Turn, before_leaving, line
from bot.understanding.wishes import asks_if_saved, wants_another, wants_saved

OWN = "own"


class Wishes:
    """What was told so far is kept, whatever is wished for."""

    def __init__(self, diary: Diary) -> None:
        self._diary = diary

    def wants(self, turn: Turn) -> bool:
        """Whether this turn is one of them. At the card, "save it" is a yes, and the card's own."""
        if turn.values == (OWN,):
            return True
        if turn.chosen or not turn.text or turn.prompt in REMOVALS:
            return False
        if asks_if_saved(turn.text):
            return True
        if turn.prompt == "words":
            return False
        return turn.prompt != "check" and wants_saved(turn.text) or self._open(turn) is not None and wants_another(turn.text)

    def take(self, turn: Turn) -> Outcome:
        """The check card of what waits, or a new note."""
        draft = self._open(turn)
        if asks_if_saved(turn.text):
            return self._says_if_saved(turn, draft)
        if turn.values == (OWN,) or wants_another(turn.text):
            return self._another(turn, draft)
        draft = draft or self._waiting()
        if draft is None:
            back = turn.prompt in (None, "unfinished")
            return Outcome([line("nothing_to_save"), {"say": "menu"}] if back else [line("nothing_to_save")], None if back else turn.prompt)
        draft["_"].pop("return", None)
        self._diary.save_draft(draft)
        return Outcome([line("before_saving")], "check", draft["id"])

    def _says_if_saved(self, turn: Turn, draft: dict[str, Any] | None) -> Outcome:
        """The truth of it, and the open question again."""
        waits = draft is not None or turn.prompt is None and self._waiting() is not None
        known = "not_saved_yet" if waits else "is_saved" if self._diary.last_entry_id() else "nothing_to_save"
        return Outcome([line(known), *([] if turn.prompt else [{"say": "menu"}])], turn.prompt, turn.entry, turn.cue)

    def _another(self, turn: Turn, draft: dict[str, Any] | None) -> Outcome:
        words = take_out(draft) if draft is not None and corrects(draft) else ""
        if draft is not None:
            self._put_by(draft)
        if words:
            own = drafting.begin(self._diary.new_draft(), words, turn.now)
            self._diary.save_draft(own)
            return Outcome([line("own_note")], "more", own["id"])
        rests = draft is not None and self._diary.draft(draft["id"]) is not None
        return Outcome([*([line("kept_by"), *before_leaving(turn)] if rests else []), line("ground_rules")], "account")

    def _put_by(self, draft: dict[str, Any]) -> None:
        if corrects(draft) and not self._diary.changes(draft):
            self._diary.discard_draft(draft["id"])
        else:
            self._diary.save_draft(draft)

    def _waiting(self) -> dict[str, Any] | None:
        waiting = self._diary.unfinished()
        return self._diary.draft(waiting[-1]["id"]) if waiting else None

    def _open(self, turn: Turn) -> dict[str, Any] | None:
        return self._diary.draft(turn.entry) if turn.entry else None
