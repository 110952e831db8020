"""SQL of tries to open a diary."""
from __future__ import annotations

from datetime import datetime
from typing import NamedTuple

from sqlalchemy import delete, func, insert, select, update
from sqlalchemy.orm import Session

from bot.diary.storage.tables import attempts, openings


class Tried(NamedTuple):
    """Failures in a row at one bucket, and until when it stays shut."""
    failures: int
    blocked_until: datetime


def of_bucket(db: Session, bucket: bytes) -> Tried | None:
    """What was tried there. The row is held, so that tries made at once count one by one."""
    row = db.execute(select(attempts.c.failures, attempts.c.blocked_until).where(attempts.c.bucket == bucket).with_for_update()).first()
    return Tried(*row) if row else None


def put(db: Session, bucket: bytes, failures: int, blocked_until: datetime, at: datetime) -> None:
    """One more failure."""
    values = {"failures": failures, "blocked_until": blocked_until, "last_at": at}
    if not db.execute(update(attempts).where(attempts.c.bucket == bucket).values(**values)).rowcount:
        db.execute(insert(attempts).values(bucket=bucket, **values))


def clear(db: Session, bucket: bytes) -> None:
    """The words were right."""
    db.execute(delete(attempts).where(attempts.c.bucket == bucket))


def sweep(db: Session, before: datetime) -> int:
    """Forgets buckets where nothing was tried since."""
    return int(db.execute(delete(attempts).where(attempts.c.last_at < before)).rowcount)


def opened(db: Session, diary_id: str, at: datetime, let_in: bool) -> None:
    """The right words were given."""
    db.execute(insert(openings).values(diary_id=diary_id, at=at, let_in=let_in))


def openings_since(db: Session, diary_id: str, since: datetime) -> tuple[int, int]:
    """How often the right words were given: and the door opened, and it stayed shut."""
    query = select(openings.c.let_in, func.count()).where(openings.c.diary_id == diary_id, openings.c.at >= since).group_by(openings.c.let_in)
    counts: dict[bool, int] = dict(tuple(row) for row in db.execute(query))
    return counts.get(True, 0), counts.get(False, 0)


def destroy(db: Session, diary_id: str) -> None:
    """Forgets when a diary was opened."""
    db.execute(delete(openings).where(openings.c.diary_id == diary_id))
