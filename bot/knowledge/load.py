"""Everything the bot knows, read from YAML: answers by topic, services by id, police forces by place, and who fits whom."""
from __future__ import annotations

from datetime import date, datetime
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any, Iterator, Mapping, Sequence

import yaml

from bot.knowledge.choosing import Chooser
from bot.knowledge.force_finder import ForceFinder, Found
from bot.knowledge.forces import Force, Region, force_from
from bot.knowledge.messages import CALL, LETTER, MORE, answer_message, service_message
from bot.knowledge.model import PLACES, Service, Subject, Topic, service_from, source_from, topic_from
from bot.knowledge.words import phrases

_HERE = Path(__file__).parent
# As safe as the other, and ten times as quick, where PyYAML was built with it: there are some 250 files.
_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
# Between the services of one answer.
AND = "+"


class Knowledge:
    """The answers, services and police forces. To add one, add a YAML file to topics/, services/ or forces/: nothing else."""

    def __init__(self, subjects: Mapping[str, Subject], topics: Mapping[str, Topic], services: Mapping[str, Service],
                 forces: Mapping[str, Force], needs: Mapping[str, Mapping[str, list[str]]], uncited: Sequence[str] = ()) -> None:
        self.subjects, self.topics, self.services, self.uncited = dict(subjects), dict(topics), dict(services), tuple(uncited)
        self.forces, self._chooser = dict(forces), Chooser(self.services, needs)

    @classmethod
    def load(cls, folder: Path = _HERE) -> Knowledge:
        """Reads sources.yml, subjects.yml, topics/<subject>/*.yml, services/*.yml, regions.yml, forces/<region>/*.yml and needs.yml.

        KeyError, TypeError or ValueError if one is malformed.
        """
        sources = {name: source_from(raw) for name, raw in _read(folder / "sources.yml").items()}
        subjects = {name: Subject(name, raw["title"], raw["owner"]) for name, raw in _read(folder / "subjects.yml").items()}
        raw_topics = [(name, raw) for name in subjects for raw in _files(folder / "topics" / name)]
        topics = [topic_from(raw, name, sources) for name, raw in raw_topics]
        regions = [Region(name, raw["title"], raw["kind"]) for name, raw in _read(folder / "regions.yml").items()]
        raw_forces = [(region, raw) for region in regions for raw in _files(folder / "forces" / region.id)]
        forces = {raw["id"]: force_from(raw, region, sources) for region, raw in raw_forces}
        uncited = sorted(set(sources) - {cited for _, raw in (*raw_topics, *raw_forces) for cited in raw["sources"]})
        services = {raw["id"]: service_from(raw) for raw in _files(folder / "services")}
        return cls(subjects, {topic.topic: topic for topic in topics}, services, forces, _read(folder / "needs.yml"), uncited)

    def answer(self, topic: str, today: date | None = None, part: str = "") -> dict[str, Any]:
        """Fields of a message of type answer: topic, text, sources. `part`: "" for the short answer, MORE for the rest of it.

        KeyError for a topic that does not exist.
        """
        found = self.topics[topic]
        return answer_message(found, self.services[found.talk_to] if found.talk_to else None, today, part)

    def further(self, topic: str, part: str = "") -> list[dict[str, str]]:
        """What can be asked after an answer, as {"label", "topic"}: its other parts, then what is related. A call is offered beside its letter."""
        found = self.topics[topic]
        parts = {MORE: found.more, LETTER: found.letter, CALL: found.call}
        shown = (LETTER, CALL) if part in (LETTER, CALL) else (MORE, LETTER)
        rest = [{"label": phrases()[name], "topic": f"{topic}/{name}"} for name in shown if parts[name] and name != part]
        return rest + [self.option(name) for name in found.related]

    def letter(self, topic: str, part: str) -> tuple[str, ...]:
        """The paragraphs of a topic's LETTER or CALL, with their SLOTS; none where it has none. KeyError for a topic that does not exist."""
        found = self.topics[topic]
        return {LETTER: found.letter, CALL: found.call}.get(part, ())

    def option(self, topic: str) -> dict[str, str]:
        """An answer as something to choose: {"label", "topic"}. KeyError for a topic that does not exist."""
        return {"label": self.topics[topic].title, "topic": topic}

    def service(self, id: str, now: datetime) -> dict[str, Any]:
        """Fields of a message of type service at an aware `now`, of a service or a police force. KeyError for one that does not exist."""
        return service_message(self.forces[id].card if id in self.forces else self.services[id], now)

    def find_forces(self, text: str) -> Found:
        """The police forces of the places in a text."""
        return self._finder.find(text)

    def regions(self) -> dict[str, Region]:
        """The parts of the country that have forces, by id, in their order."""
        return {force.region.id: force.region for force in self.forces.values()}

    def forces_in(self, region: str) -> list[str]:
        """Ids of a region's forces; none for a region that does not exist."""
        return [force.id for force in self.forces.values() if force.region.id == region]

    @cached_property
    def towns(self) -> dict[str, tuple[str, ...]]:
        """Names of towns and areas by the place (PLACES) whose services are for them; one that two have is that of the force with more places."""
        owner: dict[str, str] = {}
        for force in sorted(self.forces.values(), key=lambda force: len(force.places)):
            place = next((key for key in (force.id, force.region.id) if key in PLACES), None)
            if place:
                owner.update({name.lower(): place for name in (*force.areas, *force.places, *force.shared)})
        return {place: tuple(sorted(name for name, of in owner.items() if of == place)) for place in set(owner.values())}

    @cached_property
    def _finder(self) -> ForceFinder:
        return ForceFinder(self.forces.values())

    def services_for(self, *needs: str, guess: str | None = None) -> list[str]:
        """Ids of services that fit these needs (keys of needs.yml), best first; the short list if none fits. See Chooser.choose."""
        return self._chooser.choose(needs, guess)

    def fits(self, id: str, *needs: str) -> bool:
        """Whether a service that somebody names is for somebody with these needs."""
        return self._chooser.fits(id, needs)

    def services_named(self, names: str | None) -> list[str]:
        """The ids in such a topic as "galop+samaritans"; the short list where it names none."""
        return [id_ for id_ in (names or "").split(AND) if id_ in self.services or id_ in self.forces] or self.services_for()

    @property
    def needs(self) -> dict[str, list[str]]:
        """Who fits whom, as in needs.yml."""
        return self._chooser.needs


@lru_cache(maxsize=1)
def shared() -> Knowledge:
    """What stands in this package, read once a process; nobody changes it."""
    return Knowledge.load()


def _files(folder: Path) -> Iterator[dict[str, Any]]:
    return (_read(path) for path in sorted(folder.glob("*.yml")))


def _read(path: Path) -> dict[str, Any]:
    with open(path, encoding="utf-8") as file:
        return dict(yaml.load(file, _Loader))
