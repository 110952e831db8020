"""The real application on a port of this machine, with a stand-in for the model: what its doors take, without Rasa's start."""
from __future__ import annotations

import asyncio
import threading
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest
import requests
from running import free_port
from sanic import Sanic

from bot import house as houses
from bot.adapters import channel, server
from bot.adapters.tracker_store import migrate
from bot.safety.assessment import NOTHING
from bot.settings import read_settings

NOW = "2026-02-11T10:30:00+00:00"


class PlainMind:
    """Every text is told; every answer is the menu."""

    def __init__(self, agent: Any, trackers: Any = None) -> None:
        """No agent."""

    async def parse(self, text: str, asked: str | None) -> dict[str, Any]:
        return {"intent": "tell", "confidence": 1.0, "topic": None, "safety": NOTHING}

    async def reply(self, conversation_id: str, parsed: dict[str, Any]) -> list[dict[str, Any]]:
        return [{"say": "menu"}]


class NoActions:
    """An action server that is never started."""

    address = "http://127.0.0.1:9"

    def __init__(self, data_dir: Path) -> None:
        """Nothing."""

    def start(self) -> None:
        """Nothing."""

    def stop(self) -> None:
        """Nothing."""

    async def watch(self) -> None:
        """Nothing."""


async def no_load(*_: Any) -> None:
    """No model."""


class Doors:
    """The application in a thread of its own."""

    def __init__(self, folder: Path, patch: pytest.MonkeyPatch) -> None:
        self.house = houses.House(read_settings({"DATA_DIR": str(folder / "data"), "DAYBOOK_TEST_CLOCK": "1"}, folder / "none"))
        self.house.settings.data_dir.mkdir()
        assert self.house.keys
        migrate(self.house.settings.database_url)
        patch.setattr(Sanic, "test_mode", True)
        for where, name, value in ((channel, "house", lambda: self.house), (channel, "RasaMind", PlainMind), (server, "ActionProcess", NoActions),
                                   (server, "_load", no_load)):
            patch.setattr(where, name, value)
        self.port, self._loop = free_port(), asyncio.new_event_loop()
        self.url = f"http://127.0.0.1:{self.port}"
        self._app, started = server.make_app(self.house, folder), threading.Event()
        self._thread = threading.Thread(target=self._serve, args=(started.set,), daemon=True)
        self._thread.start()
        assert started.wait(20)

    def _serve(self, started: Callable[[], None]) -> None:
        asyncio.set_event_loop(self._loop)

        async def start() -> None:
            made: Awaitable[Any] = self._app.create_server("127.0.0.1", self.port, return_asyncio_server=True, access_log=False)
            running = await made
            await running.startup()
            await running.start_serving()

        self._loop.run_until_complete(start())
        self._loop.call_soon(started)
        self._loop.run_forever()

    def stop(self) -> None:
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(10)

    def session(self) -> dict[str, str]:
        """The headers of a new session."""
        answer = requests.post(f"{self.url}/api/session", json={}, headers={"X-Test-Now": NOW}, timeout=10)
        assert answer.status_code == 201, answer.text
        return {"Authorization": f"Bearer {answer.json()['token']}", "X-Test-Now": NOW, "Idempotency-Key": "k", "Content-Type": "application/json"}

    def routes(self) -> list[tuple[str, str]]:
        """Method and path of everything that is served."""
        found = [(method, f"/{route.path}".replace("//", "/")) for route in self._app.router.routes for method in route.methods]
        return sorted(r for r in found if r[0] in ("GET", "POST") and "<" not in r[1])

    def ask(self, method: str, path: str, body: Any = None, **headers: str) -> requests.Response:
        """One request; `body`: JSON, or text as it is."""
        data = body.encode() if isinstance(body, str) else None
        return requests.request(method, self.url + path, data=data, json=None if data is not None else body, headers=headers, timeout=20)

    def form(self, method: str, path: str, fields: dict[str, str], **headers: str) -> requests.Response:
        """What the page itself sends, or asks for."""
        return requests.request(method, self.url + path, data=fields if method == "POST" else None, headers=headers, timeout=20)
