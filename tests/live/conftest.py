"""One server for the tests that leave it as it is; another for those that stop it."""
from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from running import Running, Session


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    running = Running(tmp_path_factory.mktemp("live")).start()
    yield running
    running.stop()


@pytest.fixture
def person(server: Running) -> Session:
    return server.session()


@pytest.fixture
def own_server(tmp_path: Path) -> Iterator[Running]:
    running = Running(tmp_path).start()
    yield running
    running.stop()
