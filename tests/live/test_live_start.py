"""What a person sees who starts it and stops it."""
from __future__ import annotations

from pathlib import Path

from running import Running


def test_a_start_says_where_the_page_is_and_an_end_says_nothing_more(tmp_path: Path) -> None:
    running = Running(tmp_path).start()
    running.stop()
    said = running.log.read_text("utf-8").splitlines()
    assert said[-1].endswith(f"Ready: {running.url}/")
    assert running.process is not None and running.process.returncode == 0
