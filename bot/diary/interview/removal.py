"""Taking back: a saved note is withdrawn, a draft is thrown away, or everything is erased. Each is asked about first."""
from __future__ import annotations

import re
from typing import Any

from bot.diary.diary import Diary, corrects
from bot.diary.interview.plan import next_prompt
from bot.diary.interview.turn import Outcome, Turn, line
from bot.understanding.plain_words import plain
from bot.understanding.reading import says_yes
from bot.understanding.wishes import agrees_to_removal

PROMPTS = frozenset({"withdraw", "discard", "erase", "erase_type"})
ALL = re.compile(r"\b(?:everything|it all|all of it|all my (?:notes|entries|data|words)|all (?:the )?(?:notes|entries)|my (?:whole )?diary|"
                 r"the (?:whole )?(?:lot|diary)|my data)\b")
NUMBER = re.compile(r"\b(?:i|note|entry|number) ?0*(\d{1,6})\b")
# What is typed to erase, after the button: two words that nobody types by accident.
PHRASE = "erase everything"
A_TELLING = 4
SAVED = re.compile(r"\b(?:last|saved|that) (?:note|entry|one)\b")
# Of a saved note, only what was changed and not saved.
CHANGES = re.compile(r"\b(?:changes?|drafts?|unfinished|additions?)\b")


class Removal:
    """Nothing goes on one word alone: the first turn only asks."""

    def __init__(self, diary: Diary) -> None:
        self._diary = diary

    def wants(self, turn: Turn) -> bool:
        """Whether this turn is about taking something back."""
        if turn.intent == "remove":
            return True
        if turn.prompt in PROMPTS and agrees_to_removal(turn.text):
            return True
        # A telling is no answer to whether something should go, and is not lost over it.
        telling = turn.intent in ("tell", "write", "correct") and len(turn.text.split()) >= A_TELLING
        return turn.prompt in PROMPTS and turn.intent not in ("repeat", "help", "previous") and not telling

    def take(self, turn: Turn) -> Outcome:
        """The question, or what comes of its answer."""
        if turn.prompt == "erase_type" and plain(turn.text) == PHRASE:
            return Outcome([{"say": "erase"}])
        named = turn.prompt in PROMPTS and agrees_to_removal(turn.text)
        if turn.intent == "remove" and not (named and self._is_about(turn)):
            return self._ask(turn)
        if named and turn.prompt == "erase_type":
            # Meant, but not the two words.
            return Outcome([], "erase_type")
        agreed = named or turn.intent == "affirm" and (turn.chosen or says_yes(turn.text))
        if not agreed or turn.prompt == "erase_type":
            return self._left(turn)
        if turn.prompt == "erase":
            # A bare yes is not enough here: the button, or its words, and then the two words.
            return Outcome([], "erase_type") if turn.chosen or named else Outcome([line("erase_button")], "erase")
        return self._withdraw(turn) if turn.prompt == "withdraw" else self._discard(turn)

    @staticmethod
    def _is_about(turn: Turn) -> bool:
        """Whether words that say to remove something are about what was just asked."""
        return (turn.prompt in ("erase", "erase_type")) == bool(ALL.search(plain(turn.text)) and not NUMBER.search(plain(turn.text)))

    def _ask(self, turn: Turn) -> Outcome:
        words = plain(turn.values[0] if turn.values else turn.text)
        number = NUMBER.search(words)
        if ALL.search(words) and not number:
            return Outcome([], "erase")
        named = f"I-{int(number[1]):04d}" if number else self._meant(words, turn)
        entry = self._diary.entry(named) if named else None
        if named and entry is not None and CHANGES.search(words) and self._diary.draft(named) is not None:
            return Outcome([line("only_changes"), {"say": "names_note", "entry": named}], "discard", named)
        if entry is not None and entry["status"] != "withdrawn":
            return Outcome([{"say": "names_note", "entry": named}], "withdraw", named)
        if named and entry is None and self._diary.draft(named) is not None:
            return Outcome([{"say": "names_note", "entry": named}], "discard", named)
        return self._back(turn, "nothing_to_remove")

    def _meant(self, words: str, turn: Turn) -> str | None:
        """The note that is open, else the one not finished, else the one saved last; "that note" is the saved one first."""
        drafts, last = self._diary.unfinished(), self._diary.last_entry_id()
        unfinished = str(drafts[-1]["id"]) if drafts else None
        return (last or unfinished) if SAVED.search(words) else (turn.entry or unfinished or last)

    def _left(self, turn: Turn) -> Outcome:
        if turn.prompt == "discard" and (draft := self._open(turn)) is not None:
            return Outcome([line("left_as_is")], "check" if corrects(draft) else next_prompt(draft), draft["id"])
        return Outcome([line("left_as_is"), {"say": "menu"}])

    def _withdraw(self, turn: Turn) -> Outcome:
        entry = self._diary.entry(turn.entry) if turn.entry else None
        if entry is None or entry["status"] == "withdrawn":
            return Outcome([line("nothing_to_remove"), {"say": "menu"}])
        taken, sealed = self._diary.withdraw(entry["id"], turn.now)
        self._diary.discard_draft(entry["id"])
        receipt = {"say": "receipt", "entry": taken["id"], "number": sealed.number, "sha256": sealed.sha256,
                   "at": turn.now.isoformat(timespec="seconds"), "version": taken["version"], "taken_back": True}
        return Outcome([line("withdrawn"), receipt, {"say": "menu"}])

    def _discard(self, turn: Turn) -> Outcome:
        if self._open(turn) is None or turn.entry is None:
            return Outcome([line("nothing_to_remove"), {"say": "menu"}])
        gone = "discarded" if self._diary.entry(turn.entry) is None else "changes_gone"
        self._diary.discard_draft(turn.entry)
        return Outcome([line(gone), {"say": "menu"}])

    def _open(self, turn: Turn) -> dict[str, Any] | None:
        return self._diary.draft(turn.entry) if turn.entry else None

    @staticmethod
    def _back(turn: Turn, why: str) -> Outcome:
        """On with the question that was open."""
        if turn.prompt in (None, *PROMPTS):
            return Outcome([line(why), {"say": "menu"}])
        return Outcome([line(why)], turn.prompt, turn.entry, turn.cue)
