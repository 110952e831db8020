"""Nothing of a process that was ended or killed is left in the machine's temporary folder."""
from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

START = "from bot.adapters.scratch import own_temporary_folder as own; import tempfile; own(); tempfile.mkstemp(); "


def run(folder: Path, code: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-c", START + code], env={**os.environ, "TMPDIR": str(folder), "PYTHONPATH": os.getcwd()}, text=True,
                          capture_output=True, check=False)


def test_what_was_left_goes_at_the_end(tmp_path: Path) -> None:
    assert run(tmp_path, f"import os; assert len(os.listdir({str(tmp_path)!r})) == 1; assert own() == own()").returncode == 0
    assert list(tmp_path.iterdir()) == []


def test_what_a_killed_process_left_goes_with_the_next_start_and_nothing_else_does(tmp_path: Path) -> None:
    (tmp_path / f"daybook-{os.getpid()}-in-use").mkdir()
    (tmp_path / "daybook-notes").mkdir()
    killed = run(tmp_path, f"import os; os.kill(os.getpid(), {int(signal.SIGKILL)})")
    assert killed.returncode == -signal.SIGKILL and len(list(tmp_path.iterdir())) == 3
    assert run(tmp_path, "pass").returncode == 0
    assert sorted(p.name for p in tmp_path.iterdir()) == [f"daybook-{os.getpid()}-in-use", "daybook-notes"]


@pytest.mark.parametrize("code", ["import subprocess, sys; print(subprocess.check_output([sys.executable, '-c', "
                                  "'import tempfile; print(tempfile.gettempdir())'], text=True).strip() == str(own()))"])
def test_a_child_uses_the_same_folder(tmp_path: Path, code: str) -> None:
    assert run(tmp_path, code).stdout.strip() == "True"
