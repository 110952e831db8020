"""The action that names a service names a police force too, or a part of the country that has some: by their ids, and nothing else."""
from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any, Dict, List, Optional

import pytest
from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions import action_service
from bot.house import House
from bot.settings import read_settings


def said(topic: Optional[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> List[Any]:
    house = House(read_settings({"DATA_DIR": str(tmp_path)}, tmp_path / "none"))
    monkeypatch.setattr(action_service, "house", lambda: house)
    entities: List[Dict[str, Any]] = [{"entity": "topic", "value": topic}] if topic else []
    tracker = Tracker("a", {}, {"text": "[withheld]", "entities": entities, "intent": {"name": "find_service"}}, [], False, None, {}, None)
    dispatcher = CollectingDispatcher()
    asyncio.run(action_service.ActionService().run(dispatcher, tracker, {}))
    return [message["custom"] for message in dispatcher.messages]


@pytest.mark.parametrize("topic, outline", [
    ("paladin", {"say": "service", "service": "paladin"}),
    ("gwent", {"say": "service", "service": "gwent"}),
    ("forces", {"say": "forces", "region": ""}),
    ("forces/wales", {"say": "forces", "region": "wales"}),
    ("nothing_like_it", {"say": "service", "service": "national_stalking_helpline+victim_support+samaritans"}),
    (None, {"say": "service", "service": "national_stalking_helpline+victim_support+samaritans"}),
])
def test_what_is_named_is_said_by_its_id(topic: Optional[str], outline: Dict[str, Any], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    assert said(topic, monkeypatch, tmp_path) == [outline]
