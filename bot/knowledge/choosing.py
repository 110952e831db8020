"""Which services are shown to somebody, by what they say of themselves: the right ones first, and none that is not for them."""
from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import zip_longest

from bot.knowledge.model import ELSEWHERE, HOME, PLACES, Service

# So many cards can be read on a bad day.
MOST = 4
ANY, OWN, URGENT = "any", "own_behaviour", "suicidal"


class Chooser:
    """`needs`: the groups of needs.yml, each with its needs and their services."""

    def __init__(self, services: Mapping[str, Service], needs: Mapping[str, Mapping[str, list[str]]]) -> None:
        self._services, self._what = services, dict(needs["what"])
        self._needs = {need: list(ids) for group in needs.values() for need, ids in group.items()}

    @property
    def needs(self) -> dict[str, list[str]]:
        """All needs with their services."""
        return {need: list(ids) for need, ids in self._needs.items()}

    def choose(self, needs: Sequence[str], guess: str | None = None) -> list[str]:
        """At most MOST services, the first of each need before the second of any; a place's own stand before those of which it is not known
        whether they serve it.

        `guess`: a service that the question seems to be about; it is left out where it is not for this person, and what stands for it
        there is put in. A service for one's own behaviour comes by that need alone, and alone. URGENT leaves out everything else.
        """
        if OWN in needs:
            return list(self._needs[OWN])
        if guess in self._needs[OWN]:
            guess = None
        places = self._places(needs, guess)
        if URGENT in needs:
            return self._fitting(URGENT, needs, places)[:MOST]
        told = [need for need in needs if need not in places]
        about = [need for need in self._what if guess and self._first_at_home(need) == guess and need not in needs]
        # A question about something that nothing she told of leads to is about that first.
        expected = any(guess in self._needs.get(need, ()) for need in (*told, *places))
        order = [*told, *about, *places] if expected else [*about, *told, *places]
        lists = [found for need in order if (found := self._fitting(need, needs, places))]
        own = [guess] if guess and self._fits(guess, needs, places) else []
        in_turn = [id_ for row in zip_longest(*lists) for id_ in row if id_]
        found = list(dict.fromkeys([*(ids[0] for ids in lists), *own, *in_turn])) or self._fitting(ANY, needs, places)
        return self._sure_first(found[:MOST], places)

    def fits(self, id_: str, needs: Sequence[str]) -> bool:
        """Whether somebody with these needs who asks for a service by name is served by it."""
        return self._fits(id_, needs, self._places(needs, id_))

    def _places(self, needs: Sequence[str], guess: str | None) -> list[str]:
        """Those that were told; else the one that somebody must be in who asks for a service of that place alone."""
        where = self._services[guess].where if guess else None
        return [need for need in needs if need in PLACES] or (list(where) if where and len(where) == 1 else [])

    def _sure_first(self, ids: list[str], places: Sequence[str]) -> list[str]:
        """Away from England and Wales, those that are known to serve the place before those of which nobody knows."""
        return sorted(ids, key=lambda id_: bool(set(places) & ELSEWHERE) and self._services[id_].where is None)

    def _first_at_home(self, need: str) -> str | None:
        return next(iter(self._fitting(need, (), ())), None)

    def _fitting(self, need: str, needs: Iterable[str], places: Sequence[str]) -> list[str]:
        return self._sure_first([id_ for id_ in self._needs.get(need, ()) if self._fits(id_, needs, places)], places)

    def _fits(self, id_: str, needs: Iterable[str], places: Sequence[str]) -> bool:
        service = self._services[id_]
        if set(service.not_for) & set(needs):
            return False
        return service.where is None or bool(set(service.where) & _around(places))

def _around(places: Sequence[str]) -> set[str]:
    """The places whose services serve somebody at these: a county lies in England; who names no place is taken to be in England or Wales."""
    here = set(places) or {HOME}
    return here | ({HOME} if here - {"wales"} - ELSEWHERE else set())
