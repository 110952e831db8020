"""Whatever breaks behind a door, the answer says 999, and 55 for those who cannot speak, and nothing of what was typed."""
from __future__ import annotations

from typing import Any

import pytest
from doors import Doors
from sqlalchemy.exc import OperationalError

from bot.conversation.exchange import MindAway
from bot.diary.seal import Unsealable
from bot.diary.storage.engine import Factory

CANARY = "kingfisher marmalade"
BODIES = {"/api/messages": {"text": CANARY}, "/api/open": {"words": "apple gentle lamp river stone"}, "/api/export": {"format": "json"}}
FORMS = {"/": {"text": CANARY}, "/open": {"words": "apple gentle lamp river stone"}, "/export": {"format": "json"}, "/leave": {}}
# These look at nothing that can break.
STEADY = {("GET", "/open"), ("GET", "/sources")}
HEALTH = {"/healthz": 200, "/readyz": 503}
FAULTS = [OperationalError(CANARY, None, Exception(CANARY)), Unsealable(CANARY), RuntimeError(CANARY), KeyError(CANARY), MindAway(CANARY),
          OSError(28, CANARY), MemoryError()]


def broken(monkeypatch: pytest.MonkeyPatch, fault: Exception) -> None:
    def fail(*_: Any, **__: Any) -> None:
        raise fault

    for name in ("begin", "read"):
        monkeypatch.setattr(Factory, name, fail)


@pytest.mark.parametrize("fault", FAULTS, ids=lambda f: type(f).__name__)
def test_every_door_says_999_when_what_is_behind_it_breaks(doors: Doors, monkeypatch: pytest.MonkeyPatch, fault: Exception,
                                                           caplog: pytest.LogCaptureFixture) -> None:
    headers = doors.session()
    cookie = {"Cookie": "notes=" + headers["Authorization"].split()[1], "X-Test-Now": headers["X-Test-Now"]}
    broken(monkeypatch, fault)
    for method, path in doors.routes():
        if path in FORMS:
            answer = doors.form(method, path, FORMS[path], **cookie)
        else:
            answer = doors.ask(method, path, BODIES.get(path, {}) if method == "POST" else None, **{**cookie, **headers})
        if path in HEALTH:
            assert answer.status_code == HEALTH[path] and isinstance(answer.json()["checks"]["database"], str)
            continue
        if (method, path) in STEADY:
            continue
        assert answer.status_code in (500, 503), (method, path, answer.status_code)
        assert "999" in answer.text and "55" in answer.text, (method, path)
        if path != "/":
            assert "kingfisher" not in answer.text, (method, path)
        if path.startswith("/api/"):
            assert set(answer.json()["error"]) == {"code", "message"}
    assert "kingfisher" not in caplog.text


def test_a_dialogue_that_fails_says_999(doors: Doors, monkeypatch: pytest.MonkeyPatch) -> None:
    async def away(*_: Any) -> None:
        raise MindAway

    monkeypatch.setattr("doors.PlainMind.parse", away)
    answer = doors.ask("POST", "/api/messages", {"text": CANARY}, **doors.session())
    assert answer.status_code == 503 and "999" in answer.json()["error"]["message"] and "55" in answer.json()["error"]["message"]


def test_an_emergency_is_answered_all_the_same(doors: Doors, monkeypatch: pytest.MonkeyPatch) -> None:
    headers = doors.session()
    broken(monkeypatch, FAULTS[0])
    answer = doors.ask("POST", "/api/messages", {"text": "he is smashing the front door in right now"}, **headers)
    assert answer.status_code == 200 and answer.json()["messages"][0]["type"] == "crisis"
