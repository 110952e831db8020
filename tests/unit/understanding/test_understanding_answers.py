"""Short answers to the question just put, and answers to each prompt."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import pytest

from bot.understanding.answers import read_answer
from bot.understanding.incident import read_incident

NOW = datetime.fromisoformat("2026-02-11T10:30:00+00:00")


@pytest.mark.parametrize(
    ("asked", "text", "field", "value"),
    [
        ("Where did it happen?", "the launderette on King St", "place", "the launderette on King St"),
        ("Where did it happen?", "i dont know", "place", None),
        ("Who did this, if you know?", "my ex", "person", "my ex"),
        ("Who did this, if you know?", "Colin from work", "person", "Colin from work"),
        ("Did anyone else see or hear it?", "no", "witnesses", False),
        ("Did anyone else see or hear it?", "yes my mate did", "witnesses", True),
        ("Have you told the police?", "not yet", "reported", False),
        ("How has this affected you?", "cant sleep", "impact", "cant sleep"),
        ("How old are you?", "13", "place", None),
    ],
)
def test_a_short_answer_is_the_value_asked_for(asked: str, text: str, field: str, value: object) -> None:
    assert getattr(read_incident(text, NOW, asked), field) == value


@pytest.mark.parametrize(
    ("prompt", "text", "fields"),
    [
        ("where", " outside my flat ", {"place": "outside my flat"}),
        ("where", "not sure", {"place": None}),
        ("who", "I think it was my ex's brother", {"person": "my ex's brother"}),
        ("who", "a man I don't know", {"person": "a man I don't know"}),
        ("who", "no idea", {"person": None}),
        ("others", "no I was on my own", {"witnesses": False}),
        ("others", "I dont know", {"witnesses": None}),
        ("told", "yes, ref is 12345/26", {"reported": True, "police_reference": "12345/26"}),
        ("told", "no", {"reported": False, "police_reference": None}),
        ("reference", "4521/09", {"police_reference": "4521/09"}),
        ("reference", "i dont have one", {"police_reference": None}),
        ("keep", "screenshots and a video", {"evidence_mentioned": ("screenshots", "video")}),
        ("keep", "no", {"evidence_mentioned": ()}),
        ("kinds", "he followed me and texted me", {"behaviours": ("following", "contact")}),
        ("impact", "cant sleep", {"impact": "cant sleep"}),
        ("said", "he said he'll get me", {}),
        ("tell_more", "my ex Lee shouted it", {"person": "my ex Lee"}),
        ("safety", "yes", {}),
    ],
)
def test_an_answer_fills_the_fields_of_its_prompt(prompt: str, text: str, fields: dict[str, Any]) -> None:
    assert read_answer(prompt, text, NOW) == fields


def test_when_is_read_or_left_unknown() -> None:
    assert read_answer("when", "on Sunday", NOW)["when"].edtf == "2026-02-08"
    assert read_answer("when", "no idea", NOW) == {"when": None}
