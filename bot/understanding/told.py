"""What an account tells: the shape that all finders fill."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from bot.understanding.moment import When
from bot.understanding.text_parts import Span


@dataclass(frozen=True)
class Incident:
    """What an account tells. `place`, `person`, `impact` and the reference are her own words; `spans` says where
    each fact stands.

    `witnesses` and `reported`: True, False (she said no), None (not told). `more_days`: more than one separate day
    is told.
    `said`: exact words or a message's text are told. `hearsay`: someone else told her of it.
    """

    when: When | None = None
    place: str | None = None
    behaviours: tuple[str, ...] = ()
    person: str | None = None
    evidence_mentioned: tuple[str, ...] = ()
    witnesses: bool | None = None
    reported: bool | None = None
    police_reference: str | None = None
    impact: str | None = None
    more_days: bool = False
    said: bool = False
    hearsay: bool = False
    spans: dict[str, list[Span]] = field(default_factory=dict)

    def to_dict(self) -> dict[str, Any]:
        """The `incident` of `daybook parse` (CONTRACT section 3)."""
        return {
            "when": self.when.to_dict() if self.when else None,
            "place": self.place,
            "behaviours": list(self.behaviours),
            "person": self.person,
            "evidence_mentioned": list(self.evidence_mentioned),
            "witnesses": self.witnesses,
            "reported": self.reported,
            "police_reference": self.police_reference,
            "impact": self.impact,
        }
