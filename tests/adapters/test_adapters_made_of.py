"""What a model is made of: a change of any of it makes a new one, in our check and in Rasa's."""
from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from bot.adapters import reader_component
from bot.adapters.model_files import MADE_OF, made_of
from bot.adapters.safety_component import SafetyComponent

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    for name in MADE_OF:
        here, there = ROOT / name, tmp_path / name
        there.parent.mkdir(parents=True, exist_ok=True)
        shutil.copytree(here, there) if here.is_dir() else shutil.copy(here, there)
    return tmp_path


@pytest.mark.parametrize("changed", ["config.yml", "data/nlu.yml", "bot/safety/learned.py", "bot/safety/passages.py", "bot/understanding/noticed.py",
                                     "bot/adapters/convolution_fit.py", "bot/safety/examples/nan.yml", "bot/understanding/examples/busker.yml"])
def test_a_change_makes_a_new_model(copy: Path, changed: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader_component, "ROOT", copy)
    before, rasas = made_of(copy), SafetyComponent.fingerprint_addon({})
    with (copy / changed).open("a", encoding="utf-8") as file:
        file.write("\n# changed\n")
    assert made_of(copy) != before and SafetyComponent.fingerprint_addon({}) != rasas


def test_a_word_about_the_examples_makes_no_new_model(copy: Path) -> None:
    before = made_of(copy)
    (copy / "bot/safety/examples/README.md").write_text("About more.\n", encoding="utf-8")
    assert made_of(copy) == before


def test_nothing_that_it_is_made_of_is_missing() -> None:
    assert [name for name in MADE_OF if not (ROOT / name).exists()] == []
