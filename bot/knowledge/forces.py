"""Police forces: whom each is for, and the names by which people ask for them."""
from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Iterable, Mapping

from bot.knowledge.messages import NO_DATE
from bot.knowledge.model import Service, Source
from bot.knowledge.words import phrases

# Under this name a list of forces is asked for, as a service is under its id; with a region, "forces/wales".
FORCES = "forces"
POLICE_AREA, RAILWAY, OTHER_LAW = "police_area", "railway", "other_law"
KINDS = (POLICE_AREA, RAILWAY, OTHER_LAW)


@dataclass(frozen=True)
class Region:
    """A part of the country in a list to choose from. `kind` is one of KINDS."""
    id: str
    title: str
    kind: str


@dataclass(frozen=True)
class Force:
    """One force: its card, and its names. `shared`: names of places that other forces have too, so that naming one leaves a choice."""
    id: str
    region: Region
    card: Service
    also: tuple[str, ...]
    areas: tuple[str, ...]
    places: tuple[str, ...]
    shared: tuple[str, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """Everything that it is found by."""
        return (self.card.name, *self.also, *self.areas, *self.places, *self.shared)


def force_from(raw: Mapping[str, Any], region: Region, sources: Mapping[str, Source]) -> Force:
    """A force from its YAML, which names its sources; KeyError or TypeError where a field or a source is missing."""
    read = tuple(sources[name] for name in raw["sources"])
    say = phrases()
    helps = " ".join(part for part in (say["police_for"].format(covers=raw["covers"]), raw["reports"]) if part)
    card = Service(id=raw["id"], name=raw["name"], phone=raw["phone"], url=raw["url"], languages=None, cost=None, access=None,
                   hours=say["police_hours"], opening=None, conflict=False, emergency=True, helps=helps, where=None, not_for=(), also=(),
                   sources=read, checked=_newest(read), review_by=raw["review_by"])
    return Force(raw["id"], region, card, tuple(raw["also"]), tuple(raw["areas"]), tuple(raw["places"]), tuple(raw["shared"]))


def _newest(sources: Iterable[Source]) -> str:
    return max((source.checked for source in sources if source.checked != NO_DATE), default=NO_DATE)
