"""Where it happened, and what is no place of it."""

from __future__ import annotations

from datetime import datetime

import pytest

from bot.understanding.incident import read_incident

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
    ],
)
def test_a_report_a_fear_an_app_and_an_hour_are_no_place(text: str) -> None:
    assert read_incident(text, NOW).place is None


def test_damage_outside_is_no_loitering() -> None:
    assert read_incident("my tyres were slashed outside my flat", NOW).behaviours == ("damage",)
