"""SQL of the turns of a session."""
from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import delete, func, insert, select, update
from sqlalchemy.orm import Session

from bot.diary.storage.tables import turns


def add(db: Session, conversation_id: str, number: int, key_hash: bytes, body_hash: bytes, request: bytes, at: datetime) -> None:
    """A turn that has begun."""
    db.execute(insert(turns).values(conversation_id=conversation_id, number=number, key_hash=key_hash, body_hash=body_hash,
                                    request=request, started_at=at))


def last_number(db: Session, conversation_id: str) -> int:
    """0 before the first."""
    return int(db.execute(select(func.max(turns.c.number)).where(turns.c.conversation_id == conversation_id)).scalar() or 0)


def by_key(db: Session, conversation_id: str, key_hash: bytes) -> Any | None:
    """The row of the turn that came with a key."""
    return db.execute(select(turns).where(turns.c.conversation_id == conversation_id, turns.c.key_hash == key_hash)).first()


def newest(db: Session, conversation_id: str) -> Any | None:
    """The row of the turn at hand."""
    return db.execute(select(turns).where(turns.c.conversation_id == conversation_id).order_by(turns.c.number.desc()).limit(1)).first()


def all_of(db: Session, conversation_id: str) -> list[Any]:
    """Every row, in order."""
    return list(db.execute(select(turns).where(turns.c.conversation_id == conversation_id).order_by(turns.c.number)))


def change(db: Session, conversation_id: str, number: int, **values: bytes) -> None:
    """Sets `request`, `outcome` or `answer`."""
    db.execute(update(turns).where(turns.c.conversation_id == conversation_id, turns.c.number == number).values(**values))


def remove(db: Session, conversation_id: str, number: int) -> None:
    """A turn that came to nothing."""
    db.execute(delete(turns).where(turns.c.conversation_id == conversation_id, turns.c.number == number))


def destroy(db: Session, conversation_id: str) -> None:
    """All turns of a session."""
    db.execute(delete(turns).where(turns.c.conversation_id == conversation_id))
