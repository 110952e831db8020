"""Entries to export: invented, and of the shape of CONTRACT section 2."""

from datetime import datetime, timezone
from typing import Any, Callable

import pytest


def _entry(id: str = "I-0001", **changes: Any) -> dict[str, Any]:
    entry = {
        "id": id,
        "version": 1,
        "status": "saved",
        "account": "He stood by the gate.\n\nI went back in.",
        "when": {
            "as_told": "last Tues about 3",
            "edtf": "2026-03-31",
            "earliest": "2026-03-31T14:30:00+01:00",
            "latest": "2026-03-31T15:30:59+01:00",
            "approximate": True,
        },
        "place": "outside work",
        "behaviours": ["following", "loitering"],
        "person": "Gareth Pike",
        "evidence": ["E-0001"],
        "evidence_mentioned": ["screenshots"],
        "witnesses": True,
        "reported": False,
        "police_reference": None,
        "impact": "I sleep badly.",
        "recorded_at": "2026-04-03T18:00:00+01:00",
        "asked": [
            {
                "prompt": "others.v1",
                "text": "Did anyone else see or hear it?",
                "answer": "Yes",
                "at": "2026-04-03T18:01:00+01:00",
            }
        ],
    }
    return {**entry, **changes}


@pytest.fixture(scope="session")
def entry() -> Callable[..., dict[str, Any]]:
    return _entry


@pytest.fixture(scope="session")
def made_at() -> datetime:
    return datetime(2026, 4, 3, 17, 5, tzinfo=timezone.utc)
