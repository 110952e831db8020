"""`daybook content check` looks at the police forces: each fault is put in by hand, and must be named."""
from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import datetime, timezone
from typing import Any

import pytest

from bot.knowledge.check import overdue, problems
from bot.knowledge.forces import OTHER_LAW, POLICE_AREA, RAILWAY
from bot.knowledge.load import Knowledge

NOW = datetime(2026, 2, 11, 10, 30, tzinfo=timezone.utc)


def faults(change: Any) -> list[str]:
    knowledge = Knowledge.load()
    change(knowledge.forces)
    return problems(knowledge)


def changed(id_: str, **fields: Any) -> Any:
    return lambda forces: forces.update({id_: replace(forces[id_], **fields)})


def card(id_: str, **fields: Any) -> Any:
    return lambda forces: forces.update({id_: replace(forces[id_], card=replace(forces[id_].card, **fields))})


def test_all_43_are_there_with_the_railways_and_those_beside() -> None:
    kinds = Counter(force.region.kind for force in Knowledge.load().forces.values())
    assert kinds == {POLICE_AREA: 43, RAILWAY: 1, OTHER_LAW: 2}


@pytest.mark.parametrize("change, named", [
    (lambda forces: forces.pop("gwent"), "forces: 42 of kind police_area, where there are 43"),
    (lambda forces: forces.pop("british_transport_police"), "forces: 0 of kind railway"),
    (card("kent", sources=()), "kent: no source"),
    (card("kent", phone=None), "kent: no number"),
    (card("kent", review_by="soon"), "kent: review_by is not a day"),
    (card("kent", helps="The victims of Kent."), "kent: says"),
    (changed("kent", shared=()), "surrey: ashford is shared with no other force"),
    (changed("kent", places=("Leeds",) * 20), "kent: leeds is another force's too, and not marked as shared"),
    (changed("kent", places=()), "kent: fewer than 10 places"),
])
def test_a_fault_in_a_force_is_named(change: Any, named: str) -> None:
    assert any(line.startswith(named) for line in faults(change)), named


def test_a_force_past_its_review_date_is_named() -> None:
    knowledge = Knowledge.load()
    card("kent", review_by="2026-01-31")(knowledge.forces)
    assert "kent" in overdue(knowledge, NOW.date())


@pytest.mark.parametrize("id_", sorted(Knowledge.load().forces))
def test_a_card_has_a_number_a_secure_address_and_where_it_was_read(id_: str) -> None:
    shown = Knowledge.load().service(id_, NOW)
    assert shown["type"] == "service" and shown["phone"] and shown["phone"] in shown["text"]
    assert shown["url"].startswith("https://www.") and ".police.uk" in shown["url"] and shown["url"] in shown["text"]
    assert shown["open_now"] is None and "Where this comes from:" in shown["text"]
