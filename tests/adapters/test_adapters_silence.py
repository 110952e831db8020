"""Whatever fails, nothing that a person wrote gets into a log or an answer."""
from __future__ import annotations

import asyncio
import logging
import sys
from typing import Any

import pytest
from rasa_sdk.executor import CollectingDispatcher

from actions.safely import safely
from bot.adapters.logs import OnlyKinds

CANARY = "kingfisher marmalade"


class Failing:
    def name(self) -> str:
        return "action_failing"

    @safely
    async def run(self, dispatcher: Any, tracker: Any, domain: Any) -> list[dict[str, Any]]:
        dispatcher.utter_message(text=CANARY)
        raise ValueError(CANARY)


def test_an_action_that_raises_says_so_and_leaks_nothing(caplog: pytest.LogCaptureFixture) -> None:
    dispatcher = CollectingDispatcher()
    assert asyncio.run(Failing().run(dispatcher, None, {})) == []
    assert [m["custom"] for m in dispatcher.messages] == [{"say": "failed"}]
    assert "action_failing failed: ValueError at tests" in caplog.text.replace("test_adapters_silence", "tests") and CANARY not in caplog.text


def record(name: str, message: str, wrong: BaseException | None = None) -> str:
    kept = logging.LogRecord(name, logging.ERROR, "/some/file.py", 7, message, (), (type(wrong), wrong, None) if wrong else None)
    assert OnlyKinds().filter(kept)
    return logging.Formatter("%(message)s").format(kept)


@pytest.mark.parametrize("name", ["rasa.core.processor", "rasa_sdk.endpoint", "sanic.error", "sqlalchemy.engine", "asyncio"])
def test_a_librarys_message_is_not_printed(name: str) -> None:
    assert record(name, f"Tracker: {CANARY}") == f"{name}: error at file:7"


def test_an_exceptions_message_is_not_printed_and_its_kind_is() -> None:
    try:
        raise KeyError(CANARY)
    except KeyError:
        wrong = sys.exc_info()[1]
    assert record("bot.adapters.web", f"said {CANARY}", wrong) == "bot.adapters.web: KeyError"


def test_our_own_message_is_printed() -> None:
    assert record("bot.adapters.server", "Ready") == "Ready"
