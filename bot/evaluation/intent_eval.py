"""What a message is, and which answer a question gets.

A line of the set is {"text", "asked", "intent", "topic"}: the question it answers or null, and the topic or service for
a question or a search; a list of topics where each of them holds the facts that were asked for.
"""
from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

from bot.evaluation.row import Row, counted

Parse = Callable[[str, "str | None"], dict[str, Any]]


def evaluate(path: str | Path, parse: Parse) -> tuple[list[Row], Counter[tuple[str, str]]]:
    """The rows, and how often each intent was taken for each other: (meant, taken) -> times. `parse(text, asked)` gives {"intent", "topic"}."""
    cases = [json.loads(line) for line in Path(path).read_text(encoding="utf-8").splitlines()]
    seen = [(case, parse(case["text"], case["asked"])) for case in cases]
    rows = [
        counted("intents: right", [(case["text"], found["intent"] == case["intent"]) for case, found in seen]),
        counted("questions: answered with the right facts", [(case["text"], _same(case, found)) for case, found in seen if case["topic"]]),
    ]
    return rows, Counter((case["intent"], found["intent"]) for case, found in seen if case["intent"] != found["intent"])


def _same(case: dict[str, Any], found: dict[str, Any]) -> bool:
    return found["intent"] == case["intent"] and fits(case["topic"], found["topic"])


def fits(meant: str | list[str], topic: str | None) -> bool:
    """Whether an answer is one of those that hold the facts."""
    return topic in ([meant] if isinstance(meant, str) else meant)
