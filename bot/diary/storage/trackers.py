"""SQL of Rasa's trackers, sealed."""
from __future__ import annotations

from datetime import datetime

from sqlalchemy import delete, insert, select, update
from sqlalchemy.orm import Session

from bot.diary.storage.tables import trackers


def put(db: Session, conversation_id: str, sealed: bytes, expires_at: datetime) -> None:
    """Keeps a tracker, over the one before."""
    values = {"sealed": sealed, "expires_at": expires_at}
    if not db.execute(update(trackers).where(trackers.c.conversation_id == conversation_id).values(**values)).rowcount:
        db.execute(insert(trackers).values(conversation_id=conversation_id, **values))


def get(db: Session, conversation_id: str) -> bytes | None:
    """The sealed tracker."""
    return db.execute(select(trackers.c.sealed).where(trackers.c.conversation_id == conversation_id)).scalar_one_or_none()


def names(db: Session) -> list[str]:
    """Of which conversations there is one."""
    return list(db.execute(select(trackers.c.conversation_id)).scalars())


def destroy(db: Session, conversation_id: str) -> None:
    """The session is over."""
    db.execute(delete(trackers).where(trackers.c.conversation_id == conversation_id))


def sweep(db: Session, at: datetime) -> int:
    """Takes away what has run out."""
    return int(db.execute(delete(trackers).where(trackers.c.expires_at <= at)).rowcount)
