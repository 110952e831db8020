"""The tables of told times in `when_cases_*.yml`: the day meant, the time of day to the hour, and nothing made up."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
import yaml

from bot.evaluation.when_eval import day_right, hour_right
from bot.understanding.when import read_when


def read_table(path: Path) -> list[dict[str, Any]]:
    """The lines of a table as cases of `bot.evaluation.when_eval`."""
    cases = []
    for group in yaml.safe_load(path.read_text(encoding="utf-8")):
        for line in group["told"].strip().splitlines():
            text, meant = line.rsplit(" => ", 1)
            days, _, time = meant.partition(" ")
            first, _, last = days.partition("..")
            known = first != "nothing"
            case = {"now": group["now"], "text": text, "time": time or None}
            cases.append({**case, "first": first if known else None, "last": (last or first) if known else None})
    return cases


CASES = [case for path in sorted(Path(__file__).parent.glob("when_cases_*.yml")) for case in read_table(path)]


def test_there_are_many_cases() -> None:
    assert len(CASES) >= 400


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['now'][:10]} {case['text']}")
def test_a_told_time_is_what_was_meant(case: dict[str, Any]) -> None:
    found = read_when(case["text"], datetime.fromisoformat(case["now"]))
    assert day_right(case, found), found
    assert not case["time"] or hour_right(case, found), found
