"""What an operator's commands do with a folder that is new, in use, older, damaged, or not the right one."""
from __future__ import annotations

import io
import json
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from alembic import command as alembic
from sqlalchemy import text

from bot import cli
from bot import house as houses
from bot.commands import doctor
from bot.diary.sessions import Opened
from bot.diary.storage import migrate as migrating
from bot.diary.storage.engine import engine_for
from bot.house import house

Command = Callable[..., tuple[int, str, str]]
NAMES = ("DATABASE_URL", "DAYBOOK_KEYS_FILE", "DAYBOOK_ENV", "PORT", "HOST", "DAYBOOK_TEST_CLOCK")


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("DATA_DIR", str(tmp_path / "data"))
    for name in NAMES:
        monkeypatch.delenv(name, raising=False)
    return tmp_path / "data"


@pytest.fixture
def command(data: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Command:
    """Runs one; its exit status, and what it printed on either side."""
    monkeypatch.setattr(cli, "prepare", lambda: None)
    monkeypatch.setattr(doctor, "_encoder", lambda: "there")
    monkeypatch.setattr(doctor, "_model", lambda: "there")

    def run(*argv: str, typed: str = "") -> tuple[int, str, str]:
        houses.house.cache_clear()
        monkeypatch.setattr(sys, "stdin", io.StringIO(typed))
        status = cli.main(argv)
        told = capsys.readouterr()
        return status, told.out, told.err

    return run


def begin(data: Path) -> tuple[Opened, str]:
    """A diary with words, as a first start and a first note leave it."""
    from datetime import datetime, timezone

    from bot.commands.installation import opened

    houses.house.cache_clear()
    parts = opened()
    session = parts.sessions.begin(datetime(2026, 2, 11, tzinfo=timezone.utc))
    with parts.factory.begin() as db:
        words = parts.door.give_words(db, session.open)
    return session, " ".join(words or ())


# A folder with nothing in it, or the wrong one


def test_the_doctor_looks_at_a_new_folder_and_makes_nothing(command: Command, data: Path) -> None:
    status, out, _ = command("doctor")
    assert status == 0 and out.count("none yet") == 2 and not data.exists()


@pytest.mark.parametrize("name", ["retention", "erase"])
def test_upkeep_of_a_folder_with_no_diaries_says_so_and_makes_nothing(command: Command, data: Path, name: str) -> None:
    status, out, err = command(name, typed="apple gentle lamp river stone")
    assert status == 1 and out == "" and "Is DATA_DIR right" in err and not data.exists()


def test_keys_can_be_made_before_the_first_start(command: Command, data: Path) -> None:
    status, out, err = command("keys")
    assert status == 0 and out.strip() == str(data / "keys.json") and "Keep a copy apart" in err
    assert [p.name for p in data.iterdir()] == ["keys.json"]
    assert command("keys")[1:] == (out, "") and begin(data)
    assert json.loads((data / "keys.json").read_text("utf-8"))["pepper"] not in out + err


# One in use


def test_the_doctor_finds_nothing_wrong_with_an_installation_in_use(command: Command, data: Path) -> None:
    begin(data)
    status, out, _ = command("doctor")
    assert status == 0 and out.count("ok") == 5 and "of these keys" in out


def test_erasing_asks_for_a_yes_and_then_leaves_nothing_to_open(command: Command, data: Path) -> None:
    _, words = begin(data)
    assert command("erase", typed=words)[0] == 0
    assert command("erase", "--yes", typed=f"  {words.upper()}\n")[1].startswith("Erased.")
    status, _, err = command("erase", "--yes", typed=words)
    assert status == 1 and "open no diary" in err


def test_retention_tells_how_many_of_each_went(command: Command, data: Path) -> None:
    begin(data)
    status, out, _ = command("retention")
    assert status == 0 and json.loads(out) == {"sessions": 0, "leases": 0, "trackers": 0, "tries": 0, "diaries": 0}


# An older one, and a newer


def test_an_older_database_is_named_by_the_doctor_and_brought_up_by_the_next_command(command: Command, data: Path) -> None:
    data.mkdir()
    assert command("keys")[0] == 0
    url = f"sqlite:///{data / 'daybook.db'}"
    with engine_for(url).begin() as connection:
        config = migrating._config()
        config.attributes["connection"] = connection
        alembic.upgrade(config, "0001")
    status, out, _ = command("doctor")
    assert status == 0 and "of an older Daybook" in out and migrating.form_of(url) == migrating.OLDER
    assert command("retention")[0] == 0 and migrating.form_of(url) == migrating.NEWEST


def test_a_database_of_a_newer_daybook_is_left_alone(command: Command, data: Path) -> None:
    begin(data)
    with engine_for(f"sqlite:///{data / 'daybook.db'}").begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    for name in ("doctor", "retention", "erase"):
        status, out, err = command(name)
        assert status == 1 and "newer Daybook" in out + err


# A damaged one


def test_a_damaged_database_is_named_and_not_touched(command: Command, data: Path) -> None:
    begin(data)
    for kept in data.glob("daybook.db-*"):
        kept.unlink()
    (data / "daybook.db").write_bytes(b"this is not a database" * 500)
    for name in ("doctor", "retention", "erase"):
        status, out, err = command(name)
        assert status == 1 and "damaged" in out + err
    assert (data / "daybook.db").read_bytes() == b"this is not a database" * 500


def test_keys_that_are_gone_are_never_made_anew(command: Command, data: Path) -> None:
    begin(data)
    (data / "keys.json").unlink()
    for name in ("doctor", "keys", "retention", "erase"):
        status, out, err = command(name)
        assert status == 1 and "backup" in out + err
    assert not (data / "keys.json").exists()


def test_keys_are_not_made_beside_diaries_in_a_database_elsewhere(command: Command, data: Path, tmp_path: Path,
                                                                  monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{tmp_path / 'elsewhere.db'}")
    begin(data)
    (data / "keys.json").unlink()
    assert command("keys")[0] == 1 and not (data / "keys.json").exists()


def test_the_keys_of_another_database_are_refused(command: Command, data: Path) -> None:
    begin(data)
    (data / "keys.json").rename(data / "right.json")
    (data / "daybook.db").rename(data / "aside.db")
    assert command("keys")[0] == 0
    (data / "aside.db").rename(data / "daybook.db")
    for name in ("doctor", "retention", "erase"):
        status, out, err = command(name)
        assert status == 1 and "right keys file" in out + err
    (data / "right.json").replace(data / "keys.json")
    assert command("doctor")[0] == 0


def test_keys_that_others_can_read_are_named(command: Command, data: Path) -> None:
    begin(data)
    (data / "keys.json").chmod(0o644)
    status, out, _ = command("doctor")
    assert status == 1 and "chmod 600" in out


def test_new_session_keys_end_the_sessions_and_open_the_diaries_as_before(command: Command, data: Path) -> None:
    from bot.diary.sessions import NoSession

    session, words = begin(data)
    told = json.loads((data / "keys.json").read_text("utf-8"))
    (data / "keys.json").write_text(json.dumps({**told, "server_key": told["session_key"], "session_key": told["server_key"]}), "utf-8")
    assert command("doctor")[0] == 0
    houses.house.cache_clear()
    with pytest.raises(NoSession):
        house().sessions.find(session.token, session.open.created_at)
    assert house().door.open_with(words, "10.0.0.1", session.open.created_at).open.diary_id == session.open.diary_id


@pytest.mark.parametrize("url", ["nonsense", "postgres://u:secret@h/d", "oracle+nothing://u:secret@h/d",
                                 "postgresql+psycopg2://u:secret@127.0.0.1:1/d"])
def test_a_database_that_cannot_be_reached_is_named_without_its_password(command: Command, monkeypatch: pytest.MonkeyPatch, url: str) -> None:
    monkeypatch.setenv("DATABASE_URL", url)
    for name in ("doctor", "retention", "keys"):
        status, out, err = command(name)
        assert status == 1 and "secret" not in out + err and "Traceback" not in out + err
        assert "DATABASE_URL cannot be used" in out + err or "cannot be reached" in out + err
