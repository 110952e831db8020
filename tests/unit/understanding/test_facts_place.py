"""Where it happened, and what is no place of it."""

from __future__ import annotations

from datetime import datetime

import pytest

from bot.understanding.incident import read_incident
from bot.understanding.place import find_place
from bot.understanding.text_parts import TextParts

NOW = datetime.fromisoformat("2026-02-11T10:30:00+00:00")


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("my mum's ex sat outside mine all night", "outside mine"),
        ("Žďárský followed me round the Co-op in Moss Side", "round the Co-op in Moss Side"),
        ("He went round to hers in Beeston", "hers in Beeston"),
        ("the bloke at number 9 shouted at me over the fence", "over the fence"),
        ("He follow me in the bus 142", "the bus 142"),
        ("my tyres were slashed outside my flat", "outside my flat"),
        ("He followed me into the toilets at Nandos in Derby", "the toilets at Nandos in Derby"),
    ],
)
def test_the_place_of_what_happened_is_found(text: str, place: str) -> None:
    assert read_incident(text, NOW).place == place


@pytest.mark.parametrize(
    "text",
    [
        "the police took my statement at the police station",
        "I am scared he will come to my work",
        "@kc_ghost99 sent me 40 messages",
        "he rang me at 3am",
        "a card came. I've kept it in the drawer in my kitchen",
        "he sent a ring. it's in my mum's safe",
        "41 messages. I've saved them all in a folder",
        "I'm staying at my sister's for now",
        "The letter is in a bag in the garage",
        "he rang nine times on weds",
        "nothing happened this week",
    ],
)
def test_a_report_a_fear_an_hour_or_where_it_is_kept_is_no_place(text: str) -> None:
    assert read_incident(text, NOW).place is None


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("He was crouched down outside the Spar I work at", "outside the Spar I work at"),
        ("she came up to me in the staff car park at the Infirmary", "the staff car park at the Infirmary"),
        ("he was sat on the wall opposite my flat", "the wall opposite my flat"),
        ("someone tried the handle of the back door", "the back door"),
    ],
)
def test_words_after_a_place_do_not_take_it_away(text: str, place: str) -> None:
    assert place in (read_incident(text, NOW).place or "")


def test_damage_outside_is_no_loitering() -> None:
    assert read_incident("my tyres were slashed outside my flat", NOW).behaviours == ("damage",)


@pytest.mark.parametrize(("text", "place"), [
    ("colin touched me on the leg", None),
    ("He spat in my face outside the Queens Arms.", "the Queens Arms"),
    ("Last month he came back to the office twice", "the office"),
])
def test_where_he_touched_her_and_how_often_are_no_place(text: str, place: str | None) -> None:
    span = find_place(TextParts(text))
    assert (place is None) if span is None else (place is not None and text[slice(*span)].endswith(place))
