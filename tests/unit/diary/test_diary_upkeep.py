"""Erasing, sweeping, keys and the database."""
from __future__ import annotations

from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest
from conftest import NOW
from sqlalchemy import select

from bot.diary.door import Door, WrongWords
from bot.diary.erase import erase
from bot.diary.keys import KeysDamaged, KeysMissing, load_keys
from bot.diary.retention import sweep
from bot.diary.sessions import NoSession, Opened, Sessions
from bot.diary.storage import records
from bot.diary.storage.engine import Factory, check_writable, open_database
from bot.diary.storage.migrate import DatabaseDamaged, migrate
from bot.diary.storage.tables import key_slots

CANARY = "kingfisher marmalade"


def test_an_erased_diary_opens_no_more(factory: Factory, sessions: Sessions, door: Door, opened: Opened, saved: dict[str, Any]) -> None:
    with factory.begin() as db:
        words = door.give_words(db, opened.open)
    assert erase(factory, opened.open.diary_id, NOW)
    with pytest.raises(NoSession):
        sessions.find(opened.token, NOW)
    with pytest.raises(WrongWords):
        door.open_with(" ".join(words or ()), "10.0.0.1", NOW)
    with factory.begin() as db:
        assert records.all_of(db, opened.open.diary_id) == []
    assert not erase(factory, "unknown", NOW)


def test_an_erased_key_is_on_no_disk(factory: Factory, door: Door, opened: Opened, saved: dict[str, Any], tmp_path: Path) -> None:
    with factory.begin() as db:
        door.give_words(db, opened.open)
        sealed = db.execute(select(key_slots.c.sealed).where(key_slots.c.diary_id == opened.open.diary_id)).scalar_one()

    def found() -> bool:
        return any(sealed in p.read_bytes() for p in tmp_path.rglob("*") if p.is_file())

    assert found()
    erase(factory, opened.open.diary_id, NOW)
    assert not found()


def test_a_diary_nobody_can_come_back_to_is_swept(factory: Factory, sessions: Sessions, door: Door) -> None:
    kept, lost = sessions.begin(NOW), sessions.begin(NOW)
    with factory.begin() as db:
        door.give_words(db, kept.open)
    counts = sweep(factory, datetime.now(timezone.utc) + timedelta(days=2))
    assert counts["sessions"] == 2 and counts["diaries"] == 1
    with pytest.raises(NoSession):
        sessions.find(lost.token, NOW)




def test_keys_are_made_once_and_only_their_owner_reads_them(tmp_path: Path) -> None:
    keys, made = load_keys(tmp_path, {})
    assert made and load_keys(tmp_path, {}) == (keys, False)
    assert (tmp_path / "keys.json").stat().st_mode & 0o777 == 0o600
    assert keys.pepper.hex() not in repr(keys)


def test_no_new_keys_beside_an_old_database(tmp_path: Path) -> None:
    (tmp_path / "daybook.db").write_bytes(b"x")
    with pytest.raises(KeysMissing):
        load_keys(tmp_path, {})


def test_damaged_keys_are_refused(tmp_path: Path) -> None:
    (tmp_path / "keys.json").write_text("{}")
    with pytest.raises(KeysDamaged):
        load_keys(tmp_path, {})


def test_migrating_twice_changes_nothing(url: str) -> None:
    migrate(url)
    check_writable(open_database(url))


def test_a_damaged_database_is_named(tmp_path: Path) -> None:
    (tmp_path / "bad.db").write_bytes(b"this is not a database" * 100)
    with pytest.raises(DatabaseDamaged, match="damaged"):
        migrate(f"sqlite:///{tmp_path / 'bad.db'}")
