"""What setting up says, and what it leaves behind for `.venv/bin/rasa`."""
from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
# A Python whose pip grumbles as much as one with unusual settings does, and fails where it is told to.
FAKE = """#!/bin/sh
case "$*" in
*"-m venv"*) for last in "$@"; do :; done; mkdir -p "$last/bin"; cp "$0" "$last/bin/python" ;;
*"-m pip"*) i=0; while [ $i -lt 150 ]; do echo "WARNING: setting $i" >&2; i=$((i + 1)); done; exit "$PIP_ENDS" ;;
esac
"""


def set_up(tmp_path: Path, pip_ends: int) -> subprocess.CompletedProcess[str]:
    (tmp_path / "tools").mkdir()
    shutil.copy(ROOT / "tools/setup.sh", tmp_path / "tools")
    (tmp_path / "python").write_text(FAKE, "ascii")
    (tmp_path / "python").chmod(0o755)
    return subprocess.run(["sh", str(tmp_path / "tools/setup.sh"), "run"], env={**os.environ, "PYTHON": str(tmp_path / "python"),
                                                                             "PIP_ENDS": str(pip_ends)}, capture_output=True, text=True, check=False)


def test_setting_up_says_what_it_does_and_no_more(tmp_path: Path) -> None:
    done = set_up(tmp_path, 0)
    assert done.returncode == 0 and done.stdout == ""
    assert "WARNING" not in done.stderr and 2 <= len(done.stderr.splitlines()) <= 5
    assert (tmp_path / ".venv/.run-ready").exists() and not (tmp_path / ".venv/setup.log").exists()


def test_an_installation_that_fails_shows_all_that_pip_said(tmp_path: Path) -> None:
    done = set_up(tmp_path, 1)
    assert done.returncode == 1 and done.stderr.count("WARNING") == 150 and "run it again" in done.stderr.splitlines()[-1]
    assert not (tmp_path / ".venv/.run-ready").exists()


@pytest.mark.parametrize("told", [None, "true"])
def test_rasa_reports_to_nobody_however_it_is_started(tmp_path: Path, told: str | None) -> None:
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(tmp_path / "venv")], check=True)
    python = str(tmp_path / "venv/bin/python")
    subprocess.run([python, str(ROOT / "tools/rasa_environment.py")], check=True)
    environ = {k: v for k, v in os.environ.items() if k != "RASA_TELEMETRY_ENABLED"} | ({"RASA_TELEMETRY_ENABLED": told} if told else {})
    look = "import os; print(os.environ['RASA_TELEMETRY_ENABLED'])"
    said = subprocess.run([python, "-c", look], env=environ, capture_output=True, text=True, check=True)
    assert said.stdout.strip() == "false"
    assert "tools/rasa_environment.py" in (ROOT / "tools/setup.sh").read_text("utf-8")
