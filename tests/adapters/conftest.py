"""The application for the tests that knock at its doors."""
from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from doors import Doors


@pytest.fixture
def doors(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Doors]:
    made = Doors(tmp_path, monkeypatch)
    yield made
    made.stop()
