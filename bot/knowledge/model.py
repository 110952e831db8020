"""The shapes of a topic, a service and a source, as they stand in YAML."""
from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Mapping

from bot.knowledge.hours import Opening, read_opening

# Where somebody may be, as far as services differ. Scotland and Northern Ireland have laws and numbers of their own.
HOME, ELSEWHERE = "england", frozenset({"scotland", "northern_ireland"})
PLACES = frozenset({HOME, "wales", "sussex", "kent"}) | ELSEWHERE
# What a letter may leave to be filled in, as {force}; from the notes where they tell it, else a blank in brackets.
SLOTS = frozenset({"force", "reference", "dates", "first", "last", "count", "name", "safe_contact"})


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
class Subject:
    """What a folder of topics is about, and who looks after it."""
    id: str
    title: str
    owner: str


@dataclass(frozen=True)
class Topic:
    """One answer: `short` answers the question by itself, `more` is told on request; each a bubble. `related`: topics that may be asked next.

    `letter` and `call`: paragraphs that a person may copy, or say on the phone, with SLOTS for what stands in their notes; mostly empty.

    `review_by`: the day by which a person must look at it again (ISO 8601). `talk_to` is the service a reader can talk it
    through with, or None where ringing it is not the next step.
    """
    topic: str
    subject: str
    title: str
    short: tuple[str, ...]
    more: tuple[str, ...]
    sources: tuple[Source, ...]
    jurisdiction: str
    review_by: str
    related: tuple[str, ...]
    talk_to: str | None
    letter: tuple[str, ...] = ()
    call: tuple[str, ...] = ()


@dataclass(frozen=True)
class Service:
    """One service. `opening` is None where the hours are not known or the sources do not agree (`conflict`).

    `cost` and `access` (other ways in than a voice on the phone) are None where the sources do not say. `where`: the places it is for
    (PLACES), None where the sources do not say. `not_for`: needs with which it is never shown unasked. `also`: other names it goes by.
    `emergency`: no doubt about it may keep anybody from calling.
    """
    id: str
    name: str
    phone: str | None
    url: str | None
    languages: str | None
    cost: str | None
    access: str | None
    hours: str
    opening: Opening | None
    conflict: bool
    emergency: bool
    helps: str
    where: tuple[str, ...] | None
    not_for: tuple[str, ...]
    also: tuple[str, ...]
    sources: tuple[Source, ...]
    checked: str
    review_by: str


def topic_from(raw: Mapping[str, Any], subject: str, sources: Mapping[str, Source]) -> Topic:
    """A topic from its YAML, which names its sources; KeyError or TypeError where a field or a source is missing."""
    return Topic(raw["topic"], subject, raw["title"], tuple(raw["short"]), tuple(raw["more"]), tuple(sources[name] for name in raw["sources"]),
                 raw["jurisdiction"], raw["review_by"], tuple(raw["related"]), raw["talk_to"], tuple(raw.get("letter", ())),
                 tuple(raw.get("call", ())))


def service_from(raw: Mapping[str, Any]) -> Service:
    """A service from its YAML; KeyError, TypeError or ValueError where a field is missing or its hours cannot be read."""
    opening, where = raw["opening"], raw["where"]
    return Service(raw["id"], raw["name"], raw["phone"], raw["url"], raw["languages"], raw["cost"], raw["access"], raw["hours"],
                   None if opening is None else read_opening(opening), raw["conflict"], raw.get("emergency", False), raw["for"],
                   None if where is None else tuple(where), tuple(raw.get("not_for", ())), tuple(raw.get("also", ())), _sources(raw),
                   raw["checked"], raw["review_by"])


def source_from(raw: Mapping[str, Any]) -> Source:
    """A source from its YAML; KeyError where a field is missing."""
    return Source(raw["title"], raw["section"], raw["url"], raw["checked"])


def _sources(raw: Mapping[str, Any]) -> tuple[Source, ...]:
    return tuple(source_from(source) for source in raw["sources"])
