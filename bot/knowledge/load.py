"""Everything the bot knows, read from YAML: answers by topic, services by id, and who fits whom."""
from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import Any, Iterator, Mapping

import yaml

from bot.knowledge.messages import answer_message, service_message
from bot.knowledge.model import Service, Topic, service_from, topic_from

_HERE = Path(__file__).parent


class Knowledge:
    """The answers and services. To add one, add a YAML file to topics/ or services/: nothing else."""

    def __init__(self, topics: Mapping[str, Topic], services: Mapping[str, Service], needs: Mapping[str, list[str]]) -> None:
        self.topics = dict(topics)
        self.services = dict(services)
        self._needs = dict(needs)

    @classmethod
    def load(cls, folder: Path = _HERE) -> Knowledge:
        """Reads topics/*.yml, services/*.yml and needs.yml. KeyError, TypeError or ValueError if one is malformed."""
        topics = {raw["topic"]: topic_from(raw) for raw in _files(folder / "topics")}
        services = {raw["id"]: service_from(raw) for raw in _files(folder / "services")}
        return cls(topics, services, _read(folder / "needs.yml"))

    def answer(self, topic: str, today: date | None = None) -> dict[str, Any]:
        """Fields of a message of type answer: topic, text, sources. KeyError for a topic that does not exist."""
        found = self.topics[topic]
        return answer_message(found, self.services[found.talk_to] if found.talk_to else None, today)

    def service(self, id: str, now: datetime) -> dict[str, Any]:
        """Fields of a message of type service at an aware `now`. KeyError for a service that does not exist."""
        return service_message(self.services[id], now)

    def services_for(self, *needs: str) -> list[str]:
        """Ids of services that fit these needs (keys of needs.yml), best first, none twice; the short list if none fits."""
        found = [id_ for need in needs for id_ in self._needs.get(need, ())]
        return list(dict.fromkeys(found or self._needs["any"]))

    @property
    def needs(self) -> dict[str, list[str]]:
        """Who fits whom, as in needs.yml."""
        return {need: list(ids) for need, ids in self._needs.items()}


def _files(folder: Path) -> Iterator[dict[str, Any]]:
    return (_read(path) for path in sorted(folder.glob("*.yml")))


def _read(path: Path) -> dict[str, Any]:
    with open(path, encoding="utf-8") as file:
        return dict(yaml.safe_load(file))
