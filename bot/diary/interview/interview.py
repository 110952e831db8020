"""The diary conversation of notes and questions: one turn in, what to say and the next question out."""
from __future__ import annotations

from typing import Any

from bot.diary.diary import Diary
from bot.diary.interview import draft as drafting
from bot.diary.interview.changes import Changes
from bot.diary.interview.entry_facts import tell
from bot.diary.interview.plan import GAPS, MOST_CUES, next_prompt
from bot.diary.interview.turn import Outcome, Turn, line
from bot.understanding.answers import read_answer

GAP_FIELDS = {prompt: name for prompt, name in GAPS if name}


class Interview:
    """Works on one open diary. Everything is kept before it is spoken of; nothing typed is ever dropped."""

    def __init__(self, diary: Diary) -> None:
        self._diary = diary
        self._changes = Changes(diary)

    def take(self, turn: Turn) -> Outcome:
        """Answers one turn. Raises what the diary raises when it cannot write: then nothing was taken."""
        if turn.intent == "stop" and turn.prompt not in ("words", "safety"):
            return self._stop(turn)
        if turn.intent == "carry_on" and turn.prompt != "unfinished":
            return Outcome([], turn.prompt, turn.entry, turn.cue) if turn.prompt and turn.prompt != "safety" else self._resume(turn)
        if self._changes.wants(turn):
            return self._changes.take(turn)
        draft = self._diary.draft(turn.entry) if turn.entry else None
        if draft is not None and (turn.prompt in GAP_FIELDS or turn.prompt in ("said", "source", "cue", "tell_more", "more", "add", "check")):
            return self._in_draft(turn, draft)
        handler = {"words": self._words, "unfinished": self._unfinished, "account": self._account}.get(turn.prompt or "", self._opening)
        return handler(turn)

    # Before there is a draft

    def _opening(self, turn: Turn) -> Outcome:
        if turn.intent == "tell" and turn.text:
            return self._account(turn)
        if turn.intent == "deny" and turn.prompt == "safety":
            return Outcome([line("not_safe_now")], None)
        unfinished = self._unfinished_drafts()
        if unfinished and turn.intent in ("affirm", "write", "carry_on") and "new" not in turn.values:
            return Outcome([], "unfinished", unfinished[-1]["id"])
        if turn.intent in ("affirm", "write"):
            return Outcome([line("ground_rules")], "account")
        return Outcome([{"say": "menu"}])

    def _account(self, turn: Turn) -> Outcome:
        if not turn.text or turn.chosen or turn.intent in ("skip", "deny", "affirm"):
            return Outcome([{"say": "menu"}] if turn.intent in ("skip", "deny") else [line("take_your_time")],
                           None if turn.intent in ("skip", "deny") else "account")
        draft = drafting.begin(self._diary.new_draft(), turn.text, turn.now)
        self._diary.save_draft(draft)
        return Outcome([line("kept")], "more", draft["id"])

    def _unfinished(self, turn: Turn) -> Outcome:
        if turn.intent in ("carry_on", "affirm"):
            return self._resume(turn)
        if turn.intent in ("write", "deny", "skip"):
            return Outcome([line("ground_rules")], "account")
        return self._account(turn)

    def _resume(self, turn: Turn) -> Outcome:
        waiting = self._unfinished_drafts()
        if not waiting:
            return Outcome([{"say": "menu"}])
        chosen = next((d for d in waiting if d["id"] == turn.entry), waiting[-1])
        return Outcome([{"say": "unfinished", "entry": chosen["id"]}], "add", chosen["id"])

    def _unfinished_drafts(self) -> list[dict[str, Any]]:
        return self._diary.drafts()

    # While an entry is told

    def _in_draft(self, turn: Turn, draft: dict[str, Any]) -> Outcome:
        assert turn.prompt is not None
        if turn.prompt in ("more", "add"):
            return self._addition(turn, draft)
        if turn.prompt == "check":
            return self._checked(turn, draft)
        if turn.prompt == "cue" and turn.values:
            return Outcome([], "tell_more", draft["id"], turn.values[0])
        if turn.prompt == "tell_more" and turn.cue is not None:
            return self._told_more(turn, draft, int(turn.cue))
        return self._answered(turn, draft)

    def _told_more(self, turn: Turn, draft: dict[str, Any], cue: int) -> Outcome:
        progress = draft["_"]
        tell(draft, _facts(turn))
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
            drafting.add(draft, turn.text, turn.now)
            drafting.record(draft, prompt, turn.text, turn.now)
            return self._next(draft, [line("added")])
        drafting.record(draft, prompt, drafting.UNANSWERED.get(turn.intent, turn.answer), turn.now)
        return self._next(draft, [])

    def _answered(self, turn: Turn, draft: dict[str, Any]) -> Outcome:
        prompt, facts = turn.prompt or "", _facts(turn)
        if prompt == "when" and turn.intent not in drafting.UNANSWERED and "when" not in facts and "when_again" not in draft["_"]["done"]:
            draft["_"]["done"].append("when_again")
            drafting.record(draft, prompt, turn.answer, turn.now)
            self._diary.save_draft(draft)
            return Outcome([line("when_not_read")], "when", draft["id"])
        tell(draft, facts, inferred=prompt == "when" and not turn.card)
        drafting.record(draft, prompt, drafting.UNANSWERED.get(turn.intent, turn.answer), turn.now)
        return self._next(draft, [])

    def _next(self, draft: dict[str, Any], says: list[dict[str, Any]]) -> Outcome:
        self._diary.save_draft(draft)
        return Outcome(says, next_prompt(draft), draft["id"])

    # The check card, and after it

    def _checked(self, turn: Turn, draft: dict[str, Any]) -> Outcome:
        if "add" in turn.values:
            return Outcome([], "add", draft["id"])
        if turn.intent == "affirm":
            drafting.finish(draft, GAP_FIELDS, turn.now)
            self._diary.save_draft(draft)
            entry, sealed = self._diary.seal_draft(draft["id"], turn.now)
            says: list[dict[str, Any]] = [{"say": "receipt", "entry": entry["id"], "number": sealed.number, "sha256": sealed.sha256,
                                           "at": turn.now.isoformat(timespec="seconds")}]
            if draft["_"]["more_days"]:
                says.append(line("more_than_one_day"))
            return Outcome(says + ([{"say": "after"}] if turn.has_words else []), None if turn.has_words else "words", entry["id"])
        if turn.text and len(turn.text.split()) > 4:
            drafting.add(draft, turn.text, turn.now)
            drafting.record(draft, "add", turn.text, turn.now)
            return self._next(draft, [line("added")])
        return Outcome([], "change_what" if turn.intent in ("deny", "correct") else "check", draft["id"])

    def _words(self, turn: Turn) -> Outcome:
        if turn.intent == "affirm":
            return Outcome([line("words_kept"), {"say": "after"}])
        if turn.text and turn.intent in ("tell", "write"):
            return self._account(turn) if turn.intent == "tell" else self._opening(turn)
        return Outcome([line("words_take_your_time")], "words", turn.entry)

    def _stop(self, turn: Turn) -> Outcome:
        if turn.entry and turn.prompt and turn.prompt.startswith("change"):
            return self._changes.leave(turn)
        return Outcome([line("kept_unfinished" if turn.entry else "nothing_open"), {"say": "menu"}])


def _facts(turn: Turn) -> dict[str, Any]:
    """What the answer says of the fields; nothing where she skipped, or does not know."""
    prompt = turn.prompt or ""
    if turn.intent in drafting.UNANSWERED:
        return {}
    if turn.card is not None:
        return {"when": turn.card["when"]} if turn.card.get("when") else {}
    if prompt == "kinds" and turn.values:
        return {"behaviours": list(turn.values)}
    if prompt == "others" and turn.chosen:
        return {"witnesses": turn.intent == "affirm"}
    if prompt == "told" and turn.intent == "deny":
        return {"reported": False}
    text = turn.values[0] if prompt == "when" and turn.values else turn.text
    return {k: v for k, v in read_answer(prompt, text, turn.now).items() if v is not None} if text else {}
