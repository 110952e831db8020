"""The figures are counted right, and the labelled sets can be read."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bot.evaluation import incident_eval, when_eval
from bot.evaluation.interval import wilson
from bot.understanding.behaviours import BEHAVIOURS
from bot.understanding.evidence import EVIDENCE
from bot.understanding.incident import read_incident

SETS = Path(when_eval.__file__).with_name("sets")


def test_wilson_interval_of_eight_in_ten() -> None:
    low, high = wilson(8, 10)
    assert (round(low, 3), round(high, 3)) == (0.49, 0.943)
    assert wilson(0, 0) == (0.0, 1.0)


def test_a_right_day_counts_and_a_made_up_one_does_not(tmp_path: Path) -> None:
    now = "2026-02-11T10:30:00+00:00"
    cases = [
        {"now": now, "text": "yesterday at 4pm", "first": "2026-02-10", "last": "2026-02-10", "time": "16:00"},
        {"now": now, "text": "yesterday", "first": "2026-02-09", "last": "2026-02-09", "time": None},
        {"now": now, "text": "no idea", "first": None, "last": None, "time": None},
    ]
    path = tmp_path / "set.jsonl"
    path.write_text("".join(json.dumps(case) + "\n" for case in cases), encoding="utf-8")
    assert [(row.right, row.total) for row in when_eval.evaluate(path)] == [(2, 3), (1, 1), (1, 1)]


def test_shared_behaviours_count_twice(tmp_path: Path) -> None:
    case = {
        "now": "2026-02-11T10:30:00+00:00",
        "text": "he followed me",
        "behaviours": ["following", "threats"],
        "evidence_mentioned": [],
        **dict.fromkeys(("place", "person", "witnesses", "reported", "police_reference", "impact")),
    }
    path = tmp_path / "set.jsonl"
    path.write_text(json.dumps(case) + "\n", encoding="utf-8")
    row = incident_eval.evaluate(path, read_incident)[0]
    assert (row.name, row.right, row.total) == ("behaviours F1", 2, 3)


@pytest.mark.parametrize(("name", "least"), [
    ("test/when.jsonl", 250), ("test/incident.jsonl", 120), ("dev/when.jsonl", 300), ("dev/incident.jsonl", 200),
])
def test_the_labelled_sets_are_large_enough_and_whole(name: str, least: int) -> None:
    cases = [json.loads(line) for line in (SETS / name).read_text(encoding="utf-8").splitlines()]
    assert len(cases) >= least and len({case["id"] for case in cases}) == len(cases)
    for case in cases:
        assert set(case.get("behaviours", [])) <= set(BEHAVIOURS)
        assert set(case.get("evidence_mentioned", [])) <= set(EVIDENCE)
