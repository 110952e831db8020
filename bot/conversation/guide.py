"""What is said of rights, of services and of police forces."""
from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from typing import Any, Protocol

from bot.conversation.letters import told, written
from bot.conversation.messages import Message, Messages
from bot.conversation.police import WHERE
from bot.conversation.state import State
from bot.conversation.wording import wording
from bot.knowledge.force_finder import Found
from bot.knowledge.forces import FORCES, Region

Outline = dict[str, Any]
# The outlines that are said here.
GUIDED = frozenset({"answer", "nearest", "service", FORCES})
HELPLINE = "national_stalking_helpline"
# So many police forces are shown at once; of more, one is to be chosen.
MOST_FORCES = 3


class Facts(Protocol):
    """Rights and services, each with its sources."""

    def answer(self, topic: str, today: date | None, part: str) -> dict[str, Any]: ...
    def further(self, topic: str, part: str) -> list[dict[str, str]]: ...
    def letter(self, topic: str, part: str) -> tuple[str, ...]: ...
    def find_forces(self, text: str) -> Found: ...
    def option(self, topic: str) -> dict[str, str]: ...
    def service(self, service_id: str, now: datetime) -> dict[str, Any]: ...
    def services_named(self, names: str | None) -> list[str]: ...
    def regions(self) -> dict[str, Region]: ...
    def forces_in(self, region: str) -> list[str]: ...


class Guide:
    """One turn's. `entries` gives the notes, for what is filled into a letter."""

    def __init__(self, make: Messages, state: State, knowledge: Facts, now: datetime, entries: Callable[[], list[dict[str, Any]]]) -> None:
        self._make, self._state, self._knowledge, self._now, self._entries = make, state, knowledge, now, entries

    def answer(self, outline: Outline) -> list[Message]:
        """An answer, or the rest of one, and what can be asked next; or a letter to copy, filled in from the notes."""
        topic, part = outline["topic"], outline.get("part", "")
        paragraphs = self._knowledge.letter(topic, part)
        if paragraphs:
            return self._letter(topic, part, paragraphs)
        answer = self._knowledge.answer(topic, self._now.date(), part)
        # A few words after two answers lean on the likelier one.
        self._state.answered = self._state.answered if outline.get("beside") else topic
        message = self._make.message("answer", "", topic=answer["topic"], sources=answer["sources"])
        also = [self._knowledge.option(name) for name in outline.get("also", ())]
        further = [one for one in self._knowledge.further(topic, part) if one not in also]
        message["options"] = self._make.options([{**one, "intent": "ask"} for one in (*also, *further)])
        message["text"] = "\n".join([answer["text"], *(o["label"] for o in message["options"])])
        return [message]

    def _letter(self, topic: str, part: str, paragraphs: tuple[str, ...]) -> list[Message]:
        self._state.answered = topic
        text = written(paragraphs, told(self._entries(), self._force_of))
        message = self._make.message("text", "\n".join([wording()["letters"][part], text]), letter=text)
        further = [{**one, "intent": "ask"} for one in self._knowledge.further(topic, part)]
        return [message, self._make.choices(wording()["letters"]["after"], further)]

    def _force_of(self, place: str) -> str | None:
        """The name of the police force of a place, where there is no doubt about it."""
        found = self._knowledge.find_forces(place)
        return str(self._knowledge.service(found.forces[0], self._now)["name"]) if found.sure and len(found.forces) == 1 else None

    def nearest(self, outline: Outline) -> list[Message]:
        """What may have been meant, and somebody to ask."""
        options = [{**self._knowledge.option(topic), "intent": "ask"} for topic in outline["topics"]]
        return [self._make.choices(wording()["nearest"], [*options, _choice(self._knowledge.service(HELPLINE, self._now)["name"], HELPLINE)])]

    def service(self, outline: Outline) -> list[Message]:
        """The cards of services, or of police forces."""
        found = [self._knowledge.service(i, self._now) for i in self._knowledge.services_named(outline.get("service"))]
        return [self._make.message("service", s.pop("text"), **{k: v for k, v in s.items() if k not in ("type", "lang")}) for s in found]

    def forces(self, outline: Outline) -> list[Message]:
        """The cards of the forces that were found, or of a region's; what to choose from where there are many, or none."""
        say, ids = wording()["police"], outline.get("found") or self._knowledge.forces_in(outline.get("region", ""))
        # A town that is typed next is one more of the same question.
        self._state.answered = self._state.answered or WHERE
        if not ids:
            regions = self._knowledge.regions().values()
            return [self._make.choices(say["where"], [_choice(region.title, f"{FORCES}/{region.id}") for region in regions])]
        if len(ids) > MOST_FORCES:
            return [self._make.choices(say["which"], [_choice(self._knowledge.service(id_, self._now)["name"], id_) for id_ in ids])]
        unsure = [self._make.message("text", say["unsure"])] if outline.get("unsure") else []
        return [*unsure, *(card for id_ in ids for card in self.service({"service": id_}))]


def _choice(label: str, topic: str) -> dict[str, Any]:
    return {"label": label, "intent": "find_service", "topic": topic}
