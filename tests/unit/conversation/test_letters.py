"""Letters are filled in from what was saved and confirmed, and from nothing else; what is not known stays a blank."""
from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from talk import Talk

from bot.conversation.letters import MOST_DATES, told, written
from bot.knowledge.load import Knowledge
from bot.knowledge.model import SLOTS

LETTER = ("Dear {force}", "My reference: {reference}.", "{dates}", "It began on {first}.", "{name}")


def note(day: str = "", **changes: Any) -> dict[str, Any]:
    when = {"as_told": "at night", "edtf": day, "earliest": f"{day}T20:00:00+00:00", "latest": f"{day}T21:00:00+00:00", "approximate": True}
    return {"status": "saved", "when": when if day else None, "place": None, "behaviours": [], "police_reference": None, **changes}


def filled(*entries: dict[str, Any]) -> dict[str, str]:
    knowledge = Knowledge.load()

    def force_of(place: str) -> str | None:
        found = knowledge.find_forces(place)
        return knowledge.forces[found.forces[0]].card.name if found.sure and len(found.forces) == 1 else None

    return told(entries, force_of)


def test_without_notes_everything_is_a_blank_to_fill_in() -> None:
    assert all("[" in value for value in filled().values())
    assert written(LETTER, filled()).startswith("Dear [name of your police force]\n\nMy reference: [your reference number].")


def test_each_slot_that_a_letter_may_have_is_known_here() -> None:
    assert set(filled()) == SLOTS


def test_dates_stand_in_their_order_each_with_its_kinds() -> None:
    found = filled(note("2026-02-10", behaviours=["contact", "false_reports"]), note("2026-01-03"))
    assert found["dates"].splitlines()[1:] == ["- 3 January 2026", "- 10 February 2026: contacted me, false reports about me"]
    assert (found["first"], found["last"], found["count"]) == ("3 January 2026", "10 February 2026", "2 notes")


def test_days_on_end_are_told_as_such() -> None:
    when = {"as_told": "all week", "edtf": "", "earliest": "2026-02-02T00:00:00+00:00", "latest": "2026-02-08T23:59:59+00:00", "approximate": False}
    assert "2 February 2026 to 8 February 2026" in filled(note(when=when))["dates"]


def test_what_was_taken_back_or_not_finished_stands_in_no_letter() -> None:
    found = filled(note("2026-02-10", status="withdrawn", police_reference="12/34"), note("2026-02-09", status="draft"))
    assert found == filled()


def test_of_many_dates_the_newest_stand_there_and_the_others_are_counted() -> None:
    found = filled(*(note(f"2025-{month:02d}-{day:02d}") for month in (1, 2) for day in range(1, 13)))
    rows = found["dates"].splitlines()[1:]
    assert len(rows) == MOST_DATES + 1 and rows[-1] == "- and 4 more" and rows[0] == "- 5 January 2025"


def test_each_reference_stands_there_once() -> None:
    found = filled(note(police_reference="CR/1"), note(police_reference="CR/2"), note(police_reference="CR/1"))
    assert found["reference"] == "CR/1, CR/2"


@pytest.mark.parametrize("places, force", [
    (["outside the Co-op in Pontefract"], "West Yorkshire Police"),
    (["my flat", "Pontefract", "Wakefield bus station"], "West Yorkshire Police"),
    (["Pontefract", "Truro"], "[name of your police force]"),
    (["my flat"], "[name of your police force]"),
])
def test_a_force_is_named_only_where_all_places_are_of_one(places: list[str], force: str) -> None:
    assert filled(*(note(place=place) for place in places))["force"] == force


def test_words_with_brackets_of_hers_break_nothing() -> None:
    assert "{x}" in written(("My reference: {reference}.",), filled(note(police_reference="{x}")))


def test_a_letter_is_asked_for_and_shown_with_nothing_sent(talk: Talk) -> None:
    topics = talk.house.knowledge.topics
    topics["spo_what"] = replace(topics["spo_what"], letter=LETTER)
    talk.saved("Yesterday at 4pm he followed me home from the station in Truro.")
    talk.say("what is an spo", "ask", topic="spo_what").pick("A letter I can copy")
    shown = next(message for message in talk.messages if message.get("letter"))
    assert "10 February 2026: followed me" in shown["letter"] and "[your name]" in shown["letter"]
    assert shown["text"].endswith(shown["letter"]) and "Nothing has been sent." in shown["text"]
    assert "followed me home" not in shown["letter"]
    assert "A letter I can copy" not in [o["label"] for m in talk.messages for o in m.get("options", [])]
