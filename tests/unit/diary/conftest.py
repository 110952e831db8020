"""A database of its own for each test, and a door that stretches words cheaply."""
from __future__ import annotations

from datetime import datetime, timezone
from pathlib import Path
from typing import Any

import pytest

from bot.diary.diary import Diary
from bot.diary.door import Door
from bot.diary.keys import Keys, load_keys
from bot.diary.sessions import Open, Opened, Sessions
from bot.diary.storage.engine import Factory, open_database
from bot.diary.storage.migrate import migrate
from bot.diary.vault import Vault

NOW = datetime(2026, 2, 11, 10, 30, tzinfo=timezone.utc)


@pytest.fixture
def url(tmp_path: Path) -> str:
    address = f"sqlite:///{tmp_path / 'daybook.db'}"
    migrate(address)
    return address


@pytest.fixture
def factory(url: str) -> Factory:
    return open_database(url)


@pytest.fixture
def keys(tmp_path: Path) -> Keys:
    return load_keys(tmp_path / "keys", {})[0]


@pytest.fixture
def sessions(factory: Factory, keys: Keys) -> Sessions:
    return Sessions(factory, keys)


@pytest.fixture
def opened(sessions: Sessions) -> Opened:
    return sessions.begin(NOW)


@pytest.fixture
def open_(opened: Opened) -> Open:
    return opened.open


@pytest.fixture
def clock() -> list[datetime]:
    """The machine's clock, at [0]."""
    return [NOW]


@pytest.fixture
def door(factory: Factory, keys: Keys, clock: list[datetime]) -> Door:
    return Door(factory, keys, Vault(keys, memory_kib=64, time_cost=1, lanes=1), lambda: clock[0])


@pytest.fixture
def saved(factory: Factory, open_: Open) -> dict[str, Any]:
    """One saved entry."""
    with factory.begin() as db:
        diary = Diary(db, open_.diary_id, open_.diary_key)
        draft = diary.new_draft()
        draft["account"] = "He waited by the blue gate."
        diary.save_draft(draft)
        return diary.seal_draft(draft["id"], NOW)[0]
