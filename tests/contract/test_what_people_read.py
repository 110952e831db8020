"""The words people read: no leading, no blame, no promise, and short."""
from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[2]
FILES = ["bot/diary/interview/prompts.yml", "bot/diary/interview/lines.yml", "bot/conversation/wording.yml", "bot/conversation/errors.yml",
         "bot/safety/cards.yml", "bot/pages/text/en.yml"]
BANNED = re.compile(
    r"\b(why|did (he|she)|isn't it|wasn't it|you are safe now|don't worry|do not worry|you'll be fine|i understand how|i believe you|so brave|"
    r"so strong|low risk|high risk|medium risk|you should apply|the police will|legally admissible|100%|guarantee|always safe|poor thing|"
    r"i'm here for you)\b", re.I)
GENDERED = re.compile(r"\b(he|she|him|her|his|hers|himself|herself)\b", re.I)
LONGEST_SENTENCE = 20


def texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    for item in (value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()):
        yield from texts(item)


ALL = [(file, text) for file in FILES for text in texts(yaml.safe_load((ROOT / file).read_text("utf-8"))) if " " in text]


@pytest.mark.parametrize("file", FILES)
def test_nothing_leads_blames_or_promises(file: str) -> None:
    assert [t for f, t in ALL if f == file and BANNED.search(t)] == []


@pytest.mark.parametrize("file", FILES)
def test_nobody_is_taken_for_a_woman_or_a_man(file: str) -> None:
    assert [t for f, t in ALL if f == file and GENDERED.search(t)] == []


@pytest.mark.parametrize("file", FILES)
def test_sentences_are_short(file: str) -> None:
    long = [s for f, t in ALL if f == file for s in re.split(r"[.?!:\n]\s*", t) if len(s.split()) > LONGEST_SENTENCE]
    assert long == []


def test_a_question_asks_one_thing() -> None:
    prompts = yaml.safe_load((ROOT / "bot/diary/interview/prompts.yml").read_text("utf-8"))
    assert [k for k, p in prompts.items() if p["text"].count("?") > 1] == []
    for key, prompt in prompts.items():
        labels = [o["label"] for o in prompt.get("options", [])]
        assert len(labels) == len(set(labels)), key


def test_every_question_of_the_diary_can_be_skipped() -> None:
    prompts = yaml.safe_load((ROOT / "bot/diary/interview/prompts.yml").read_text("utf-8"))
    for key in ("when", "where", "who", "said", "kinds", "others", "source", "impact", "keep", "told", "tell_more", "cue"):
        assert any(o["intent"] == "skip" for o in prompts[key]["options"]), key
