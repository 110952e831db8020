"""A house of its own for each talk."""
from __future__ import annotations

from pathlib import Path

import pytest
from talk import Talk

from bot.diary.storage.migrate import migrate
from bot.diary.vault import Vault
from bot.house import House
from bot.settings import read_settings


@pytest.fixture
def talk(tmp_path: Path) -> Talk:
    house = House(read_settings({"DATA_DIR": str(tmp_path)}, tmp_path / "none"))
    house.__dict__["vault"] = Vault(house.keys, memory_kib=64, time_cost=1, lanes=1)
    migrate(house.settings.database_url)
    return Talk(house)
