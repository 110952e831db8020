"""The body of a message: a text, a choice of what was shown, or a filled-in card."""
from __future__ import annotations

import json
import re
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from bot.conversation.page_labels import page_label
from bot.conversation.state import State, UnknownChoice
from bot.understanding.no_answer import no_answer, told_beside
from bot.understanding.when import read_when

MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December")
DANGER = {"emergency": "emergency", "self_harm": "self_harm"}
KINDS = ("text", "choice", "card")
FIELDS = ("day", "month", "year", "about")
ORDINAL = re.compile(r"(?<=\d)(?:st|nd|rd|th)$", re.IGNORECASE)
SURROGATES = re.compile("[\ud800-\udfff]")


class BadBody(Exception):
    """A body that is none of the three."""


class UnknownKey(BadBody):
    """A body with something in it that nothing here would take in: it is refused, rather than left out without a word."""


@dataclass(frozen=True)
class Said:
    """What a body stands for. `parsed` is None for a text that has still to be understood; the label of a button needs no more."""
    label: str = ""
    values: tuple[str, ...] = ()
    card: dict[str, Any] | None = None
    prompt: str | None = None
    entry: str | None = None
    cue: str | None = None
    placed: bool = False
    parsed: dict[str, Any] | None = None
    danger: str | None = None


@dataclass(frozen=True)
class Body:
    """Exactly one of `text`, `choice` and `card`."""
    text: str = ""
    choice: tuple[str, ...] = ()
    card: str | None = None
    values: dict[str, Any] = field(default_factory=dict)

    @property
    def typed(self) -> str:
        """All that was typed by hand, on a card too: danger is looked for in it."""
        return self.text or " ".join(str(value) for value in self.values.values() if value)

    def said(self, state: State, now: datetime) -> Said:
        """What it stands for where the conversation is. Raises UnknownChoice."""
        if self.choice:
            return _chosen([state.option(name) for name in self.choice])
        typed = state.labelled(self.text)
        if typed is not None:
            # Her words are kept as she typed them.
            return replace(_chosen([typed]), label=self.text)
        listed = state.numbered(self.text)
        if listed is not None:
            # What "the first one" stands for says more than the words do.
            return _chosen([listed])
        named = page_label(self.text) if state.prompt != "said" else None
        if named is not None:
            return Said(parsed={**named, "confidence": 1.0})
        if self.card is not None:
            place = state.card(self.card)
            told, can_be = _date(self.values)
            # "I do not know" in a field is what it is when typed; a card sent empty is passed over.
            none = no_answer(told) if told else "skip"
            if none:
                return Said(label=told or "-", card={"when": None}, prompt=place["prompt"], entry=place["entry"], placed=True,
                            parsed={"intent": none, "confidence": 1.0, "topic": None})
            when = read_when(told, now) if can_be else None
            # A date that cannot be is no error of form: the diary asks for it again, kindly.
            return Said(label=told, card={"when": when.to_dict()} if when else None, prompt=place["prompt"], entry=place["entry"], placed=True,
                        parsed={"intent": "tell", "confidence": 1.0, "topic": None})
        return Said()

    def logged(self, state: State) -> str:
        """As it stands in the log of the page."""
        if self.choice:
            return ", ".join(state.option(name)["label"] for name in self.choice)
        return _date(self.values)[0] if self.card is not None else self.text


def read_body(told: dict[str, Any]) -> Body:
    """A body from its JSON. Raises BadBody, or UnknownKey."""
    if sum(k in told for k in KINDS) != 1:
        raise BadBody
    if set(told) - {*KINDS, *(("values",) if "card" in told else ())}:
        raise UnknownKey
    if "text" in told:
        return text_body(told["text"])
    if "card" in told:
        values = told.get("values", {})
        if not isinstance(told["card"], str) or not isinstance(values, dict):
            raise BadBody
        if set(values) - set(FIELDS):
            raise UnknownKey
        if not all(value is None or type(value) in (str, int) for value in values.values()):
            raise BadBody
        return Body(card=told["card"], values=values)
    chosen = told["choice"] if isinstance(told["choice"], list) else [told["choice"]]
    if not chosen or not all(isinstance(c, str) for c in chosen):
        raise BadBody
    return Body(choice=tuple(chosen))


def canonical(told: dict[str, Any]) -> bytes:
    """The same for bodies that say the same, however they are spaced or ordered: what a repeated request is told by."""
    return json.dumps(told, sort_keys=True, separators=(",", ":")).encode("ascii")


def text_body(text: object) -> Body:
    """A typed text, as it is; half of a sign (a lone surrogate) cannot be kept, and becomes U+FFFD."""
    if not isinstance(text, str) or not text.strip():
        raise BadBody
    return Body(text=SURROGATES.sub("\ufffd", text))


def _chosen(options: list[dict[str, Any]]) -> Said:
    first = options[0]
    if len(options) > 1 and not all(o.get("many") for o in options):
        raise UnknownChoice
    if any((o["prompt"], o["message"]) != (first["prompt"], first["message"]) for o in options):
        raise UnknownChoice
    values = tuple(str(v) for o in options for v in o["values"])
    return Said(label=", ".join(o["label"] for o in options), values=values, prompt=first["prompt"], entry=first["entry"], cue=first["cue"],
                placed=True, parsed={"intent": first["intent"], "confidence": 1.0, "topic": first.get("topic")}, danger=DANGER.get(first["intent"]))


def _date(values: dict[str, Any]) -> tuple[str, bool]:
    """The fields of a date card in words that the date grammar reads, "" where all are empty; and whether day, month and year can be such.

    "3rd" and "March" can, "the Monday" and 13 cannot: these stay as they were put.
    """
    told = {k: str(values.get(k) or "").strip() for k in FIELDS}
    day, month, year = ORDINAL.sub("", told["day"]), told["month"], told["year"]
    can_be = bool(re.fullmatch(r"(?:\d{1,2})?", day) and re.fullmatch(r"(?:\d\d|\d{4})?", year))
    if month.isdigit():
        can_be = can_be and 1 <= int(month) <= 12
        month = MONTHS[int(month) - 1] if 1 <= int(month) <= 12 else month
    words = " ".join(word for word in (day, month, f"20{year}" if len(year) == 2 else year) if word)
    # "The 5th, I don't know what time": the day is told all the same.
    about = told_beside(told["about"]) if words else told["about"]
    return f"{words} {about}".strip(), can_be
