"""What a message is, and which answer a question gets.

A line of the set is {"text", "asked", "intent", "topic"}: the question it answers or null, and the topic or service for
a question or a search; a list of topics where each of them holds the facts that were asked for.
"""
from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Container
from pathlib import Path
from typing import Any

from bot.conversation.nearest import second
from bot.evaluation.row import Row, counted

Parse = Callable[[str, "str | None"], dict[str, Any]]


def evaluate(path: str | Path, parse: Parse, topics: Container[str]) -> tuple[list[Row], Counter[tuple[str, str]]]:
    """The rows, and how often each intent was taken for each other: (meant, taken) -> times.

    `parse(text, asked)` gives {"intent", "topic", "topic_shares"}. `topics`: the answers that there are. A question counts as answered
    where one of the answers that are given (one, or two where it is not sure) holds the facts.
    """
    cases = [json.loads(line) for line in Path(path).read_text(encoding="utf-8").splitlines()]
    seen = [(case, parse(case["text"], case["asked"])) for case in cases]
    questions = [(case, found) for case, found in seen if case["topic"]]
    rows = [
        counted("intents: right", [(case["text"], found["intent"] == case["intent"]) for case, found in seen]),
        counted("questions: answered with the right facts", [(case["text"], _answered(case, found, topics)) for case, found in questions]),
        counted("questions: by the first answer", [(case["text"], _same(case, found)) for case, found in questions]),
        counted("questions: one answer was enough", [(case["text"], not _other(found, topics)) for case, found in questions]),
    ]
    return rows, Counter((case["intent"], found["intent"]) for case, found in seen if case["intent"] != found["intent"])


def _answered(case: dict[str, Any], found: dict[str, Any], topics: Container[str]) -> bool:
    other = _other(found, topics)
    return _same(case, found) or (case["intent"] == found["intent"] and other is not None and fits(case["topic"], other))


def _other(found: dict[str, Any], topics: Container[str]) -> str | None:
    return second(found["topic"], found["topic_shares"], topics) if found["intent"] == "ask" and found["topic"] else None


def _same(case: dict[str, Any], found: dict[str, Any]) -> bool:
    return found["intent"] == case["intent"] and fits(case["topic"], found["topic"])


def fits(meant: str | list[str], topic: str | None) -> bool:
    """Whether an answer is one of those that hold the facts."""
    return topic in ([meant] if isinstance(meant, str) else meant)
