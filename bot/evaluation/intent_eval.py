"""What a message is, and which answer a question gets.

A line of the set is {"text", "asked", "intent", "topic"}: the question it answers or null, and the topic or service for
a question or a search.
"""
from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from bot.evaluation.row import Row


def evaluate(path: str | Path, parse: Callable[[str, str | None], dict[str, Any]]) -> list[Row]:
    """`parse(text, asked)` gives {"intent", "topic"}."""
    cases = [json.loads(line) for line in Path(path).read_text(encoding="utf-8").splitlines()]
    seen = [(case, parse(case["text"], case["asked"])) for case in cases]
    about = [(case, found) for case, found in seen if case["topic"]]
    return [
        Row("intents: right", sum(found["intent"] == case["intent"] for case, found in seen), len(seen)),
        Row("questions: answered with the right facts", sum(_same(case, found) for case, found in about), len(about)),
    ]


def _same(case: dict[str, Any], found: dict[str, Any]) -> bool:
    return (found["intent"], found["topic"]) == (case["intent"], case["topic"])
