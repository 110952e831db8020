"""Changing a line: before an entry is saved, or after, as a new version. The account itself never changes."""
from __future__ import annotations

from typing import Any

from bot.diary.diary import Diary
from bot.diary.interview import draft as drafting
from bot.diary.interview.entry_facts import plain, tell
from bot.diary.interview.turn import Outcome, Turn, line
from bot.understanding.answers import read_answer
from bot.understanding.correction import named_field, read_correction
from bot.understanding.when import When, amend_when

PROMPT_OF = {"place": "where", "person": "who", "witnesses": "others", "reported": "told", "police_reference": "reference",
             "evidence_mentioned": "keep", "behaviours": "kinds", "when": "when", "impact": "impact"}


class Changes:
    """A correction in hand is a draft beside the saved entry, so that a restart does not lose it."""

    def __init__(self, diary: Diary) -> None:
        self._diary = diary

    def wants(self, turn: Turn) -> bool:
        """Whether this turn is about changing a line."""
        prompt = turn.prompt or ""
        if prompt.startswith("change_"):
            return turn.intent != "stop"
        if turn.intent == "correct":
            return True
        copy = self._copy(turn)
        return prompt == "check" and copy is not None and "corrects" in copy["_"]

    def take(self, turn: Turn) -> Outcome:
        """One step of a correction."""
        if (turn.prompt or "").startswith("change_") and turn.prompt != "change_what" and turn.intent != "correct":
            return self._value(turn)
        copy = self._copy(turn) or self._open(turn)
        if copy is None:
            return Outcome([line("nothing_to_change"), {"say": "menu"}])
        if turn.prompt == "check" and turn.intent == "affirm":
            return self._save(turn, copy)
        if turn.values:
            return Outcome([], f"change_{turn.values[0]}", copy["id"])
        if turn.intent == "skip":
            return Outcome([], "check", copy["id"])
        return self._typed(turn, copy)

    def leave(self, turn: Turn) -> Outcome:
        """Back to the check card, with nothing changed by this question."""
        return Outcome([], "check", turn.entry)

    def _copy(self, turn: Turn) -> dict[str, Any] | None:
        return self._diary.draft(turn.entry) if turn.entry else None

    def _open(self, turn: Turn) -> dict[str, Any] | None:
        number = turn.entry or self._diary.last_entry_id()
        entry = self._diary.entry(number) if number else None
        if entry is None:
            return None
        copy = {**entry, "status": "draft", "_": {"corrects": number, "before": entry, "done": [], "told": [], "inferred": [], "cues": []}}
        self._diary.save_draft(copy)
        return copy

    def _typed(self, turn: Turn, copy: dict[str, Any]) -> Outcome:
        changes = read_correction(turn.text, turn.now, copy)
        if changes:
            tell(copy, changes)
            self._diary.save_draft(copy)
            return Outcome([line("changed")], "check", copy["id"])
        name = named_field(turn.text)
        return Outcome([], f"change_{name}" if name in PROMPT_OF else "change_what", copy["id"])

    def _value(self, turn: Turn) -> Outcome:
        copy = self._copy(turn) or self._open(turn)
        name = (turn.prompt or "").removeprefix("change_")
        if copy is None:
            return Outcome([{"say": "menu"}])
        if turn.intent == "skip":
            return Outcome([], "check", copy["id"])
        value = self._new_value(name, turn, copy)
        if value is None and turn.intent not in ("not_known", "prefer_not"):
            return Outcome([line("when_not_read" if name == "when" else "not_understood")], turn.prompt, copy["id"])
        copy[name] = [] if value is None and name in ("behaviours", "evidence_mentioned") else plain(value)
        tell(copy, {name: value})
        drafting.record(copy, turn.prompt or "", drafting.UNANSWERED.get(turn.intent, turn.answer), turn.now)
        self._diary.save_draft(copy)
        return Outcome([line("changed")], "check", copy["id"])

    def _new_value(self, name: str, turn: Turn, copy: dict[str, Any]) -> Any:
        if turn.intent in ("not_known", "prefer_not"):
            return None
        if turn.card is not None:
            return turn.card.get("when")
        if name == "behaviours":
            return list(turn.values) if turn.values or turn.intent == "deny" else None
        if name in ("witnesses", "reported") and turn.intent in ("affirm", "deny"):
            return turn.intent == "affirm"
        text = turn.values[0] if turn.values else turn.text
        if name == "when":
            return amend_when(When.from_dict(copy["when"]), text, turn.now)
        return read_answer(PROMPT_OF[name], text, turn.now).get(name)

    def _save(self, turn: Turn, copy: dict[str, Any]) -> Outcome:
        if "corrects" not in copy["_"]:
            return Outcome([], "check", copy["id"])
        before = copy["_"]["before"]
        changed = {k: v for k, v in copy.items() if k not in ("_", "status") and before.get(k) != v}
        if not changed:
            self._diary.discard_draft(copy["id"])
            return Outcome([line("nothing_changed"), {"say": "after"}])
        entry, sealed = self._diary.correct(copy["id"], changed, turn.now)
        self._diary.discard_draft(copy["id"])
        receipt = {"say": "receipt", "entry": entry["id"], "number": sealed.number, "sha256": sealed.sha256,
                   "at": turn.now.isoformat(timespec="seconds"), "version": entry["version"]}
        return Outcome([receipt, {"say": "after"}])
