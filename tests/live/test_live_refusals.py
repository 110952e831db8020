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

from bot.diary.storage.migrate import migrate
from bot.house import House
from bot.settings import read_settings

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


@pytest.fixture
def begun(data: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder where Daybook was started before."""
    monkeypatch.setenv("DATA_DIR", str(data))
    house = House(read_settings())
    data.mkdir()
    assert house.keys
    migrate(house.settings.database_url)
    return data


def test_a_taken_port_and_nothing_was_made(data: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = int(taken.getsockname()[1])
        assert f"port {port}" in serve(data, port)
    assert not data.exists()


def test_a_folder_that_cannot_be_made(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way", "utf-8")
    assert str(tmp_path / "file") in serve(tmp_path / "file" / "data")


def test_a_disk_that_takes_no_more(data: Path) -> None:
    assert "cannot be written" in serve(data, limit=0)


def test_a_damaged_database(begun: Path) -> None:
    damaged = b"SQLite format 3\x00" + bytes(range(256)) * 32
    (begun / "daybook.db").write_bytes(damaged)
    assert "daybook.db" in serve(begun)
    assert (begun / "daybook.db").read_bytes() == damaged


def test_damaged_keys(begun: Path) -> None:
    (begun / "keys.json").write_text("scribble", "utf-8")
    assert "keys" in serve(begun)
    assert (begun / "keys.json").read_text("utf-8") == "scribble"


def test_keys_that_are_gone(begun: Path) -> None:
    (begun / "keys.json").unlink()
    assert "backup" in serve(begun)
    assert not (begun / "keys.json").exists()


def test_weak_settings_in_production(data: Path) -> None:
    assert "production" in serve(data, DAYBOOK_ENV="production", DAYBOOK_TEST_CLOCK="1").lower()
