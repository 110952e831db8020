"""Where a conversation stands, sealed with the diary's key."""
from __future__ import annotations

from typing import Any

from sqlalchemy.orm import Session

from bot.diary.seal import seal_json, unseal_json
from bot.diary.sessions import Open
from bot.diary.storage import conversations


def load(db: Session, open_: Open) -> dict[str, Any]:
    """The state as it was kept; empty for a new conversation."""
    sealed = conversations.get(db, open_.conversation_id)
    return {} if sealed is None else dict(unseal_json(open_.diary_key, sealed, f"{open_.conversation_id}/state"))


def save(db: Session, open_: Open, state: dict[str, Any]) -> None:
    """Keeps the state."""
    conversations.put(db, open_.conversation_id, open_.diary_id, seal_json(open_.diary_key, state, f"{open_.conversation_id}/state"))
