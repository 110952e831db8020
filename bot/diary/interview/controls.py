"""Back, repeat and help: they work at every question, and answer none."""
from __future__ import annotations

from typing import Any

from bot.diary.diary import Diary
from bot.diary.interview.turn import Outcome, Turn, line

CONTROLS = frozenset({"previous", "repeat", "help"})
# Going back from one of these leads to where it came from.
PARENTS = {"tell_more": "cue", "add": "check", "change_what": "check"}


class Controls:
    """`previous` opens the question before; the new answer is kept beside the old one, and stands over it."""

    def __init__(self, diary: Diary) -> None:
        self._diary = diary

    def wants(self, turn: Turn) -> bool:
        """Whether this turn is one of them."""
        return turn.intent in CONTROLS

    def take(self, turn: Turn) -> Outcome:
        """The open question again, or the one before."""
        if turn.intent == "previous" and turn.prompt in (None, "words") and self._diary.last_entry_id():
            return Outcome([line("is_saved"), line("undo_saved"), *([{"say": "menu"}] if turn.prompt is None else [])], turn.prompt, turn.entry)
        if turn.prompt is None:
            return Outcome([*([line("help_here")] if turn.intent == "help" else []), {"say": "menu"}])
        here = Outcome([], turn.prompt, turn.entry, turn.cue)
        if turn.intent == "repeat":
            return here
        if turn.intent == "help":
            return Outcome([line("help_here")], turn.prompt, turn.entry, turn.cue)
        draft = self._diary.draft(turn.entry) if turn.entry else None
        before = self._before(turn.prompt, draft) if draft is not None else None
        if draft is None or before is None:
            return Outcome([line("nothing_before")], turn.prompt, turn.entry, turn.cue)
        draft["_"]["again"] = before
        self._diary.save_draft(draft)
        return Outcome([line("one_back")], before, draft["id"])

    def _before(self, prompt: str, draft: dict[str, Any]) -> str | None:
        """The question answered last before `prompt`; it leaves the trail, so that going back again goes further."""
        trail = draft["_"].get("trail", [])
        if prompt.startswith("change_") and prompt != "change_what":
            return "check" if "corrects" in draft["_"] or not trail else "change_what"
        if prompt in PARENTS and (prompt != "add" or draft["_"]["done"]):
            return PARENTS[prompt]
        while trail:
            before = str(trail.pop())
            if before not in (prompt, "tell_more") and not before.startswith("change_"):
                return "add" if before == "more" else before
        return None
