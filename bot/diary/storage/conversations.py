"""SQL of where a conversation stands."""
from __future__ import annotations

from sqlalchemy import delete, insert, select, update
from sqlalchemy.orm import Session

from bot.diary.storage.tables import conversations


def put(db: Session, conversation_id: str, diary_id: str, sealed: bytes) -> None:
    """Keeps the state, over the one before."""
    if not db.execute(update(conversations).where(conversations.c.id == conversation_id).values(sealed=sealed)).rowcount:
        db.execute(insert(conversations).values(id=conversation_id, diary_id=diary_id, sealed=sealed))


def get(db: Session, conversation_id: str) -> bytes | None:
    """The sealed state."""
    return db.execute(select(conversations.c.sealed).where(conversations.c.id == conversation_id)).scalar_one_or_none()


def destroy(db: Session, conversation_id: str) -> None:
    """Takes the state away."""
    db.execute(delete(conversations).where(conversations.c.id == conversation_id))
