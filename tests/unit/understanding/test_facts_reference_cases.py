"""Police references in the shapes of the forces, and the many other numbers of an account that are none."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from bot.understanding.reference import find_reference
from bot.understanding.text_parts import TextParts

CASES = yaml.safe_load(Path(__file__).with_name("reference_cases.yml").read_text("utf-8"))


@pytest.mark.parametrize(("text", "value"), CASES["told"])
def test_a_reference_is_found_as_typed(text: str, value: str) -> None:
    span = find_reference(TextParts(text))
    assert span and text[slice(*span)] == value


@pytest.mark.parametrize("text", CASES["none"])
def test_a_number_of_something_else_is_none(text: str) -> None:
    assert find_reference(TextParts(text)) is None
