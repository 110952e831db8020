"""Which answer a question gets that leans on the answer before it, or that does not.

A line of the set is {"after", "text", "topic"}: the topic just answered, a question of a few words, and the topic (or a list
of them) that holds the facts.
"""
from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from bot.conversation.follow_up import leaning, together
from bot.conversation.state import State
from bot.evaluation.intent_eval import Parse, fits
from bot.evaluation.row import Row, counted
from bot.knowledge.load import Knowledge


def evaluate(path: str | Path, parse: Parse, knowledge: Knowledge) -> list[Row]:
    """One row. `parse(text, asked)` gives {"intent", "topic", "topic_shares"}."""
    cases = [json.loads(line) for line in Path(path).read_text(encoding="utf-8").splitlines()]
    judged = [(f"{case['after']}: {case['text']}", _right(case, parse, knowledge)) for case in cases]
    return [counted("follow-ups: answered with the right facts", judged)]


def _right(case: dict[str, Any], parse: Parse, knowledge: Knowledge) -> bool:
    state = State(answered=case["after"])
    both = together(case["text"], state, knowledge)
    found = leaning(parse(case["text"], None), parse(both, None) if both else None, case["text"], state, knowledge)
    return found["intent"] == "ask" and fits(case["topic"], found["topic"].partition("/")[0])
