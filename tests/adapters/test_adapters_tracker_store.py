"""Trackers are kept sealed, and one that cannot be opened begins anew."""
from __future__ import annotations

import asyncio
from pathlib import Path

import pytest
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import ActionExecuted, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker

from bot import house as houses
from bot.adapters import tracker_store
from bot.diary.storage import trackers
from bot.settings import read_settings

MARK = "order_of_questions"


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tracker_store.SealedTrackerStore:
    own = houses.House(read_settings({"DATA_DIR": str(tmp_path)}, tmp_path / "none"))
    monkeypatch.setattr(tracker_store, "house", lambda: own)
    return tracker_store.SealedTrackerStore(Domain.empty())


def test_a_tracker_comes_back_and_stands_nowhere_in_clear(store: tracker_store.SealedTrackerStore, tmp_path: Path) -> None:
    events = [ActionExecuted("action_listen"), UserUttered("[withheld]", intent={"name": MARK})]
    asyncio.run(store.save(DialogueStateTracker.from_events("c1", events)))
    back = asyncio.run(store.retrieve("c1"))
    assert back is not None and back.latest_message.intent["name"] == MARK
    assert list(asyncio.run(store.keys())) == ["c1"]
    assert not any(MARK.encode() in p.read_bytes() for p in tmp_path.rglob("*") if p.is_file())


def test_a_tracker_of_another_conversation_opens_nothing(store: tracker_store.SealedTrackerStore) -> None:
    asyncio.run(store.save(DialogueStateTracker.from_events("c1", [ActionExecuted("action_listen")])))
    with tracker_store.house().factory.begin() as db:
        trackers.put(db, "c2", trackers.get(db, "c1") or b"", tracker_store.datetime.now(tracker_store.timezone.utc) + tracker_store.LASTS)
    assert asyncio.run(store.retrieve("c2")) is None and asyncio.run(store.retrieve("c3")) is None


def test_a_tracker_that_was_deleted_is_gone(store: tracker_store.SealedTrackerStore) -> None:
    asyncio.run(store.save(DialogueStateTracker.from_events("c1", [ActionExecuted("action_listen")])))
    asyncio.run(store.delete("c1"))
    assert asyncio.run(store.retrieve("c1")) is None
