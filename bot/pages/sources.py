"""Every answer, service and police force with where it was read, as the page of sources shows them."""
from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from bot.knowledge.forces import Force
from bot.knowledge.load import Knowledge
from bot.knowledge.messages import source_line
from bot.knowledge.model import Service, Source, Topic
from bot.knowledge.words import plain_date
from bot.pages.view import web

View = dict[str, Any]


def subjects(knowledge: Knowledge) -> list[View]:
    """The subjects in their order, each with its answers by title; then, with no title, the services and the police forces (`police`)."""
    answers = sorted(knowledge.topics.values(), key=lambda topic: topic.title)
    shown: list[View] = [{"title": subject.title, "police": False, "owner": subject.owner,
                          "answers": [_answer(t) for t in answers if t.subject == subject.id]} for subject in knowledge.subjects.values()]
    helping = sorted(knowledge.services.values(), key=lambda service: service.name)
    forces = sorted(knowledge.forces.values(), key=lambda force: force.card.name)
    return [*shown, {"title": "", "police": False, "owner": "", "answers": [_service(service) for service in helping]},
            {"title": "", "police": True, "owner": "", "answers": [_force(force) for force in forces]}]


def _answer(topic: Topic) -> View:
    return {"id": topic.topic, "title": topic.title, "lines": [*topic.short, *topic.more], "sources": _read(topic.sources),
            "jurisdiction": topic.jurisdiction, "again": plain_date(topic.review_by)}


def _service(service: Service) -> View:
    lines = [service.helps, service.phone, service.url, service.cost, service.languages, service.access, service.hours]
    return {"id": service.id, "title": service.name, "lines": [line for line in lines if line], "sources": _read(service.sources),
            "jurisdiction": "", "again": plain_date(service.review_by)}


def _force(force: Force) -> View:
    shown = _service(force.card)
    return {**shown, "lines": [*shown["lines"], ", ".join(sorted({*force.areas, *force.places, *force.shared}))]}


def _read(sources: Iterable[Source]) -> list[View]:
    return [{"text": source_line(source), "url": web(source.url)} for source in sources]
