"""Checks of the police forces: all are there, each can be found, and no place is two forces' without saying so."""
from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from bot.knowledge.force_finder import Name, name_words
from bot.knowledge.forces import KINDS, OTHER_LAW, POLICE_AREA, RAILWAY
from bot.knowledge.load import Knowledge

# The police areas of England and Wales (Police Act 1996, section 1), the railway's police, and the two countries beside.
HOW_MANY = {POLICE_AREA: 43, RAILWAY: 1, OTHER_LAW: 2}
FEWEST_PLACES = 10


def force_problems(knowledge: Knowledge) -> list[str]:
    """One plain sentence for each thing that is wrong with the forces as a whole."""
    return [*_missing(knowledge), *_thin(knowledge), *_shared(knowledge)]


def _missing(knowledge: Knowledge) -> Iterator[str]:
    for kind in KINDS:
        count = sum(1 for force in knowledge.forces.values() if force.region.kind == kind)
        if count != HOW_MANY[kind]:
            yield f"forces: {count} of kind {kind}, where there are {HOW_MANY[kind]}"
    yield from (f"forces: {id_} is a service too" for id_ in knowledge.forces if id_ in knowledge.services)


def _thin(knowledge: Knowledge) -> Iterator[str]:
    for force in knowledge.forces.values():
        if len(force.places) < FEWEST_PLACES or not force.areas:
            yield f"{force.id}: fewer than {FEWEST_PLACES} places, or no area"
        if not force.card.phone:
            yield f"{force.id}: no number"


def _shared(knowledge: Knowledge) -> Iterator[str]:
    owners: dict[Name, set[str]] = defaultdict(set)
    for force in knowledge.forces.values():
        for written in force.names:
            owners[name_words(written)].add(force.id)
    for force in knowledge.forces.values():
        said = set(map(name_words, force.shared))
        for name in sorted(set(map(name_words, force.names))):
            if (len(owners[name]) > 1) is not (name in said):
                wrong = "is shared with no other force" if name in said else "is another force's too, and not marked as shared"
                yield f"{force.id}: {' '.join(name)} {wrong}"
