"""Changing a line: before an entry is saved, or after, as a new version. The account itself never changes."""
from __future__ import annotations

from typing import Any

from bot.diary.diary import Diary, corrects
from bot.diary.interview import draft as drafting
from bot.diary.interview.additions import add_words
from bot.diary.interview.consent import consents, outdated
from bot.diary.interview.entry_facts import plain, tell, told_nothing
from bot.diary.interview.last_saved import NOTHING_OPEN, LastSaved
from bot.diary.interview.turn import Outcome, Turn, line
from bot.diary.interview.unclear import not_understood, understood
from bot.understanding.answers import read_answer
from bot.understanding.correction import asks_to_change, is_new_telling, named_field, read_correction
from bot.understanding.reading import is_question
from bot.understanding.short_answers import reported
from bot.understanding.told_something import tells_something
from bot.understanding.when import When, amend_when, lies_ahead
from bot.understanding.wishes import adds, is_finished

PROMPT_OF = {"place": "where", "person": "who", "witnesses": "others", "reported": "told", "police_reference": "reference",
             "evidence_mentioned": "keep", "behaviours": "kinds", "when": "when", "impact": "impact"}

# More words than these tell something: where a line is named in them, and where none is.
A_NAME, A_WORD = 4, 2
AT_THE_CARD = ("check", "change_what")
# Where a telling is the answer that was asked for.
OPEN_VALUES = ("change_impact", "change_behaviours")


class Changes:
    """A correction in hand is a draft beside the saved entry, so that a restart does not lose it."""

    def __init__(self, diary: Diary) -> None:
        self._diary, self._last = diary, LastSaved(diary)

    def wants(self, turn: Turn) -> bool:
        """Whether this turn is about changing a line."""
        prompt = turn.prompt or ""
        if prompt.startswith("change_"):
            return turn.intent != "stop"
        copy = self._copy(turn)
        if turn.intent == "correct":
            return turn.chosen or copy is None or prompt in AT_THE_CARD or self._corrects(turn, copy)
        return self._last.goes_with(turn) or self._last.is_put_right_by(turn) or prompt == "check" and copy is not None and corrects(copy)

    def take(self, turn: Turn) -> Outcome:
        """One step of a correction."""
        value = (turn.prompt or "").startswith("change_") and turn.prompt != "change_what" and turn.intent != "correct"
        copy = self._copy(turn) or self._open(turn)
        if copy is None:
            return Outcome([line("nothing_to_change"), {"say": "menu"}])
        if turn.prompt == "words":
            copy["_"]["words"] = True
        if self._last.goes_with(turn) or turn.prompt in AT_THE_CARD and corrects(copy) and adds(turn.text):
            return self.add(turn, copy)
        if turn.text and turn.prompt not in OPEN_VALUES and is_new_telling(turn.text, turn.intent):
            return self._new_note(turn, copy)
        if value:
            return self._value(turn, copy)
        if turn.prompt == "check" and (turn.intent == "affirm" or consents(turn, copy)):
            return self._save(turn, copy)
        if turn.values:
            return self._picked(turn, copy)
        if turn.intent in ("skip", "deny") and (turn.prompt == "change_what" or is_finished(turn.text)):
            return self._on(copy, [line("check_again")])
        if turn.text and is_question(turn.text) and turn.intent != "correct":
            return not_understood(self._diary, turn, copy, Outcome([line("asks_back")], turn.prompt, copy["id"]))
        return self._typed(turn, copy)

    def add(self, turn: Turn, copy: dict[str, Any]) -> Outcome:
        """Words that go with a saved note."""
        understood(copy)
        add_words(copy, _beside(turn), turn.text, turn.now, turn.noticed)
        self._diary.save_draft(copy)
        return Outcome([line("added_to_saved")], "check", copy["id"])

    def put_by(self, copy: dict[str, Any]) -> Outcome:
        """Leaves a correction: it stays as not finished, or goes where nothing has come of it."""
        if not self._diary.changes(copy):
            self._diary.discard_draft(copy["id"])
            return Outcome([line("nothing_changed"), {"say": "menu"}])
        return Outcome([line("changes_kept"), {"say": "menu"}])

    def leave(self, turn: Turn) -> Outcome:
        """Back to the check card, with nothing changed by this question."""
        copy = self._copy(turn)
        return self._on(copy, []) if copy is not None else Outcome([{"say": "menu"}])

    def _copy(self, turn: Turn) -> dict[str, Any] | None:
        return self._diary.draft(turn.entry) if turn.entry else None

    def _open(self, turn: Turn) -> dict[str, Any] | None:
        entry = self._last.of(turn)
        if entry is None:
            return None
        in_hand = self._diary.draft(entry["id"])
        if in_hand is not None:
            return in_hand
        copy = {**entry, "status": "draft", "version": entry["version"] + 1, "asked": list(entry["asked"]),
                "_": {"corrects": entry["id"], "done": [], "told": [], "inferred": [], "cues": [], "trail": []}}
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
        here = _beside(turn)
        if changes:
            understood(copy)
            drafting.note(copy, here, turn.text, turn.now, drafting.phrase_of(copy, turn.cue))
            tell(copy, changes)
            self._diary.save_draft(copy)
            if corrects(copy) or turn.prompt in (None, *AT_THE_CARD):
                return Outcome([_changed(copy)], "check", copy["id"])
            return Outcome([_changed(copy)], turn.prompt, copy["id"], turn.cue)
        name = named_field(turn.text)
        if corrects(copy) and turn.text and self._tells(turn, name):
            return self.add(turn, copy)
        if name in PROMPT_OF or not corrects(copy) and turn.prompt not in AT_THE_CARD:
            return self._asked(turn, copy, name)
        if turn.prompt is None or turn.prompt != "change_what" and turn.intent in ("deny", "correct"):
            return self._asked(turn, copy, None)
        return not_understood(self._diary, turn, copy, Outcome([line("check_again")], "check", copy["id"]))

    def _tells(self, turn: Turn, name: str | None) -> bool:
        """Whether words that change no line tell something all the same: they are kept as an addition."""
        if turn.intent not in ("tell", "write", "correct") or turn.prompt not in (*NOTHING_OPEN, *AT_THE_CARD) or asks_to_change(turn.text):
            return False
        length = len(turn.text.split())
        return length > A_NAME or name is None and (length > A_WORD and turn.intent == "tell" or tells_something(turn.text, turn.now))

    def _asked(self, turn: Turn, copy: dict[str, Any], name: str | None) -> Outcome:
        """The question of the line that she names, or which line it is. Where a note is still being told, then on from where it was."""
        if not asks_to_change(turn.text):
            drafting.note(copy, _beside(turn), turn.text, turn.now, drafting.phrase_of(copy, turn.cue))
        if not corrects(copy) and turn.prompt not in (None, *AT_THE_CARD):
            copy["_"]["return"] = [turn.prompt, turn.cue]
        self._diary.save_draft(copy)
        return Outcome([], f"change_{name}" if name in PROMPT_OF else "change_what", copy["id"])

    def _new_note(self, turn: Turn, copy: dict[str, Any]) -> Outcome:
        """What was typed tells of something else: both are kept, and nothing is changed by it."""
        if corrects(copy) and not self._diary.changes(copy):
            self._diary.discard_draft(copy["id"])
        else:
            self._diary.save_draft(copy)
        draft = drafting.begin(self._diary.new_draft(), turn.text, turn.now, turn.noticed)
        self._diary.save_draft(draft)
        return Outcome([line("new_note")], "more", draft["id"])

    def _value(self, turn: Turn, copy: dict[str, Any]) -> Outcome:
        name = (turn.prompt or "").removeprefix("change_")
        if turn.intent == "skip":
            return self._on(copy, [])
        if turn.text and turn.text.rstrip().endswith("?") and is_question(turn.text) and len(turn.text.split()) > 3:
            drafting.note(copy, turn.prompt or "", turn.text, turn.now)
            self._diary.save_draft(copy)
            return Outcome([line("asks_back")], turn.prompt, copy["id"])
        if turn.chosen and not turn.text and drafting.is_said(copy, turn.prompt or "", drafting.UNANSWERED.get(turn.intent, turn.answer)):
            return self._on(copy, [])
        value = self._new_value(name, turn, copy)
        if value is None and turn.intent not in ("not_known", "prefer_not"):
            drafting.note(copy, turn.prompt or "", turn.answer, turn.now)
            if copy["_"].pop("unread_value", None) == name:
                return self._on(copy, [line("kept_as_words")])
            copy["_"]["unread_value"] = name
            self._diary.save_draft(copy)
            not_read = "when_ahead" if lies_ahead(turn.answer, turn.now) else "when_not_read"
            return Outcome([line(not_read if name == "when" else "not_understood")], turn.prompt, copy["id"])
        copy[name] = [] if value is None and name in ("behaviours", "evidence_mentioned") else plain(value)
        if value is None:
            told_nothing(copy, name)
        tell(copy, {name: value})
        drafting.record(copy, turn.prompt or "", drafting.UNANSWERED.get(turn.intent, turn.answer), turn.now)
        copy["_"].pop("unread_value", None)
        understood(copy)
        self._diary.save_draft(copy)
        return self._on(copy, [_changed(copy)])

    def _on(self, copy: dict[str, Any], says: list[dict[str, Any]]) -> Outcome:
        """To the card; where a note is still being told, to the question that was open."""
        back = copy["_"].pop("return", None)
        self._diary.save_draft(copy)
        if not back:
            return Outcome(says, "check", copy["id"])
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
        if outdated(turn, copy):
            return Outcome([line("changed_since")], "check", copy["id"])
        if not corrects(copy) or not consents(turn, copy):
            return not_understood(self._diary, turn, copy, Outcome([line("check_again")], "check", copy["id"]))
        changed = self._diary.changes(copy)
        if not changed:
            self._diary.discard_draft(copy["id"])
            return Outcome([line("nothing_changed"), {"say": "after"}])
        entry, sealed = self._diary.correct(copy["id"], changed, turn.now)
        self._diary.discard_draft(copy["id"])
        receipt = {"say": "receipt", "entry": entry["id"], "number": sealed.number, "sha256": sealed.sha256,
                   "at": turn.now.isoformat(timespec="seconds"), "version": entry["version"]}
        if copy["_"].get("words"):
            # The question whether she has her five words was open when she went on.
            return Outcome([receipt], "words", entry["id"])
        return Outcome([receipt, {"say": "after"}])


def _beside(turn: Turn) -> str:
    """The question that words for a saved note stand beside: only one that was put, and that they belong to."""
    return "unasked" if turn.prompt is None or turn.prompt in NOTHING_OPEN else turn.prompt


def _changed(copy: dict[str, Any]) -> dict[str, Any]:
    """Says that a change is in, and where a saved note has yet to take it, that too."""
    return line("changed_not_saved" if corrects(copy) else "changed")
