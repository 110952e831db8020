"""SQL of the leases."""
from __future__ import annotations

from datetime import datetime

from sqlalchemy import delete, insert, select
from sqlalchemy.orm import Session

from bot.diary.storage.tables import leases


def put(db: Session, conversation_id: str, sealed: bytes, expires_at: datetime) -> None:
    """A lease for one conversation, over the one before."""
    destroy(db, conversation_id)
    db.execute(insert(leases).values(conversation_id=conversation_id, sealed=sealed, expires_at=expires_at))


def get(db: Session, conversation_id: str, at: datetime) -> bytes | None:
    """The sealed lease, unless it has run out."""
    query = select(leases.c.sealed).where(leases.c.conversation_id == conversation_id, leases.c.expires_at > at)
    return db.execute(query).scalar_one_or_none()


def destroy(db: Session, conversation_id: str) -> None:
    """The turn is over."""
    db.execute(delete(leases).where(leases.c.conversation_id == conversation_id))


def sweep(db: Session, at: datetime) -> int:
    """Takes away what has run out."""
    return int(db.execute(delete(leases).where(leases.c.expires_at <= at)).rowcount)
