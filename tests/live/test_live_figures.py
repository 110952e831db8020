"""A model that reads worse than what is recorded does not pass."""
from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from bot.evaluation.recorded import fallen
from bot.evaluation.row import Row


def test_the_trained_model_reads_no_worse_than_recorded() -> None:
    done = subprocess.run([str(Path(sys.executable).parent / "daybook"), "evaluate", "--check"], capture_output=True, text=True, timeout=500)
    assert done.returncode == 0, done.stderr[-2000:]
    assert "emergencies caught" in done.stdout


def test_a_figure_that_fell_is_named() -> None:
    assert fallen([Row("safety: emergencies caught (emergency or check)", 150, 172)])
    assert fallen([Row("safety: emergencies caught (emergency or check)", 172, 172), Row("a figure of its own", 0, 10)]) == []
