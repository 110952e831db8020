"""SQL of the ledger's records."""
from __future__ import annotations

from sqlalchemy import delete, insert, select
from sqlalchemy.orm import Session

from bot.diary.storage.tables import records


def add(db: Session, diary_id: str, number: int, subject: bytes, sealed: bytes) -> None:
    """One record. IntegrityError where the number is taken: two writers cannot fork a ledger."""
    db.execute(insert(records).values(diary_id=diary_id, number=number, subject=subject, sealed=sealed))


def of_subject(db: Session, diary_id: str, subject: bytes) -> list[tuple[int, bytes]]:
    """Number and sealed record of everything about one entry, in order."""
    return _rows(db, records.c.diary_id == diary_id, records.c.subject == subject)


def all_of(db: Session, diary_id: str) -> list[tuple[int, bytes]]:
    """Number and sealed record of a whole ledger, in order."""
    return _rows(db, records.c.diary_id == diary_id)


def destroy(db: Session, diary_id: str) -> None:
    """Takes a ledger away."""
    db.execute(delete(records).where(records.c.diary_id == diary_id))


def _rows(db: Session, *where: object) -> list[tuple[int, bytes]]:
    query = select(records.c.number, records.c.sealed).where(*where).order_by(records.c.number)
    return [(number, sealed) for number, sealed in db.execute(query)]
