"""Checks that hold the content to its rules; each returns one plain sentence for each thing that is wrong."""
from __future__ import annotations

import re
from datetime import date
from functools import lru_cache
from importlib import resources
from string import Formatter
from typing import Any, Iterable, Sequence

import yaml

from bot.knowledge.check_forces import force_problems
from bot.knowledge.choosing import OWN
from bot.knowledge.load import Knowledge
from bot.knowledge.messages import NO_DATE
from bot.knowledge.model import PLACES, SLOTS, Service, Source, Topic
from bot.knowledge.reading_age import grade

MAX_WORDS, MAX_SENTENCES, MAX_SHORT, MAX_GRADE = 15, 3, 60, 5.0
# A letter is read by the police, and by the person who sends it.
MAX_LETTER_WORDS, MAX_LETTER_SENTENCES = 20, 5
# Services that nobody is led to who does not ask for them.
NAMED_ONLY = frozenset({"alice_ruggles_trust", "hollie_gazzard_trust", "iopc"})
EMERGENCY_NUMBERS = frozenset({"999", "101", "111", "55", "18000"})
# A telephone number in a text; and what one looks like here, "text SHOUT to 85258" included.
_NUMBER = re.compile(r"(?<![\w/])(?:0[\d ]{8,}\d|\+\d[\d ]{7,}\d|\d{5,})\b")
_BRITISH = re.compile(r"(?:0\d[\d ]{8,12}|999|101|111|116 123|(?:[Tt]ext \w+ to )?\d{5})(?:,.*)?")
_HOURS = re.compile(r"\b\d{1,2}(?:[:.]\d\d)? ?(?:am|pm)\b|\b\d{1,2}:\d\d\b|\b24 hours a day\b")
_DATE = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")
# A full stop inside an address, an abbreviation such as s.2A or a time such as 9.30 does not end a sentence.
_SENTENCE = re.compile(r"(?<=[.?!])\s+")


def problems(knowledge: Knowledge) -> list[str]:
    """Everything that is wrong with the content: sources, dates, wording, length, numbers, and names of what does not exist."""
    found: list[str] = []
    for topic in knowledge.topics.values():
        found += [f"{topic.topic}: {wrong}" for wrong in _topic_problems(topic, knowledge)]
    for service in knowledge.services.values():
        found += [f"{service.id}: {wrong}" for wrong in _service_problems(service)]
    for force in knowledge.forces.values():
        found += [f"{force.id}: {wrong}" for wrong in _service_problems(force.card)]
    found += force_problems(knowledge)
    for need, ids in knowledge.needs.items():
        found += [f"needs.yml: {need} names {id_}, which does not exist" for id_ in ids if id_ not in knowledge.services]
    others = {id_ for need, ids in knowledge.needs.items() if need != OWN for id_ in ids}
    found += [f"needs.yml: {id_} is for one's own behaviour, and stands in another list too" for id_ in knowledge.needs[OWN] if id_ in others]
    found += [f"needs.yml: {id_} is in no list" for id_ in knowledge.services if id_ not in others | set(knowledge.needs[OWN]) | NAMED_ONLY]
    return found + [f"sources.yml: {name} is cited nowhere" for name in knowledge.uncited]


def _topic_problems(topic: Topic, knowledge: Knowledge) -> list[str]:
    found = _source_problems(topic.sources, topic.review_by)
    found += ["a source without an address" for source in topic.sources if source.url is None]
    if all(source.checked == NO_DATE for source in topic.sources):
        found.append("no source has a date")
    if topic.talk_to is not None and topic.talk_to not in knowledge.services:
        found.append(f"talk_to names {topic.talk_to}, which does not exist")
    found += [f"related names {name}, which does not exist" for name in topic.related if name not in knowledge.topics]
    if topic.topic in topic.related or not topic.related:
        found.append("related names itself, or nothing")
    if not topic.jurisdiction.strip():
        found.append("no jurisdiction")
    if not topic.short or sum(len(bubble.split()) for bubble in topic.short) > MAX_SHORT:
        found.append(f"the short answer has more than {MAX_SHORT} words, or none")
    hard = grade((*topic.short, *topic.more), _rules()["long_names"])
    if hard > MAX_GRADE:
        found.append(f"hard to read: grade {hard:.1f}, where {MAX_GRADE:.0f} is the most")
    phones = {service.phone for service in knowledge.services.values() if service.phone} | EMERGENCY_NUMBERS
    for bubble in (*topic.short, *topic.more):
        found += wording_problems(bubble)
        found += [f"{number} is no number of a service here" for number in _NUMBER.findall(bubble) if number not in phones]
        # Opening hours are data of a service, so that they cannot differ between places.
        found += [f"gives hours ({hours}): these belong to a service" for hours in _HOURS.findall(bubble)]
    if topic.call and not topic.letter:
        found.append("a call without a letter: nothing leads to it")
    return found + [wrong for text in (topic.letter, topic.call) if text for wrong in _letter_problems(text)]


def _letter_problems(paragraphs: Sequence[str]) -> list[str]:
    found = []
    for paragraph in paragraphs:
        try:
            slots = {name for _, name, _, _ in Formatter().parse(paragraph) if name is not None}
        except ValueError:
            found.append(f"a bracket too many or too few: {paragraph}")
            continue
        found += [f"{{{name}}} is nothing that can be filled in" for name in sorted(slots - SLOTS)]
        found += wording_problems(paragraph, MAX_LETTER_WORDS, MAX_LETTER_SENTENCES)
    if not any("{reference}" in paragraph for paragraph in paragraphs):
        found.append("a letter or call that does not give the reference")
    return found


def _service_problems(service: Service) -> list[str]:
    found = _source_problems(service.sources, service.review_by)
    found += [wrong for text in (service.helps, service.hours) for wrong in wording_problems(text)]
    if service.checked not in {source.checked for source in service.sources}:
        found.append("`checked` is the date of none of its sources")
    found += [f"where names {place}, which is no place" for place in service.where or () if place not in PLACES]
    found += [wrong for text in (service.cost, service.access) if text for wrong in wording_problems(text)]
    if service.conflict and service.opening is not None:
        found.append("sources conflict, so `opening` must be null")
    if service.phone is not None and not _BRITISH.fullmatch(service.phone):
        found.append(f"{service.phone} is no British number")
    return found


def overdue(knowledge: Knowledge, today: date) -> list[str]:
    """Topics, services and police forces whose review date is before `today`, in the order of their names."""
    held: list[Any] = [*knowledge.topics.values(), *knowledge.services.values(), *(force.card for force in knowledge.forces.values())]
    named = [(getattr(one, "topic", None) or one.id, one.review_by) for one in held]
    return sorted(name for name, review_by in named if review_by < today.isoformat())


def wording_problems(bubble: str, most_words: int = MAX_WORDS, most_sentences: int = MAX_SENTENCES) -> list[str]:
    """What is wrong with one bubble: blank lines, length, and words that must not be said (notes on wording, 1.8 and 2.3-2.6)."""
    rules = _rules()
    found = []
    if not bubble.strip() or "\n" in bubble:
        found.append("a bubble is one paragraph with words in it")
    sentences = [s for s in _SENTENCE.split(bubble.strip()) if s]
    if len(sentences) > most_sentences:
        found.append(f"more than {most_sentences} sentences: {bubble}")
    found += [f"more than {most_words} words: {s}" for s in sentences if len(s.split()) > most_words]
    plain = bubble
    for name in rules["names"]:
        plain = plain.replace(name, "")
    found += [f"says “{m[0]}”: {bubble}" for p in rules["banned"] if (m := re.search(p, plain, re.IGNORECASE))]
    return found


def _source_problems(sources: Iterable[Source], review_by: str) -> list[str]:
    sources = list(sources)
    found = [] if sources else ["no source"]
    if not re.fullmatch(r"\d{4}-\d\d-\d\d", review_by):
        found.append("review_by is not a day")
    for source in sources:
        if not (source.title.strip() and source.section.strip()):
            found.append("a source without title or section")
        if source.url is not None and not re.match(r"https?://[^\s/]+|/$", source.url):
            found.append(f"{source.url} is not an address")
        if source.checked != NO_DATE and not _DATE.fullmatch(source.checked):
            found.append(f"{source.checked} is not a date")
    return found


@lru_cache(maxsize=1)
def _rules() -> dict[str, list[str]]:
    return dict(yaml.safe_load(resources.files(__package__).joinpath("wording.yml").read_text("utf-8")))
