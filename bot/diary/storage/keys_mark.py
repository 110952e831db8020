"""SQL of the one row that tells which keys the diaries were made with."""
from __future__ import annotations

from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from bot.diary.storage.tables import keys_mark

ONLY = 1


def get(db: Session) -> bytes | None:
    """The mark; None where none was left yet."""
    return db.execute(select(keys_mark.c.mark).where(keys_mark.c.id == ONLY)).scalar_one_or_none()


def put(db: Session, mark: bytes) -> None:
    """Leaves it. IntegrityError where another process was quicker."""
    db.execute(insert(keys_mark).values(id=ONLY, mark=mark))
