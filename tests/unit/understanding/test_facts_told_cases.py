"""Denial, hearsay and intention: who else saw it, and whether it was reported."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from bot.understanding.facts import find_reported
from bot.understanding.text_parts import TextParts
from bot.understanding.witnesses import find_witnesses

CASES = yaml.safe_load(Path(__file__).with_name("told_cases.yml").read_text("utf-8"))
MEANT = {"yes": True, "no": False, None: None}


def _cases(name: str) -> list[Any]:
    return [pytest.param(text, MEANT[told], id=text) for told, texts in CASES[name].items() for text in texts]


@pytest.mark.parametrize(("text", "told"), _cases("witnesses"))
def test_who_else_saw_it(text: str, told: bool | None) -> None:
    found = find_witnesses(TextParts(text))
    assert (found[0] if found else None) is told


@pytest.mark.parametrize(("text", "told"), _cases("reported"))
def test_whether_it_was_reported(text: str, told: bool | None) -> None:
    found = find_reported(TextParts(text))
    assert (found[0] if found else None) is told
