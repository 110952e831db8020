"""Who did it, in the many ways people say so, and who did not."""

from __future__ import annotations

from datetime import datetime

import pytest

from bot.understanding.incident import read_incident

NOW = datetime.fromisoformat("2026-02-11T10:30:00+00:00")


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("mandy turned up at my work", "mandy"),
        ("It was Liam Hart and his brother", "Liam Hart and his brother"),
        ("@kc_ghost99 sent me 40 messages", "@kc_ghost99"),
        ("nightowl_pl4 keeps sending me snaps", "nightowl_pl4"),
        ("Mr Pritchard was at the end of my path again", "Mr Pritchard"),
        ("someone in a hood slashed my tyres on the drive", "someone in a hood"),
        ("the bloke at number 9 shouted at me over the fence", "the bloke at number 9"),
        ("my mum's ex sat outside mine all night", "my mum's ex"),
        ("a letter signed Joshua Pell came to the office", "Joshua Pell"),
        ("whoever Raven is, he posted my address", "Raven"),
        ("my ex bestie jess told everyone on insta i was pregnant", "my ex bestie jess"),
        ("Žďárský followed me round the Co-op in Moss Side", "Žďárský"),
    ],
)
def test_the_one_who_did_it_is_named(text: str, person: str) -> None:
    assert read_incident(text, NOW).person == person


@pytest.mark.parametrize("text", ["Imran heard it all", "my sister told me he was there", "today is rain and I wash clothes"])
def test_an_onlooker_did_not_do_it(text: str) -> None:
    assert read_incident(text, NOW).person is None


@pytest.mark.parametrize(("answer", "person"), [("Imran heard it all", None), ("my sister saw him", None), ("Liam Hart", "Liam Hart")])
def test_an_answer_to_who_names_no_witness(answer: str, person: str | None) -> None:
    assert read_incident(answer, NOW, "Who did this?").person == person
