"""Checks that hold the content to its rules; each returns one plain sentence for each thing that is wrong."""
from __future__ import annotations

import re
from datetime import date
from functools import lru_cache
from importlib import resources
from typing import Any, Iterable

import yaml

from bot.knowledge.load import Knowledge
from bot.knowledge.messages import NO_DATE
from bot.knowledge.model import Source

MAX_WORDS, MAX_SENTENCES = 15, 3
_DATE = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")
# A full stop inside an address, an abbreviation such as s.2A or a time such as 9.30 does not end a sentence.
_SENTENCE = re.compile(r"(?<=[.?!])\s+")


def problems(knowledge: Knowledge) -> list[str]:
    """Everything that is wrong with the content: sources, dates, wording, length, and lists that name no service."""
    found: list[str] = []
    for topic in knowledge.topics.values():
        found += _source_problems(topic.topic, topic.sources, topic.review_by)
        found += [f"{topic.topic}: a source without an address" for source in topic.sources if source.url is None]
        if all(source.checked == NO_DATE for source in topic.sources):
            found.append(f"{topic.topic}: no source has a date")
        if topic.talk_to is not None and topic.talk_to not in knowledge.services:
            found.append(f"{topic.topic}: talk_to names {topic.talk_to}, which does not exist")
        for bubble in topic.text:
            found += [f"{topic.topic}: {wrong}" for wrong in wording_problems(bubble)]
    for service in knowledge.services.values():
        found += _source_problems(service.id, service.sources, service.review_by)
        found += [f"{service.id}: {wrong}" for text in (service.helps, service.hours) for wrong in wording_problems(text)]
        if service.checked not in {source.checked for source in service.sources}:
            found.append(f"{service.id}: `checked` is the date of none of its sources")
        if service.conflict and service.opening is not None:
            found.append(f"{service.id}: sources conflict, so `opening` must be null")
    for need, ids in knowledge.needs.items():
        found += [f"needs.yml: {need} names {id_}, which does not exist" for id_ in ids if id_ not in knowledge.services]
    return found


def overdue(knowledge: Knowledge, today: date) -> list[str]:
    """Topics and services whose review date is before `today`, in the order of their names."""
    held: list[Any] = [*knowledge.topics.values(), *knowledge.services.values()]
    named = [(getattr(one, "topic", None) or one.id, one.review_by) for one in held]
    return sorted(name for name, review_by in named if review_by < today.isoformat())


def wording_problems(bubble: str) -> list[str]:
    """What is wrong with one bubble: blank lines, length, and words that must not be said (notes on wording, 1.8 and 2.3-2.6)."""
    rules = _rules()
    found = []
    if not bubble.strip() or "\n" in bubble:
        found.append("a bubble is one paragraph with words in it")
    sentences = [s for s in _SENTENCE.split(bubble.strip()) if s]
    if len(sentences) > MAX_SENTENCES:
        found.append(f"more than {MAX_SENTENCES} sentences: {bubble}")
    found += [f"more than {MAX_WORDS} words: {s}" for s in sentences if len(s.split()) > MAX_WORDS]
    plain = bubble
    for name in rules["names"]:
        plain = plain.replace(name, "")
    found += [f"says “{m[0]}”: {bubble}" for p in rules["banned"] if (m := re.search(p, plain, re.IGNORECASE))]
    return found


def _source_problems(name: str, sources: Iterable[Source], review_by: str) -> list[str]:
    sources = list(sources)
    found = [] if sources else [f"{name}: no source"]
    if not re.fullmatch(r"\d{4}-\d\d-\d\d", review_by):
        found.append(f"{name}: review_by is not a day")
    for source in sources:
        if not (source.title.strip() and source.section.strip()):
            found.append(f"{name}: a source without title or section")
        if source.url is not None and not re.match(r"https?://[^\s/]+|/$", source.url):
            found.append(f"{name}: {source.url} is not an address")
        if source.checked != NO_DATE and not _DATE.fullmatch(source.checked):
            found.append(f"{name}: {source.checked} is not a date")
    return found


@lru_cache(maxsize=1)
def _rules() -> dict[str, list[str]]:
    return dict(yaml.safe_load(resources.files(__package__).joinpath("wording.yml").read_text("utf-8")))
