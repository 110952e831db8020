"""Turns outlines into messages. Here, in the process that holds the diary's key, her words join what is said."""
from __future__ import annotations

from datetime import datetime
from typing import Any, Callable, Protocol
from zoneinfo import ZoneInfo

from bot.conversation import describe
from bot.conversation.guide import GUIDED, Facts, Guide
from bot.conversation.messages import Message, Messages
from bot.conversation.note_list import note_list
from bot.conversation.state import State
from bot.conversation.told_rows import told_rows
from bot.conversation.wording import lines, wording
from bot.diary.interview.consent import fingerprint
from bot.diary.interview.prompts import Prompt, prompts

Outline = dict[str, Any]
LONDON = ZoneInfo("Europe/London")


class Notes(Protocol):
    """What the speaker reads of a diary."""

    def draft(self, draft_id: str) -> dict[str, Any] | None: ...
    def unfinished(self) -> list[dict[str, Any]]: ...
    def entries(self) -> list[dict[str, Any]]: ...
    def entry(self, entry_id: str) -> dict[str, Any] | None: ...


class CrisisCards(Protocol):
    """What is shown when there is danger."""

    check_question: dict[str, Any]

    def card(self, kind: str) -> dict[str, Any]: ...


class Speaker:
    """One turn's voice. `new_words` gives a diary its five words, the one time they are shown."""

    def __init__(self, state: State, notes: Notes, knowledge: Facts, cards: CrisisCards,
                 now: datetime, new_words: Callable[[], tuple[str, ...] | None]) -> None:
        self._state, self._notes, self._cards, self._new_words = state, notes, cards, new_words
        self._make = Messages(state)
        self._guide = Guide(self._make, state, knowledge, now, notes.entries)

    def say(self, outlines: list[Outline]) -> list[Message]:
        """The messages of a turn, in order."""
        said: list[Message] = []
        for outline in outlines:
            name = outline["say"]
            said += getattr(self._guide, name)(outline) if name in GUIDED else getattr(self, f"_{name}")(outline)
        return said

    def message(self, type_: str, text: str, **fields: Any) -> Message:
        """One message as it stands, for what no outline says."""
        return self._make.message(type_, text, **fields)

    def count_saved(self) -> int:
        """How many notes there are."""
        return len(self._notes.entries())

    def last_unfinished(self) -> str | None:
        """The id of the draft begun last."""
        drafts = self._notes.unfinished()
        return str(drafts[-1]["id"]) if drafts else None

    # What the dialogue says

    def _line(self, outline: Outline) -> list[Message]:
        return [self._make.message("text", lines()[outline["line"]])]

    def _text(self, outline: Outline) -> list[Message]:
        text = wording()[outline["text"]]
        if outline["text"] == "leave" and self._notes.unfinished() and not self._notes.entries():
            # The five words come with the first note that is saved.
            text = f"{lines()['gone_if_you_leave']}\n{text}"
        return [self._make.message("text", text)]

    def _menu(self, outline: Outline) -> list[Message]:
        return [self._make.choices(wording()["menu"]["text"], wording()["menu"]["options"])]

    def _after(self, outline: Outline) -> list[Message]:
        return [self._make.choices(wording()["after"]["text"], wording()["after"]["options"])]

    def _crisis(self, outline: Outline) -> list[Message]:
        card = self._cards.card(outline["kind"])
        return [self._make.message("crisis", card["text"], **{k: v for k, v in card.items() if k not in ("type", "lang", "text")})]

    def _check_danger(self, outline: Outline) -> list[Message]:
        self._state.checking = True
        question = self._cards.check_question
        return [self._make.choices(question["text"], question["options"])]

    def _carry_on(self, outline: Outline) -> list[Message]:
        return [self._make.choices(wording()["carry_on"], [{"label": wording()["carry_on_option"], "intent": "carry_on"}])]

    def _pause(self, outline: Outline) -> list[Message]:
        return [self._make.choices(wording()["pause"]["text"], wording()["pause"]["options"])]

    def _diary(self, outline: Outline) -> list[Message]:
        text, options = note_list(self._notes.entries(), self._notes.unfinished())
        return [self._make.choices(text, options)] if options else [self._make.message("text", text)]

    # The interview

    def _prompt(self, outline: Outline) -> list[Message]:
        prompt = prompts()[outline["prompt"]]
        self._state.prompt, self._state.entry, self._state.cue = prompt.key, outline.get("entry"), outline.get("cue")
        if prompt.kind == "check":
            return [self._check(prompt)]
        options = list(prompt.options)
        if prompt.key == "cue":
            progress = (self._draft() or {"_": {"cues": [], "cues_used": []}})["_"]
            options = [{"label": f"“{cue}”", "intent": "tell", "value": str(i)} for i, cue in enumerate(progress["cues"])
                       if i not in progress["cues_used"]] + options
        text = prompt.words(self._cue())
        if prompt.kind == "date":
            message = self._make.choices(text, options, type_="date", fields=["day", "month", "year", "about"])
            self._state.cards[message["id"]] = {"message": self._state.count, "prompt": prompt.key, "entry": self._state.entry}
            return [message]
        return [self._make.choices(text, options, many=prompt.many) if options else self._make.message("text", text)]

    def _draft(self) -> dict[str, Any] | None:
        return self._notes.draft(self._state.entry) if self._state.entry else None

    def _cue(self) -> str | None:
        draft = self._draft()
        if self._state.cue is None or draft is None:
            return None
        return str(draft["_"]["cues"][int(self._state.cue)])

    def _check(self, prompt: Prompt) -> Message:
        entry, text = self._draft() or {}, wording()
        message = self._make.message("check", "")
        rows = []
        for name, label in text["rows"].items():
            rows.append({"field": name, "label": label, "value": describe.value_of(entry, name),
                         "inferred": name in entry["_"]["inferred"],
                         "change": self._state.new_option({"intent": "correct", "values": [name], "label": text["change"].format(label=label)})})
        for told in told_rows(entry):
            means = {"intent": "correct", "values": [told.pop("goes_to")], "label": text["change"].format(label=told["label"])}
            rows.append({**told, "inferred": False, "change": self._state.new_option(means)})
        own = [{"label": text["own_note"], "intent": "write", "value": "own"}] if entry["_"].get("added") else []
        options = self._make.options([*({**o, "value": fingerprint(entry)} if o["intent"] == "affirm" else o for o in prompt.options), *own])
        shown = [f"{r['label']}: {r['value']}" + (f" {text['guessed']}" if r["inferred"] else "") for r in rows]
        message.update(entry=entry["id"], rows=rows, options=options)
        message["text"] = "\n".join([text["check_intro"], entry["account"], *shown, prompt.text, *(o["label"] for o in options)])
        return message

    def _draft_so_far(self, entry: dict[str, Any]) -> Message:
        return self._make.message("text", f"{wording()['draft']}\n{entry['account']}")

    def _unfinished(self, outline: Outline) -> list[Message]:
        draft = self._notes.draft(outline["entry"])
        return [self._draft_so_far(draft)] if draft else []

    def _names_note(self, outline: Outline) -> list[Message]:
        note = self._notes.entry(outline["entry"]) or self._notes.draft(outline["entry"])
        return [self._make.message("text", f"{wording()['this_note'].format(id=note['id'])}\n{note['account']}")] if note else []

    def _other_day(self, outline: Outline) -> list[Message]:
        text = wording()["other_day"]
        return [self._make.choices(text["text"], [{"label": text["option"], "intent": "write", "values": ["new", outline["entry"]]}])]

    def _receipt(self, outline: Outline) -> list[Message]:
        text, at = wording(), datetime.fromisoformat(outline["at"]).astimezone(LONDON)
        entry = self._notes.entry(outline["entry"]) or {"version": 1}
        said = text["receipt_taken_back" if outline.get("taken_back") else "receipt"]
        when = f"{describe.day(at)}, {describe.clock(at)}"
        parts = [said.format(ref=outline["entry"], version=entry["version"], at=when, sha256=outline["sha256"])]
        fields: dict[str, Any] = {"ref": outline["entry"], "at": outline["at"], "sha256": outline["sha256"]}
        words = self._new_words()
        if words:
            fields["words"] = " ".join(words)
            parts += [text["receipt_words"], fields["words"]]
        return [self._make.message("receipt", "\n".join(parts), **fields)]
