"""Changing a line: before an entry is saved, or after, as a new version. The account itself never changes."""
from __future__ import annotations

from typing import Any

from bot.diary.diary import Diary
from bot.diary.interview import draft as drafting
from bot.diary.interview.consent import consents, outdated
from bot.diary.interview.entry_facts import plain, tell
from bot.diary.interview.turn import Outcome, Turn, line
from bot.understanding.answers import read_answer
from bot.understanding.correction import is_new_telling, named_field, read_correction
from bot.understanding.reading import is_finished, is_question
from bot.understanding.short_answers import reported
from bot.understanding.when import When, amend_when

PROMPT_OF = {"place": "where", "person": "who", "witnesses": "others", "reported": "told", "police_reference": "reference",
             "evidence_mentioned": "keep", "behaviours": "kinds", "when": "when", "impact": "impact"}

AT_THE_CARD = ("check", "change_what")
# Where a telling is the answer that was asked for.
OPEN_VALUES = ("change_impact", "change_behaviours")


class Changes:
    """A correction in hand is a draft beside the saved entry, so that a restart does not lose it."""

    def __init__(self, diary: Diary) -> None:
        self._diary = diary

    def wants(self, turn: Turn) -> bool:
        """Whether this turn is about changing a line."""
        prompt = turn.prompt or ""
        if prompt.startswith("change_"):
            return turn.intent != "stop"
        copy = self._copy(turn)
        if turn.intent == "correct":
            return turn.chosen or copy is None or prompt in AT_THE_CARD or self._corrects(turn, copy)
        return prompt == "check" and copy is not None and "corrects" in copy["_"]

    def take(self, turn: Turn) -> Outcome:
        """One step of a correction."""
        value = (turn.prompt or "").startswith("change_") and turn.prompt != "change_what" and turn.intent != "correct"
        copy = self._copy(turn) or self._open(turn)
        if copy is None:
            return Outcome([line("nothing_to_change"), {"say": "menu"}])
        if turn.text and turn.prompt not in OPEN_VALUES and is_new_telling(turn.text, turn.intent):
            return self._new_note(turn, copy)
        if value:
            return self._value(turn, copy)
        if turn.prompt == "check" and turn.intent == "affirm":
            return self._save(turn, copy)
        if turn.values:
            return self._picked(turn, copy)
        if turn.intent in ("skip", "deny") and (turn.prompt == "change_what" or is_finished(turn.text)):
            return self._on(copy, [line("check_again")])
        if turn.text and is_question(turn.text) and turn.intent != "correct":
            return Outcome([line("asks_back")], turn.prompt, copy["id"])
        return self._typed(turn, copy)

    def leave(self, turn: Turn) -> Outcome:
        """Back to the check card, with nothing changed by this question."""
        copy = self._copy(turn)
        return self._on(copy, []) if copy is not None else Outcome([{"say": "menu"}])

    def _copy(self, turn: Turn) -> dict[str, Any] | None:
        return self._diary.draft(turn.entry) if turn.entry else None

    def _open(self, turn: Turn) -> dict[str, Any] | None:
        number = turn.entry or self._diary.last_entry_id()
        entry = self._diary.entry(number) if number else None
        if entry is None or number is None or entry["status"] == "withdrawn":
            return None
        in_hand = self._diary.draft(number)
        if in_hand is not None:
            return in_hand
        copy = {**entry, "status": "draft", "asked": list(entry["asked"]),
                "_": {"corrects": number, "before": entry, "done": [], "told": [], "inferred": [], "cues": [], "trail": []}}
        self._diary.save_draft(copy)
        return copy

    def _corrects(self, turn: Turn, draft: dict[str, Any]) -> bool:
        """Whether words typed at another question change a line; if they do not, they are its answer."""
        changed = read_correction(turn.text, turn.now, draft) or ({name: None} if (name := named_field(turn.text)) else {})
        return any(PROMPT_OF.get(name) != turn.prompt for name in changed)

    def _picked(self, turn: Turn, copy: dict[str, Any]) -> Outcome:
        """A line of the card: a field, or a question whose answer is only words."""
        name = turn.values[0]
        return Outcome([], f"change_{name}" if name in PROMPT_OF else name, copy["id"])

    def _typed(self, turn: Turn, copy: dict[str, Any]) -> Outcome:
        changes = read_correction(turn.text, turn.now, copy)
        drafting.note(copy, turn.prompt or "change_what", turn.text, turn.now, drafting.phrase_of(copy, turn.cue))
        if not changes:
            name = named_field(turn.text)
            if "corrects" not in copy["_"] and turn.prompt not in (None, *AT_THE_CARD):
                copy["_"]["return"] = [turn.prompt, turn.cue]
            self._diary.save_draft(copy)
            return Outcome([], f"change_{name}" if name in PROMPT_OF else "change_what", copy["id"])
        tell(copy, changes)
        self._diary.save_draft(copy)
        if "corrects" in copy["_"] or turn.prompt in (None, *AT_THE_CARD):
            return Outcome([line("changed")], "check", copy["id"])
        return Outcome([line("changed")], turn.prompt, copy["id"], turn.cue)

    def _new_note(self, turn: Turn, copy: dict[str, Any]) -> Outcome:
        """What was typed tells of something else: both are kept, and nothing is changed by it."""
        self._diary.save_draft(copy)
        draft = drafting.begin(self._diary.new_draft(), turn.text, turn.now, turn.noticed)
        self._diary.save_draft(draft)
        return Outcome([line("new_note")], "more", draft["id"])

    def _value(self, turn: Turn, copy: dict[str, Any]) -> Outcome:
        name = (turn.prompt or "").removeprefix("change_")
        if turn.intent == "skip":
            return self._on(copy, [])
        if turn.text and turn.text.rstrip().endswith("?") and is_question(turn.text) and len(turn.text.split()) > 3:
            return Outcome([line("asks_back")], turn.prompt, copy["id"])
        value = self._new_value(name, turn, copy)
        if value is None and turn.intent not in ("not_known", "prefer_not"):
            drafting.note(copy, turn.prompt or "", turn.answer, turn.now)
            self._diary.save_draft(copy)
            return Outcome([line("when_not_read" if name == "when" else "not_understood")], turn.prompt, copy["id"])
        copy[name] = [] if value is None and name in ("behaviours", "evidence_mentioned") else plain(value)
        tell(copy, {name: value})
        drafting.record(copy, turn.prompt or "", drafting.UNANSWERED.get(turn.intent, turn.answer), turn.now)
        self._diary.save_draft(copy)
        return self._on(copy, [line("changed")])

    def _on(self, copy: dict[str, Any], says: list[dict[str, Any]]) -> Outcome:
        """To the card; where a note is still being told, to the question that was open."""
        back = copy["_"].pop("return", None)
        if not back:
            return Outcome(says, "check", copy["id"])
        self._diary.save_draft(copy)
        return Outcome([s for s in says if s != line("check_again")], back[0], copy["id"], back[1])

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
        if name == "reported" and text:
            return reported(text)
        if name == "when":
            return amend_when(When.from_dict(copy["when"]), text, turn.now)
        return read_answer(PROMPT_OF[name], text, turn.now).get(name)

    def _save(self, turn: Turn, copy: dict[str, Any]) -> Outcome:
        if "corrects" not in copy["_"] or not consents(turn, copy):
            return Outcome([line("changed_since" if outdated(turn, copy) else "check_again")], "check", copy["id"])
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
