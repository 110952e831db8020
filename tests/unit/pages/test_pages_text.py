"""The words of the pages: all there, all used, short and plain."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest
import yaml

from bot.pages.render import HERE

SAY = yaml.safe_load((HERE / "text" / "en.yml").read_text("utf-8"))
TEMPLATES = "".join(path.read_text("utf-8") for path in (HERE / "templates").glob("*.html"))
SCRIPT = "".join(path.read_text("utf-8") for path in (HERE / "static" / "script").glob("*.js"))
DATE_FIELDS = {"day", "month", "year", "about"}


def sentences(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield from (part for part in re.split(r"(?<=[.?])\s+", value) if part)
    else:
        for part in value.values() if isinstance(value, dict) else value:
            yield from sentences(part)


def in_templates() -> set[tuple[str, str]]:
    return set(re.findall(r"say\.(\w+)\.(\w+)", TEMPLATES))


def handed_to_the_script() -> set[str]:
    return {*SAY["message"], *SAY["script"], *re.findall(r'data-say="(\w+)"', TEMPLATES)}


def test_every_key_a_template_uses_exists():
    assert {(group, key) for group, key in in_templates() if key not in SAY[group]} == set()


def test_every_key_the_script_uses_is_handed_to_it():
    assert set(re.findall(r"said\.(\w+)", SCRIPT)) - {"dataset"} <= handed_to_the_script()


def test_no_text_lies_unused():
    used = (
        in_templates()
        | {("script", key) for key in re.findall(r"said\.(\w+)", SCRIPT)}
        | {("message", key) for key in DATE_FIELDS}
    )
    assert {(group, key) for group, keys in SAY.items() for key in keys} - used == set()


@pytest.mark.parametrize("sentence", sentences(SAY))
def test_a_sentence_is_short_and_plain(sentence):
    assert len(sentence.split()) <= 15
    assert not re.search(
        r"\b(he|she|his|her|victim|perpetrator|incident|evidence|alleged|just|only|should)\b|!|n't\b",
        sentence,
        re.IGNORECASE,
    )


def test_templates_hold_no_words_of_their_own():
    bare = re.sub(r"\{[{%#].*?[}%#]\}", "", TEMPLATES, flags=re.DOTALL)
    assert re.findall(r">\s*([A-Za-z][^<{]*)<", bare) == []
