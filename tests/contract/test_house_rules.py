"""The rules of the house, each held by a test."""
from __future__ import annotations

import ast
import re
import subprocess
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[2]
TRACKED = [ROOT / name for name in subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True).stdout.splitlines()]
BOT = [p for p in TRACKED if p.suffix == ".py" and p.is_relative_to(ROOT / "bot") and p.exists()]
ACTIONS = [p for p in TRACKED if p.suffix == ".py" and p.is_relative_to(ROOT / "actions") and p.exists()]
TESTS = [p for p in TRACKED if p.suffix == ".py" and p.is_relative_to(ROOT / "tests") and p.exists()]
ENGINES = {"rasa", "rasa_sdk", "sanic", "tensorflow", "transformers", "torch"}
GENERATED = re.compile(r"(\.tar\.gz|\.db|\.db-wal|\.sqlite3|\.log|\.pyc|\.zip|\.age)$|(^|/)(models|\.rasa|__pycache__|\.venv|var|results)/")


def imported(path: Path) -> set[str]:
    """The top-level packages a file imports, wherever in it."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module.split(".")[0])
    return found


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("path", BOT, ids=name)
def test_only_adapters_know_the_engines(path: Path) -> None:
    if not path.is_relative_to(ROOT / "bot" / "adapters"):
        assert not imported(path) & ENGINES


@pytest.mark.parametrize("path", ACTIONS, ids=name)
def test_actions_know_no_database_and_no_network(path: Path) -> None:
    assert not imported(path) & {"sqlalchemy", "requests", "cryptography"}
    assert len(path.read_text("utf-8").splitlines()) <= 60


@pytest.mark.parametrize("path", [*BOT, *ACTIONS, *TESTS], ids=name)
def test_files_are_small(path: Path) -> None:
    assert len(path.read_text("utf-8").splitlines()) <= 250


@pytest.mark.parametrize("path", [p for p in BOT if p.is_relative_to(ROOT / "bot" / "diary") and "storage" not in p.parts], ids=name)
def test_sql_stands_in_storage_alone(path: Path) -> None:
    if "migrations" not in path.parts:
        assert not re.search(r"import .*\b(select|insert|update|delete)\b.*|\.execute\(", path.read_text("utf-8"))


def test_nothing_generated_is_tracked() -> None:
    assert [name(p) for p in TRACKED if GENERATED.search(name(p))] == []


def test_nothing_is_left_for_later() -> None:
    words = ("TO" + "DO", "FIX" + "ME", "raise NotImplemented" + "Error", "pytest.mark." + "skip", "X" + "XX")
    assert [name(p) for p in [*BOT, *ACTIONS, *TESTS] if any(w in p.read_text("utf-8") for w in words)] == []


def test_locks_have_hashes_and_name_no_index() -> None:
    for lock in (ROOT / "requirements").glob("*.lock"):
        text = lock.read_text("utf-8")
        assert "--hash=sha256:" in text
        assert not re.search(r"https?://|--index|--extra-index|--find-links", text)
    assert "packaging==20.9" in (ROOT / "requirements" / "run.lock").read_text("utf-8")


def test_every_form_ignores_danger_and_takes_no_text() -> None:
    domain = (ROOT / "domain.yml").read_text("utf-8")
    assert "from_text" not in domain
    for form in yaml.safe_load(domain)["forms"].values():
        assert {"emergency", "self_harm", "distress", "device"} <= set(form["ignored_intents"])


def test_every_action_exists_and_is_held() -> None:
    domain = yaml.safe_load((ROOT / "domain.yml").read_text("utf-8"))
    for action in (name for entry in domain["actions"] for name in ([entry] if isinstance(entry, str) else entry)):
        text = (ROOT / "actions" / f"{action}.py").read_text("utf-8")
        assert f'return "{action}"' in text and "@safely" in text


def test_the_domain_asks_the_questions_as_they_are_written() -> None:
    domain = yaml.safe_load((ROOT / "domain.yml").read_text("utf-8"))
    prompts = yaml.safe_load((ROOT / "bot/diary/interview/prompts.yml").read_text("utf-8"))
    assert domain["forms"]["diary_form"]["required_slots"] == list(prompts)
    for key, prompt in prompts.items():
        asked, shell = domain["responses"][f"utter_ask_diary_form_{key}"]
        assert asked["custom"] == {"say": "prompt", "prompt": key}
        assert shell["text"].replace("…", "{phrase}") == prompt["text"]


def test_only_our_channel_is_open() -> None:
    assert list(yaml.safe_load((ROOT / "credentials.yml").read_text("utf-8"))) == ["bot.adapters.channel.DiaryChannel"]
    endpoints = yaml.safe_load((ROOT / "endpoints.yml").read_text("utf-8"))
    assert endpoints["tracker_store"]["type"] == "bot.adapters.tracker_store.SealedTrackerStore"
    assert "event_broker" not in endpoints


def test_the_dialogue_is_told_to_carry_nothing_over() -> None:
    assert yaml.safe_load((ROOT / "domain.yml").read_text("utf-8"))["session_config"] == {
        "session_expiration_time": 0, "carry_over_slots_to_new_session": False}


def test_ci_runs_the_test_command_of_the_readme() -> None:
    assert "make test" in (ROOT / ".ci" / "run").read_text("utf-8")
    assert "make test" in (ROOT / "README.md").read_text("utf-8")
