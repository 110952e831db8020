"""The diary conversation of notes and questions: one turn in, what to say and the next question out."""
from __future__ import annotations

from dataclasses import replace
from typing import Any

from bot.diary.diary import Diary, corrects
from bot.diary.interview import draft as drafting
from bot.diary.interview.answering import answer_of, besides, facts_of, is_guessed, unanswered
from bot.diary.interview.before import Before
from bot.diary.interview.card import Card
from bot.diary.interview.changes import Changes
from bot.diary.interview.controls import Controls
from bot.diary.interview.days import other_day
from bot.diary.interview.entry_facts import tell
from bot.diary.interview.five_words import FiveWords
from bot.diary.interview.line_out import take_line_out
from bot.diary.interview.plan import GAP_FIELDS, MOST_CUES, next_prompt
from bot.diary.interview.pleas import answer_plea
from bot.diary.interview.removal import Removal
from bot.diary.interview.turn import Outcome, Turn, before_leaving, care, kept, line
from bot.diary.interview.wishes import Wishes
from bot.understanding.bare_answer import asks_why
from bot.understanding.reading import asks, says_yes
from bot.understanding.when import lies_ahead
from bot.understanding.wishes import approves

OF_A_DRAFT = frozenset({*GAP_FIELDS, "said", "source", "cue", "tell_more", "more", "add", "account"})
CLEARS = ("not_known", "prefer_not")
# What an option may stand for whatever became of the note it was shown with.
ANYWHERE = ("carry_on", "stop", "write", "correct", "remove")


class Interview:
    """Works on one open diary. Everything is kept before it is spoken of; nothing typed is ever dropped."""

    def __init__(self, diary: Diary) -> None:
        self._diary = diary
        self._before, self._changes, self._controls, self._removal = Before(diary), Changes(diary), Controls(diary), Removal(diary)
        self._wishes, self._five_words = Wishes(diary), FiveWords(diary)
        self._card = Card(diary, self._next)

    def take(self, turn: Turn) -> Outcome:
        """Answers one turn. Raises what the diary raises when it cannot write: then nothing was taken."""
        draft = self._diary.draft(turn.entry) if turn.entry else None
        said_first = care(turn, draft["account"] if draft else "")
        outcome = self._taken(turn, draft)
        return replace(outcome, says=[*said_first, *outcome.says])

    def _taken(self, turn: Turn, draft: dict[str, Any] | None) -> Outcome:
        if draft is not None and draft["_"].get("unread"):
            self._diary.save_draft(drafting.read_late(draft, turn.now))
        if (emptied := take_line_out(self._diary, turn)) is not None:
            return emptied
        if self._removal.wants(turn):
            return self._removal.take(turn)
        if draft is None and turn.chosen and turn.prompt in OF_A_DRAFT - {"account"} and turn.intent not in ANYWHERE:
            return Outcome([line("take_up_saved"), {"say": "menu"}])
        if draft is not None and self._pressed_again(turn, draft):
            return self._next(draft, [])
        if self._five_words.wants(turn):
            return self._five_words.take(turn)
        if self._wishes.wants(turn):
            return self._wishes.take(turn)
        if turn.intent == "stop" and turn.prompt != "words":
            return self._stop(turn)
        if (answered := answer_plea(turn)) is not None:
            return answered
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

    def _pressed_again(self, turn: Turn, draft: dict[str, Any]) -> bool:
        """Whether an option of an older question was pressed once more: it says nothing new."""
        prompt, progress = turn.prompt or "", draft["_"]
        if not turn.chosen or turn.text or turn.values and prompt == "cue" or prompt not in OF_A_DRAFT or prompt not in progress["done"]:
            return False
        answer = drafting.UNANSWERED.get(turn.intent, turn.answer)
        return progress.get("again") != prompt and drafting.is_said(draft, prompt, answer, drafting.phrase_of(draft, turn.cue))

    def _in_draft(self, turn: Turn, draft: dict[str, Any]) -> Outcome:
        assert turn.prompt is not None
        if turn.text and turn.prompt in GAP_FIELDS and asks(turn.text):
            # Not an answer, and nothing that is known here: her words stand beside the question, which stays open.
            drafting.note(draft, turn.prompt, turn.text, turn.now)
            self._diary.save_draft(draft)
            return Outcome([line("asks_back")], turn.prompt, draft["id"])
        if turn.text and turn.prompt in (*GAP_FIELDS, "said", "source") and asks_why(turn.text):
            drafting.note(draft, turn.prompt, turn.text, turn.now)
            self._diary.save_draft(draft)
            return Outcome([line("why_asked")], turn.prompt, draft["id"])
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
        tell(draft, besides(turn, draft), inferred=True)
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
        if turn.text and turn.intent not in ("deny", "skip", "not_known", "prefer_not", "affirm") and not approves(turn.text):
            if corrects(draft):
                return self._changes.add(turn, draft)
            drafting.add(draft, turn.text, turn.now, turn.noticed)
            drafting.record(draft, prompt, turn.text, turn.now)
            if prompt == "account":
                self._diary.save_draft(draft)
                return Outcome([kept(turn)], "more", draft["id"])
            return self._next(draft, [line("added")])
        if not corrects(draft):
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
            return Outcome([line("when_ahead" if lies_ahead(turn.answer, turn.now) else "when_not_read")], "when", draft["id"])
        if prompt == "told" and "told_again" not in progress["done"] and says_yes(turn.text):
            # A yes does not say whether it was the police.
            progress["done"].append("told_again")
            drafting.note(draft, prompt, turn.answer, turn.now)
            self._diary.save_draft(draft)
            return Outcome([line("told_whom")], "told", draft["id"])
        open_still, asked_twice = unanswered(turn), f"{prompt}_again"
        if open_still and asked_twice not in progress["done"]:
            progress["done"].append(asked_twice)
            drafting.note(draft, prompt, turn.answer, turn.now)
            self._diary.save_draft(draft)
            return Outcome([line(open_still)], prompt, draft["id"])
        name = GAP_FIELDS.get(prompt)
        if again and name and not facts and turn.intent in CLEARS:
            draft[name] = [] if isinstance(draft[name], list) else None
        tell(draft, facts, inferred=is_guessed(turn))
        tell(draft, besides(turn, draft), inferred=True)
        drafting.record(draft, prompt, answer_of(turn, facts), turn.now)
        return self._next(draft, [])

    def _next(self, draft: dict[str, Any], says: list[dict[str, Any]]) -> Outcome:
        prompt = "check" if corrects(draft) else next_prompt(draft)
        if prompt == "check" and not draft["_"].get("days_told") and other_day(draft):
            draft["_"]["days_told"] = True
            says = [*says, line("more_than_one_day")]
        self._diary.save_draft(draft)
        return Outcome(says, prompt, draft["id"])

    def _stop(self, turn: Turn) -> Outcome:
        if turn.entry and turn.prompt and turn.prompt.startswith("change"):
            return self._changes.leave(turn)
        if turn.prompt == "safety":
            return Outcome([line("not_safe_now")])
        draft = self._diary.draft(turn.entry) if turn.entry else None
        if draft is not None and corrects(draft):
            return self._changes.put_by(draft)
        if draft is not None:
            return Outcome([line("kept_unfinished"), *before_leaving(turn), {"say": "menu"}])
        if self._diary.unfinished():
            return Outcome([line("still_unfinished"), *before_leaving(turn), {"say": "menu"}])
        return Outcome([line("nothing_open"), {"say": "menu"}])
