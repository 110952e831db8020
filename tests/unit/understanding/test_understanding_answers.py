"""Short answers to the question just put, and answers to each prompt."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import pytest

from bot.understanding.answers import read_answer, read_besides
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


@pytest.mark.parametrize(
    ("text", "value"),
    [
        *((text, True) for text in (
            "the neighbour at 14 saw him", "my sister did", "just the kids", "my mum", "a lad off the bus clocked him", "Sarah from work",
            "they saw him",
            "a man at the bus stop heard him shouting", "yes my neighbour across the road looked out", "his mate was there", "she saw it too",
            "only my daughter",
            "Priya and her mum saw", "the lady in the shop heard all of it", "yeah", "my neighbors",
        )),
        *((text, False) for text in (
            "no", "just me", "nobody about", "only the dog", "only me and the dog", "not a soul", "nope just us", "they didnt see owt",
            "no one else about",
            "home alone", "not that i know of", "i was on my own", "dont think anyone did", "the street was empty", "just him", "no1 else",
        )),
        *((text, None) for text in ("not sure", "dunno", "id rather not say", "it was dark")),
    ],
)
def test_whether_anyone_else_saw(text: str, value: bool | None) -> None:
    assert read_answer("others", text, NOW) == {"witnesses": value}
    assert read_incident(text, NOW, "Did anyone else see or hear it?").witnesses is value


@pytest.mark.parametrize("text", ["he was shouting at us outside", "i showed her tutor the screenshots", "I sent my mum the messages"])
def test_whom_she_was_with_or_showed_it_is_no_witness(text: str) -> None:
    assert read_incident(text, NOW).witnesses is None


TOLD = "Have you been able to tell anyone about this? If you told the police, you can put the reference number."


@pytest.mark.parametrize(
    ("text", "value", "reference"),
    [
        ("HR", None, None),
        ("my mum", None, None),
        ("told my sister", None, None),
        ("my GP and work", None, None),
        ("I telephoned 101", True, None),
        ("rang 101, they gave me log 345", True, "345"),
        ("spoke to PC Khan", True, None),
        ("the safeguarding lead knows", True, None),
        ("the police are aware", True, None),
        ("yes PC Khan, ref 23/456789/26", True, "23/456789/26"),
        ("nobody", False, None),
        ("no one yet", False, None),
        ("not the police", False, None),
        ("my manager, not the police", False, None),
    ],
)
def test_who_was_told_is_never_who_did_it(text: str, value: bool | None, reference: str | None) -> None:
    assert read_answer("told", text, NOW) == {"reported": value, "police_reference": reference}
    assert not read_besides("told", text, NOW).keys() - {"reported", "police_reference"}
    told = read_incident(text, NOW, TOLD)
    assert (told.reported, told.police_reference, told.person, told.place, told.behaviours) == (value, reference, None, None, ())


@pytest.mark.parametrize("text", ["it was 5 times last week", "I was walking the dog along the canal towpath", "Good evening", "he sent 40 messages"])
def test_what_was_done_or_how_often_is_no_effect_on_her(text: str) -> None:
    assert read_incident(text, NOW).impact is None


def test_an_answer_is_not_the_place_and_the_person_at_once() -> None:
    told = read_incident("Passmore Road", NOW, "Where was this?")
    assert (told.place, told.person) == ("Passmore Road", None) and not read_besides("where", "Passmore Road", NOW)["person"]
    assert read_incident("dunno, some lad in a cap", NOW, "Who did this, if you know?").person == "some lad in a cap"
