"""The diary conversation of notes and questions: one turn in, what to say and the next question out."""
from __future__ import annotations

from typing import Any

from bot.diary.diary import Diary
from bot.diary.interview import draft as drafting
from bot.diary.interview.answering import answer_of, besides, facts_of
from bot.diary.interview.before import Before
from bot.diary.interview.card import Card
from bot.diary.interview.changes import Changes
from bot.diary.interview.controls import Controls
from bot.diary.interview.days import other_days
from bot.diary.interview.entry_facts import tell
from bot.diary.interview.plan import GAP_FIELDS, MOST_CUES, next_prompt
from bot.diary.interview.removal import Removal
from bot.diary.interview.turn import Outcome, Turn, line
from bot.understanding.reading import asks

OF_A_DRAFT = frozenset({*GAP_FIELDS, "said", "source", "cue", "tell_more", "more", "add", "account"})
CLEARS = ("not_known", "prefer_not")


class Interview:
    """Works on one open diary. Everything is kept before it is spoken of; nothing typed is ever dropped."""

    def __init__(self, diary: Diary) -> None:
        self._diary = diary
        self._before, self._changes, self._controls, self._removal = Before(diary), Changes(diary), Controls(diary), Removal(diary)
        self._card = Card(diary, self._next)

    def take(self, turn: Turn) -> Outcome:
        """Answers one turn. Raises what the diary raises when it cannot write: then nothing was taken."""
        draft = self._diary.draft(turn.entry) if turn.entry else None
        if draft is not None and draft["_"].get("unread"):
            self._diary.save_draft(drafting.read_late(draft, turn.now))
        if self._removal.wants(turn):
            return self._removal.take(turn)
        if turn.intent == "stop" and turn.prompt != "words":
            return self._stop(turn)
        if turn.intent == "carry_on" and turn.prompt != "unfinished":
            return Outcome([], turn.prompt, turn.entry, turn.cue) if turn.prompt and turn.prompt != "safety" else self._before.resume(turn)
        if self._controls.wants(turn):
            return self._controls.take(turn)
        if self._changes.wants(turn):
            return self._changes.take(turn)
        if turn.prompt == "check":
            return self._card.take(turn, draft)
        if draft is not None and turn.prompt in OF_A_DRAFT:
            return self._in_draft(turn, draft)
        return self._before.take(turn)

    def _in_draft(self, turn: Turn, draft: dict[str, Any]) -> Outcome:
        assert turn.prompt is not None
        if turn.text and turn.prompt in GAP_FIELDS and asks(turn.text):
            # Not an answer, and nothing that is known here: her words stand beside the question, which stays open.
            drafting.note(draft, turn.prompt, turn.text, turn.now)
            self._diary.save_draft(draft)
            return Outcome([line("asks_back")], turn.prompt, draft["id"])
        if turn.prompt in ("account", "more", "add"):
            return self._addition(turn, draft)
        if turn.prompt == "cue" and turn.values:
            return Outcome([], "tell_more", draft["id"], turn.values[0])
        if turn.prompt == "tell_more" and turn.cue is not None:
            return self._told_more(turn, draft, int(turn.cue))
        return self._answered(turn, draft)

    def _told_more(self, turn: Turn, draft: dict[str, Any], cue: int) -> Outcome:
        progress = draft["_"]
        tell(draft, facts_of(turn))
        drafting.record(draft, "tell_more", drafting.UNANSWERED.get(turn.intent, turn.answer), turn.now, progress["cues"][cue])
        progress["cues_used"].append(cue)
        used = len(progress["cues_used"])
        if turn.intent == "skip" or used >= min(MOST_CUES, len(progress["cues"])):
            progress["done"].append("cue")
            return self._next(draft, [])
        self._diary.save_draft(draft)
        return Outcome([], "cue", draft["id"])

    def _addition(self, turn: Turn, draft: dict[str, Any]) -> Outcome:
        prompt = turn.prompt or "more"
        if turn.intent == "affirm" and len(turn.answer.split()) <= 3:
            return Outcome([line("take_your_time")], "add", draft["id"])
        if turn.text and turn.intent not in ("deny", "skip", "not_known", "prefer_not", "affirm"):
            # The account of a saved note stays; what is added to it stands in `asked`.
            if "corrects" not in draft["_"]:
                drafting.add(draft, turn.text, turn.now, turn.noticed)
            drafting.record(draft, prompt, turn.text, turn.now)
            if prompt == "account":
                self._diary.save_draft(draft)
                return Outcome([line("kept")], "more", draft["id"])
            return self._next(draft, [line("added")])
        drafting.record(draft, prompt, drafting.UNANSWERED.get(turn.intent, turn.answer), turn.now)
        return self._next(draft, [])

    def _answered(self, turn: Turn, draft: dict[str, Any]) -> Outcome:
        prompt, facts, progress = turn.prompt or "", facts_of(turn), draft["_"]
        again = progress.pop("again", None) == prompt
        if prompt == "when" and turn.intent not in drafting.UNANSWERED and "when" not in facts and "when_again" not in progress["done"]:
            progress["done"].append("when_again")
            tell(draft, besides(turn, draft), inferred=True)
            drafting.record(draft, prompt, turn.answer, turn.now)
            self._diary.save_draft(draft)
            return Outcome([line("when_not_read")], "when", draft["id"])
        name = GAP_FIELDS.get(prompt)
        if again and name and not facts and turn.intent in CLEARS:
            draft[name] = [] if isinstance(draft[name], list) else None
        tell(draft, facts, inferred=prompt == "when" and not turn.card)
        tell(draft, besides(turn, draft), inferred=True)
        drafting.record(draft, prompt, answer_of(turn, facts), turn.now)
        return self._next(draft, [])

    def _next(self, draft: dict[str, Any], says: list[dict[str, Any]]) -> Outcome:
        prompt = "check" if "corrects" in draft["_"] else next_prompt(draft)
        if prompt == "check" and not draft["_"].get("days_told") and other_days(draft):
            draft["_"]["days_told"] = True
            says = [*says, line("more_than_one_day")]
        self._diary.save_draft(draft)
        return Outcome(says, prompt, draft["id"])

    def _stop(self, turn: Turn) -> Outcome:
        if turn.entry and turn.prompt and turn.prompt.startswith("change"):
            return self._changes.leave(turn)
        if turn.prompt == "safety":
            return Outcome([line("not_safe_now")])
        if turn.entry and self._diary.draft(turn.entry) is not None:
            return Outcome([line("kept_unfinished"), {"say": "menu"}])
        return Outcome([line("still_unfinished" if self._diary.drafts() else "nothing_open"), {"say": "menu"}])
