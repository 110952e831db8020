"""The shapes of a topic, a service and a source, as they stand in YAML."""
from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Mapping

from bot.knowledge.hours import Opening, read_opening


@dataclass(frozen=True)
class Source:
    """Where a fact was read. `checked` is the source's own date (ISO 8601, day, month or year) or "no date"; `section` may be "whole page".

    `url` is None for a list of services whose address was not noted; an answer's sources all have one.
    """
    title: str
    section: str
    url: str | None
    checked: str

    def as_field(self) -> dict[str, str | None]:
        """As it stands in a message of type answer."""
        return {"title": self.title, "section": self.section, "url": self.url, "checked": self.checked}


@dataclass(frozen=True)
class Topic:
    """One answer: its bubbles in order, its sources, and the day by which a person must look at it again (ISO 8601).

    `talk_to` is the service a reader can talk it through with, or None where ringing it is not the next step.
    """
    topic: str
    title: str
    text: tuple[str, ...]
    sources: tuple[Source, ...]
    review_by: str
    talk_to: str | None = None


@dataclass(frozen=True)
class Service:
    """One service. `opening` is None where the hours are not known or the sources do not agree (`conflict`)."""
    id: str
    name: str
    phone: str | None
    url: str | None
    languages: str | None
    hours: str
    opening: Opening | None
    conflict: bool
    helps: str
    sources: tuple[Source, ...]
    checked: str
    review_by: str


def topic_from(raw: Mapping[str, Any]) -> Topic:
    """A topic from its YAML; KeyError or TypeError where a field is missing."""
    return Topic(raw["topic"], raw["title"], tuple(raw["text"]), _sources(raw), raw["review_by"], raw.get("talk_to"))


def service_from(raw: Mapping[str, Any]) -> Service:
    """A service from its YAML; KeyError, TypeError or ValueError where a field is missing or its hours cannot be read."""
    opening = raw["opening"]
    return Service(raw["id"], raw["name"], raw["phone"], raw["url"], raw.get("languages"), raw["hours"],
                   None if opening is None else read_opening(opening), raw["conflict"], raw["for"], _sources(raw),
                   raw["checked"], raw["review_by"])


def _sources(raw: Mapping[str, Any]) -> tuple[Source, ...]:
    return tuple(Source(s["title"], s["section"], s["url"], s["checked"]) for s in raw["sources"])
