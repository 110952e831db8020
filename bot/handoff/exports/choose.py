"""Which notes go into a copy."""

from __future__ import annotations

from typing import Any, Sequence


class NoSuchEntry(LookupError):
    """A note was asked for that this diary does not hold. `id` is what was asked for; it stays out of the message."""

    def __init__(self, id: str) -> None:
        super().__init__("no such entry")
        self.id = id


def choose(entries: list[dict[str, Any]], ids: Sequence[str] | None) -> list[dict[str, Any]]:
    """The entries with these ids, in the diary's order, each once; all for None. NoSuchEntry for an id not there."""
    if ids is None:
        return list(entries)
    held = {entry["id"] for entry in entries}
    for id_ in ids:
        if id_ not in held:
            raise NoSuchEntry(id_)
    return [entry for entry in entries if entry["id"] in set(ids)]


def versions_of(chosen: list[dict[str, Any]], versions: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The earlier versions that belong to the chosen entries, in the order given."""
    ids = {entry["id"] for entry in chosen}
    return [version for version in versions if version["id"] in ids]
