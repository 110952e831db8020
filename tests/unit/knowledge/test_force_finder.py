"""Places lead to their police: towns, villages, counties, nicknames, misspellings; and where a name is not sure, to all that it may be."""
from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from bot.knowledge.load import Knowledge

KNOWLEDGE = Knowledge.load()
PLACES = yaml.safe_load((Path(__file__).parent / "places.yml").read_text("utf-8"))


def test_places_written_from_memory_lead_to_their_force() -> None:
    wanted = {text: {forces} if isinstance(forces, str) else set(forces) for text, forces in PLACES.items()}
    missed = [text for text, forces in wanted.items() if set(KNOWLEDGE.find_forces(text).forces) != forces]
    assert len(wanted) >= 300 and len(missed) <= len(wanted) // 50, missed


@pytest.mark.parametrize("text, forces, sure", [
    ("hebden bridge", ("west_yorkshire",), True),
    ("hebdon brige", ("west_yorkshire",), False),
    ("london", ("metropolitan", "city_of_london"), False),
    ("newport", ("hampshire", "west_mercia", "gwent"), False),
    ("newport, shropshire", ("west_mercia",), True),
    ("Ashford in Kent", ("kent",), True),
    ("i live in leeds and he's in manchester", ("west_yorkshire", "greater_manchester"), True),
    ("the train from leeds to york", ("west_yorkshire", "north_yorkshire", "british_transport_police"), True),
])
def test_what_is_found_and_whether_it_is_sure(text: str, forces: tuple[str, ...], sure: bool) -> None:
    found = KNOWLEDGE.find_forces(text)
    assert (found.forces, found.sure) == (forces, sure)


@pytest.mark.parametrize("text", ["he was reading my post", "my ex Barry, and his mate Preston", "i never met him", "the deal was off", "in person",
                                  "on sale", "i write in welsh", "in writing", "the police station", "local police", "", "?!", "🙂"])
def test_words_that_only_sound_like_a_place_are_none(text: str) -> None:
    assert KNOWLEDGE.find_forces(text).forces == ()


@pytest.mark.parametrize("text, bare", [("Leeds", True), ("i'm in leeds", True), ("what about leeds?", True), ("he followed me in leeds", False),
                                        ("which force", False)])
def test_a_place_and_nothing_else_is_told_from_an_account(text: str, bare: bool) -> None:
    assert KNOWLEDGE.find_forces(text).bare is bare


def test_every_name_finds_its_own_force() -> None:
    lost = [(force.id, name) for force in KNOWLEDGE.forces.values() for name in force.names if force.id not in KNOWLEDGE.find_forces(name).forces]
    assert lost == []


def test_a_long_text_does_not_hold_up_the_answer() -> None:
    assert KNOWLEDGE.find_forces("he was in zzyzx near qwertyville and " * 300).forces == ()
