"""What other projects' suites say of English dates, where it holds for a British diary that looks back.

`sources.yml` says where the cases come from, `exclusions.yml` which are not asked here and why.
"""

from __future__ import annotations

import json
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

import pytest
import yaml

from bot.evaluation.when_eval import day_right, hour_right
from bot.understanding.dates.values import LONDON
from bot.understanding.when import When, read_when

HERE = Path(__file__).parent
SOURCES = yaml.safe_load((HERE / "sources.yml").read_text(encoding="utf-8"))
EXCLUSIONS = yaml.safe_load((HERE / "exclusions.yml").read_text(encoding="utf-8"))
WIDEST = timedelta(hours=14)


def cases_of(name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (HERE / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()]


CASES = [case for name in SOURCES for case in cases_of(name)]


def holds(case: dict[str, Any], found: When | None) -> bool:
    """Whether a told time of day lies in what was read: a part of the day, or both halves of the clock."""
    assert found and found.earliest and found.latest
    ends = [_moment(case["first"], told) for told in (case["time"].split("-")[0], case["time"].split("-")[-1])]
    inside = found.earliest <= ends[0] and ends[1] <= found.latest + timedelta(minutes=1)
    return inside and found.latest - found.earliest <= WIDEST


def _moment(day: str, told: str) -> datetime:
    hour, minute = map(int, told.split(":"))
    return (datetime.combine(date.fromisoformat(day), time()) + timedelta(hours=hour, minutes=minute)).replace(
        tzinfo=LONDON
    )


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['id']} {case['text']}")
def test_an_outside_case_is_read_as_its_suite_says(case: dict[str, Any]) -> None:
    found = read_when(case["text"], datetime.fromisoformat(case["now"]))
    assert day_right(case, found), found
    assert not case["time"] or hour_right(case, found) or holds(case, found), found


@pytest.mark.parametrize("name", SOURCES)
def test_every_expression_is_kept_or_left_out_with_a_reason(name: str) -> None:
    kept, left_out = len(cases_of(name)), sum(len(texts) for texts in EXCLUSIONS[name].values())
    print(f"{SOURCES[name]['title']}: {kept} of {kept + left_out} expressions kept ({kept / (kept + left_out):.0%})")
    assert kept + left_out == SOURCES[name]["expressions"]
    assert set(EXCLUSIONS[name]) <= set(EXCLUSIONS["reasons"])


@pytest.mark.parametrize("name", SOURCES)
def test_the_licence_stands_beside_the_cases(name: str) -> None:
    assert "copyright" in (HERE / SOURCES[name]["licence_text"]).read_text(encoding="utf-8").lower()
