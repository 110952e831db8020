"""Changes of wording keep what is meant, and the checks built on them count what they say."""
from __future__ import annotations

import json
from pathlib import Path

import pytest

from bot.evaluation import checklist_eval
from bot.evaluation.perturb import CHANGES
from bot.safety.assessment import assessed


@pytest.mark.parametrize("name,text,changed", [
    ("in capitals", "he is here", "HE IS HERE"), ("without punctuation", "He's here, now!", "hes here now"),
    ("with short forms", "he is outside and I am alone", "he's outside and I'm alone"), ("in dialect", "my mum saw nothing", "me mam saw nowt"),
    ("with typing slips", "someone is trying the handle", "soemone is trying the handle"), ("as a text message", "are you there", "r u there"),
    ("with other names", "Darren is back", "Dylan is back")])
def test_a_change_changes_the_wording_alone(name: str, text: str, changed: str) -> None:
    assert CHANGES[name](text) == changed
    assert CHANGES[name](text) == CHANGES[name](text)


def test_what_is_thrown_by_a_change_is_counted(tmp_path: Path) -> None:
    folder = tmp_path / "test"
    folder.mkdir()
    (folder / "safety.jsonl").write_text(json.dumps({"text": "he is here", "asked": None, "level": "emergency"}) + "\n", "utf-8")
    (folder / "intents.jsonl").write_text(json.dumps({"text": "stop it", "asked": None, "intent": "stop", "topic": None}) + "\n", "utf-8")
    (tmp_path / "checklist.yml").write_text('"a denial":\n  - {text: "he is not here", level: none}\n', "utf-8")
    rows = {r.name: r for r in checklist_eval.evaluate(
        folder, lambda t, a: assessed("emergency" if "is" in t and not t.isupper() else "none"), lambda t, a: {"intent": "stop"})}
    assert (rows["danger in capitals: still caught"].right, rows["danger in capitals: still caught"].total) == (0, 1)
    assert rows["danger with signs around it: still caught"].right == 1
    assert rows["a denial: rightly read"].right == 0
    assert rows["intent in capitals: as before"].total == 1
