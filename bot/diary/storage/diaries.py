"""SQL of the diaries themselves."""
from __future__ import annotations

from datetime import datetime

from sqlalchemy import insert, select, update
from sqlalchemy.orm import Session

from bot.diary.storage.engine import WRITES
from bot.diary.storage.tables import diaries


def add(db: Session, diary_id: str, at: datetime) -> None:
    """An empty diary."""
    db.execute(insert(diaries).values(id=diary_id, created_at=at))


def head(db: Session, diary_id: str) -> bytes | None:
    """The sealed end of its ledger; None while nothing was written. Whoever may write holds the row: two ends would break the chain."""
    query = select(diaries.c.head).where(diaries.c.id == diary_id)
    return db.execute(query.with_for_update() if db.info.get(WRITES) else query).scalar_one_or_none()


def set_head(db: Session, diary_id: str, sealed: bytes) -> None:
    """The new end of its ledger."""
    db.execute(update(diaries).where(diaries.c.id == diary_id).values(head=sealed))


def bury(db: Session, diary_id: str, at: datetime) -> None:
    """Leaves the fact that there was a diary, and nothing else."""
    db.execute(update(diaries).where(diaries.c.id == diary_id).values(head=None, tombstoned_at=at))


def exists(db: Session, diary_id: str) -> bool:
    """Whether it was made here; an erased one too."""
    return db.execute(select(diaries.c.id).where(diaries.c.id == diary_id)).first() is not None
