"""Behaviour in the manner of CheckList: what is meant is read the same however it is typed, and a denial is a denial.

Beside the figures of the sets, since a reader may be right on average and still be thrown by a missing apostrophe.
"""
from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import yaml

from bot.evaluation.perturb import CHANGES
from bot.evaluation.row import Row, counted
from bot.safety.assessment import LEVELS, Assessment

Assess = Callable[[str, "str | None"], Assessment]
Parse = Callable[[str, "str | None"], dict[str, Any]]
# Of each kind of message so many are changed in each way.
MOST = 40


def evaluate(folder: Path, assess: Assess, parse: Parse) -> list[Row]:
    """Two rows a change, danger and intents, of messages that it changes and that were read right as they stood; then one a kind of
    checklist.yml beside the folder: {kind: [{"text", "asked", "level": the highest level that is right}]}."""
    danger = [c for c in _lines(folder / "safety.jsonl") if c["level"] == "emergency" and assess(c["text"], c["asked"]).level != "none"]
    calm = [c for c in _lines(folder / "safety.jsonl") if c["level"] == "none" and assess(c["text"], c["asked"]).level != "emergency"]
    meant = [c for c in _lines(folder / "intents.jsonl") if parse(c["text"], c["asked"])["intent"] == c["intent"]]
    rows = []
    for name, change in CHANGES.items():
        rows.append(_kept(f"danger {name}: still caught", danger, change, lambda c, t: assess(t, c["asked"]).level != "none"))
        rows.append(_kept(f"ordinary {name}: still not taken over", calm, change, lambda c, t: assess(t, c["asked"]).level != "emergency"))
        rows.append(_kept(f"intent {name}: as before", meant, change, lambda c, t: parse(t, c["asked"])["intent"] == c["intent"]))
    kinds = yaml.safe_load((folder.parent / "checklist.yml").read_text("utf-8"))
    return rows + [counted(f"{kind}: rightly read", [(c["text"], _right(c, assess)) for c in cases]) for kind, cases in kinds.items()]


def _kept(name: str, cases: list[dict[str, Any]], change: Callable[[str], str], right: Callable[[dict[str, Any], str], bool]) -> Row:
    changed = [(case, change(case["text"])) for case in cases]
    told = [(case, text) for case, text in changed if text != case["text"]]
    step = max(1, len(told) // MOST)
    return counted(name, [(text, right(case, text)) for case, text in told[::step][:MOST]])


def _right(case: dict[str, Any], assess: Assess) -> bool:
    level = assess(case["text"], case.get("asked")).level
    if case["level"] == "emergency":
        return level != "none"
    return LEVELS.index(level) <= LEVELS.index(case["level"])


def _lines(file: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in file.read_text("utf-8").splitlines()]
