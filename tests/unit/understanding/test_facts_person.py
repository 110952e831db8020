"""Who did it, in the many ways people say so, and who did not."""

from __future__ import annotations

from datetime import datetime

import pytest

from bot.understanding.incident import read_incident
from bot.understanding.person import find_person
from bot.understanding.text_parts import TextParts

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
        ("Darren was sat on the wall outside Boots when I came out", "Darren"),
        ("my manager Phil waits by the lockers until everyone has gone", "my manager Phil"),
        ("the lad from number 12 keeps knocking at my door", "the lad from number 12"),
        ("her brother pulled up alongside me on Cowick Street", "her brother"),
        ("a bloke off my old course turned up at the climbing wall", "a bloke off my old course"),
        ("@mr_tobes_88 sent me 31 messages", "@mr_tobes_88"),
        ("my ex says he will be there when I come out", "my ex"),
        ("Some man in a grey tracksuit was filming me on the tram", "Some man in a grey tracksuit"),
    ],
)
def test_the_one_who_did_it_is_named(text: str, person: str) -> None:
    assert read_incident(text, NOW).person == person


@pytest.mark.parametrize(("answer", "person"), [("Imran heard it all", None), ("my sister saw him", None), ("Liam Hart", "Liam Hart")])
def test_an_answer_to_who_names_no_witness(answer: str, person: str | None) -> None:
    assert read_incident(answer, NOW, "Who did this?").person == person


@pytest.mark.parametrize(
    "text",
    [
        "Imran heard it all",
        "my sister told me he was there",
        "today is rain and I wash clothes",
        "Marta says she was outside again by the bank",
        "Gethin reckons he was parked up there till gone ten",
        "Officer was called Dev, he was lovely",
        "Rosie on reception answered every time",
        "Sanjay was stacking shelves and he saw the lot",
        "the woman from my choir has nothing to do with this",
        "Lee wasn't there and it's been quiet",
        "Mr Vosper did not come today",
        "wayne hasnt been near for a week",
        "Weds: flat buzzer at 3am. Thurs: flat buzzer at 4am",
        "Merseyside Police rang back and said keep a log",
        "our own ref for the viewing is V-8842",
        "my doctor has been really supportive",
        "My aunt let me in and we sat in the kitchen",
        "nothing this week, been to bingo",
    ],
)
def test_nobody_did_it_where_nobody_is_told(text: str) -> None:
    assert read_incident(text, NOW).person is None


def test_what_was_done_is_no_part_of_a_name() -> None:
    text = "colin from accounts touched me"
    span = find_person(TextParts(text))
    assert span and text[slice(*span)] == "colin from accounts"
