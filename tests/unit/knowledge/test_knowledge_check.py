"""What `daybook content check` finds: each fault is put in by hand, and must be named."""
from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from bot.knowledge.check import overdue, problems
from bot.knowledge.examples import unlearned
from bot.knowledge.load import Knowledge
from bot.knowledge.model import Source

ROOT = Path(__file__).resolve().parents[3]
HARD = ("Notwithstanding jurisdictional considerations, proportionality necessitates authoritative deliberation.",)


def test_the_content_as_it_is_has_nothing_to_put_right() -> None:
    knowledge = Knowledge.load()
    assert problems(knowledge) == [] and unlearned(knowledge, ROOT / "data/nlu") == []


@pytest.mark.parametrize("change, named", [
    ({"sources": ()}, "no source"),
    ({"sources": (Source("A page", "whole page", "https://a.example", "no date"),)}, "no source has a date"),
    ({"sources": (Source("A page", "whole page", None, "2024"), Source("Another", "whole page", "https://a.example", "2024"))},
     "a source without an address"),
    ({"short": ("You can ring 01234 567890.",)}, "01234 567890 is no number of a service here"),
    ({"short": ("You can ring +1 202 555 0100.",)}, "is no number of a service here"),
    ({"more": ("The line is open from 9am to 5pm.",)}, "gives hours (9am)"),
    ({"more": HARD}, "hard to read"),
    ({"short": ("Do not worry.",)}, "says “Do not worry”"),
    ({"short": ("word " * 15 + ".",) * 5}, "more than 60 words"),
    ({"related": ("nothing_like_it",)}, "related names nothing_like_it"),
    ({"jurisdiction": " "}, "no jurisdiction"),
    ({"review_by": "soon"}, "review_by is not a day"),
])
def test_a_fault_in_an_answer_is_named(change: dict[str, Any], named: str) -> None:
    knowledge = Knowledge.load()
    knowledge.topics["spo_what"] = replace(knowledge.topics["spo_what"], **change)
    found = [line for line in problems(knowledge) if line.startswith("spo_what: ")]
    assert any(named in line for line in found), found


def test_what_is_past_its_review_date_is_named_from_the_day_after() -> None:
    knowledge = Knowledge.load()
    knowledge.topics["spo_what"] = replace(knowledge.topics["spo_what"], review_by="2026-01-31")
    assert "spo_what" not in overdue(knowledge, date(2026, 1, 31)) and "spo_what" in overdue(knowledge, date(2026, 2, 1))


def test_an_answer_without_examples_and_an_example_without_an_answer_are_named(tmp_path: Path) -> None:
    (tmp_path / "a.yml").write_text('nlu:\n  - intent: ask/nothing_here\n    examples: |\n      - what is this\n', "utf-8")
    found = unlearned(Knowledge.load(), tmp_path)
    assert any(line.startswith("spo_what: 0 examples") for line in found)
    assert any(line.startswith("nothing_here: has examples") for line in found)


@pytest.mark.parametrize("letter, named", [
    (("My reference: {reference}.", "Dear {officer}"), "{officer} is nothing that can be filled in"),
    (("My reference: {reference}.", "Dear {force"), "a bracket too many or too few"),
    (("Dear {force}",), "does not give the reference"),
    (("My reference: {reference}.", "word " * 21 + "."), "more than 20 words"),
    (("My reference: {reference}.", "It is alleged."), "says “alleged”"),
])
def test_a_fault_in_a_letter_is_named(letter: tuple[str, ...], named: str) -> None:
    knowledge = Knowledge.load()
    knowledge.topics["spo_what"] = replace(knowledge.topics["spo_what"], letter=letter)
    found = [line for line in problems(knowledge) if line.startswith("spo_what: ")]
    assert any(named in line for line in found), found
