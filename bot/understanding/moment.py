"""When something happened, as the diary keeps it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from typing import Any

# "Tuesday, Tuesday 3 February": the first name only leads up to the second.
_TWICE = re.compile(r"(?:on )?(\w+)\W+(?:(?:it was|that is|i mean|on) )?(?=\1\b)", re.IGNORECASE)


def said_once(words: str) -> str:
    """Her words of time without a name of the day that is said again right after."""
    twice = _TWICE.match(words)
    return words[twice.end() :] if twice else words


@dataclass(frozen=True)
class When:
    """A time as it was told and as the calendar has it.

    `as_told` are her words. `edtf` is a date, month, year or interval (EDTF level 1, "~" for about). `earliest` and
    `latest`
    are the first and last moment it can have been, on London's clock.
    """

    as_told: str
    edtf: str | None
    earliest: datetime | None
    latest: datetime | None
    approximate: bool

    def to_dict(self) -> dict[str, Any]:
        """ENTRY.when of CONTRACT section 2; moments in ISO 8601 with their offset."""
        return {
            "as_told": self.as_told,
            "edtf": self.edtf,
            "earliest": self.earliest.isoformat() if self.earliest else None,
            "latest": self.latest.isoformat() if self.latest else None,
            "approximate": self.approximate,
        }

    @classmethod
    def from_dict(cls, value: dict[str, Any] | None) -> When | None:
        """A `when` of an ENTRY, as it is kept; None where no date was told."""
        if value is None:
            return None
        earliest, latest = (datetime.fromisoformat(value[k]) for k in ("earliest", "latest"))
        return cls(value["as_told"], value["edtf"], earliest, latest, value["approximate"])
