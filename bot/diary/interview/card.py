"""The check card, and saving. Only a clear yes saves; everything else changes, adds, answers, or shows the card again."""
from __future__ import annotations

from collections.abc import Callable
from typing import Any

from bot.diary.diary import Diary
from bot.diary.interview import draft as drafting
from bot.diary.interview.consent import consents, outdated
from bot.diary.interview.days import other_day
from bot.diary.interview.entry_facts import tell
from bot.diary.interview.plan import GAP_FIELDS
from bot.diary.interview.turn import Outcome, Turn, line
from bot.diary.interview.unclear import not_understood, understood
from bot.understanding.correction import line_named, puts_right, read_correction
from bot.understanding.reading import is_question
from bot.understanding.told_something import tells_of_deeds
from bot.understanding.wishes import approves, is_finished

# More words than these are an addition to the account; fewer may put a line right, and so few tell something only if anything is done in
# them. A remark on the card is neither.
A_LINE, A_WORD, A_REMARK = 4, 3, 8
Next = Callable[[dict[str, Any], list[dict[str, Any]]], Outcome]


class Card:
    """A turn at the check card of a note that is not saved yet."""

    def __init__(self, diary: Diary, next_: Next) -> None:
        self._diary, self._next = diary, next_

    def take(self, turn: Turn, draft: dict[str, Any] | None) -> Outcome:
        """What comes of it. `draft` is None where the card is an old one, of a note that is saved."""
        if draft is None:
            return Outcome([line("take_up_saved"), {"say": "menu"}])
        here = draft["id"]
        if "add" in turn.values:
            return Outcome([], "add", here)
        if outdated(turn, draft):
            return Outcome([line("changed_since")], "check", here)
        if consents(turn, draft):
            return self._save(turn, draft)
        again = Outcome([line("check_again")], "check", here)
        if not turn.text:
            return again
        if (named := line_named(turn.text)) is not None:
            return Outcome([], f"change_{named}", here)
        if is_question(turn.text) or is_finished(turn.text) or approves(turn.text):
            return not_understood(self._diary, turn, draft, again)
        return self._typed(turn, draft)

    def _typed(self, turn: Turn, draft: dict[str, Any]) -> Outcome:
        length = len(turn.text.split())
        corrects_it = puts_right(turn.text)
        if turn.intent != "tell" and length <= A_REMARK and not corrects_it:
            denied = turn.intent == "deny"
            again = Outcome([] if denied else [line("check_again")], "change_what" if denied else "check", draft["id"])
            return again if denied else not_understood(self._diary, turn, draft, again)
        changes = read_correction(turn.text, turn.now, draft) if length <= A_LINE or corrects_it else {}
        if changes:
            understood(draft)
            tell(draft, changes)
            drafting.note(draft, "check", turn.text, turn.now)
            return self._next(draft, [line("changed")])
        if length <= A_WORD and not tells_of_deeds(turn.text):
            return not_understood(self._diary, turn, draft, Outcome([line("check_again")], "check", draft["id"]))
        understood(draft)
        drafting.add(draft, turn.text, turn.now, turn.noticed)
        drafting.record(draft, "add", turn.text, turn.now)
        return self._next(draft, [line("added")])

    def _save(self, turn: Turn, draft: dict[str, Any]) -> Outcome:
        drafting.finish(draft, GAP_FIELDS, turn.now)
        self._diary.save_draft(draft)
        entry, sealed = self._diary.seal_draft(draft["id"], turn.now)
        receipt = {"say": "receipt", "entry": entry["id"], "number": sealed.number, "sha256": sealed.sha256,
                   "at": turn.now.isoformat(timespec="seconds")}
        if turn.has_words:
            return Outcome([receipt, *after(entry)], None, entry["id"])
        return Outcome([receipt], "words", entry["id"])


def after(entry: dict[str, Any] | None) -> list[dict[str, Any]]:
    """What is offered once a note is saved: another day that it tells of first."""
    other = [{"say": "other_day", "entry": entry["id"]}] if entry is not None and other_day(entry) else []
    return [*other, {"say": "after"}]
