"""What stands in the way of a start is said in one sentence, and the exit status is not 0."""
from __future__ import annotations

import os
import resource
import socket
import subprocess
import sys
from pathlib import Path

import pytest
from running import ROOT, free_port

DAYBOOK = str(Path(sys.executable).parent / "daybook")


def serve(data: Path, port: int | None = None, limit: int | None = None, **environ: str) -> str:
    """Starts `daybook serve`, which is expected to refuse; the last line it prints. `limit`: bytes that a file may grow to."""
    asked = {**os.environ, "DATA_DIR": str(data), "PORT": str(port or free_port()), "HOST": "127.0.0.1", **environ}
    done = subprocess.run([DAYBOOK, "serve"], cwd=ROOT, env=asked, capture_output=True, text=True, timeout=120, check=False,
                          preexec_fn=None if limit is None else lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit)))
    assert done.returncode == 1, done.stdout + done.stderr
    assert "Traceback" not in done.stderr
    line = done.stderr.strip().splitlines()[-1]
    assert line.startswith("daybook serve: ") and len(line) > 40
    return line


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return tmp_path / "data"


def serve_on_a_taken_port(data: Path) -> tuple[str, int]:
    """Refused too, but only after the keys and the database were made."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        return serve(data, taken.getsockname()[1]), int(taken.getsockname()[1])


def test_a_taken_port(data: Path) -> None:
    line, port = serve_on_a_taken_port(data)
    assert f"port {port}" in line


def test_a_folder_that_cannot_be_made(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way", "utf-8")
    assert str(tmp_path / "file") in serve(tmp_path / "file" / "data")


def test_a_disk_that_takes_no_more(data: Path) -> None:
    assert "cannot be written" in serve(data, limit=0)


def test_a_damaged_database(data: Path) -> None:
    serve_on_a_taken_port(data)
    damaged = b"SQLite format 3\x00" + bytes(range(256)) * 32
    (data / "daybook.db").write_bytes(damaged)
    assert "daybook.db" in serve(data)
    assert (data / "daybook.db").read_bytes() == damaged


def test_damaged_keys(data: Path) -> None:
    serve_on_a_taken_port(data)
    (data / "keys.json").write_text("scribble", "utf-8")
    assert "keys" in serve(data)
    assert (data / "keys.json").read_text("utf-8") == "scribble"


def test_keys_that_are_gone(data: Path) -> None:
    serve_on_a_taken_port(data)
    (data / "keys.json").unlink()
    assert "backup" in serve(data)
    assert not (data / "keys.json").exists()


def test_weak_settings_in_production(data: Path) -> None:
    assert "production" in serve(data, DAYBOOK_ENV="production", DAYBOOK_TEST_CLOCK="1").lower()
