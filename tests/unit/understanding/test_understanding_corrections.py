"""Which field a typed correction changes, and to what."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import pytest

from bot.understanding.correction import named_field, read_correction

NOW = datetime.fromisoformat("2026-02-11T10:30:00+00:00")
ENTRY: dict[str, Any] = {
    "when": {
        "as_told": "Yesterday at about 4pm",
        "edtf": "2026-02-10",
        "earliest": "2026-02-10T15:30:00+00:00",
        "latest": "2026-02-10T16:30:59+00:00",
        "approximate": True,
    },
    "place": "the bus stop on Mill Lane to the leisure centre in Tadcaster",
    "person": "my ex-husband Gareth Pike",
    "behaviours": ["following"],
    "evidence_mentioned": ["photo"],
}


@pytest.mark.parametrize(
    ("text", "changed"),
    [
        ("the place is wrong, it was Union Street", {"place": "Union Street"}),
        ("change the place to the car park behind Boots", {"place": "the car park behind Boots"}),
        ("it was not on mill lane, it was on Station Road", {"place": "the bus stop on Station Road to the leisure centre in Tadcaster"}),
        ("not Tadcaster, Selby", {"place": "the bus stop on Mill Lane to the leisure centre in Selby"}),
        ("not Tadcaster, the car park behind Boots", {"place": "the car park behind Boots"}),
        ("it wasn't Gareth it was his brother Lee", {"person": "his brother Lee"}),
        ("the person was Lee Pike, not Gareth", {"person": "Lee Pike"}),
        ("the reference number should be 13260104418", {"police_reference": "13260104418"}),
        ("actually nobody saw it", {"witnesses": False}),
        ("I did not report it to the police", {"reported": False}),
        ("the place is wrong", {}),
        ("the time is wrong", {}),
        ("that is not right", {}),
        ("hello", {}),
    ],
)
def test_a_correction_changes_one_field_or_none(text: str, changed: dict[str, Any]) -> None:
    assert read_correction(text, NOW, ENTRY) == changed


def test_a_corrected_time_keeps_the_day() -> None:
    text = "I want to correct my last entry. The time is wrong: it was about 6pm, not 4pm."
    changed = read_correction(text, NOW, ENTRY)
    assert list(changed) == ["when"]
    assert changed["when"].edtf == "2026-02-10" and changed["when"].earliest.hour == 17


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ("the time is wrong", "when"),
        ("the date is not right", "when"),
        ("you have the wrong place", "place"),
        ("the person is wrong", "person"),
        ("change the reference number", "police_reference"),
        ("I want to change how I felt", "impact"),
        ("hello", None),
    ],
)
def test_the_field_is_named_even_without_a_value(text: str, field: str | None) -> None:
    assert named_field(text) == field
