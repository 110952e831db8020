"""SQL of entries that are being told."""
from __future__ import annotations

from sqlalchemy import delete, insert, select, update
from sqlalchemy.orm import Session

from bot.diary.storage.tables import drafts


def put(db: Session, diary_id: str, number: int, sealed: bytes) -> None:
    """Keeps a draft, over what stood there."""
    here = _here(diary_id, number)
    if not db.execute(update(drafts).where(*here).values(sealed=sealed)).rowcount:
        db.execute(insert(drafts).values(diary_id=diary_id, draft_no=number, sealed=sealed))


def get(db: Session, diary_id: str, number: int) -> bytes | None:
    """One draft."""
    return db.execute(select(drafts.c.sealed).where(*_here(diary_id, number))).scalar_one_or_none()


def numbers(db: Session, diary_id: str) -> list[int]:
    """Which drafts there are, in order."""
    return list(db.execute(select(drafts.c.draft_no).where(drafts.c.diary_id == diary_id).order_by(drafts.c.draft_no)).scalars())


def remove(db: Session, diary_id: str, number: int) -> None:
    """A draft that was saved, or that she threw away."""
    db.execute(delete(drafts).where(*_here(diary_id, number)))


def destroy(db: Session, diary_id: str) -> None:
    """All drafts of a diary."""
    db.execute(delete(drafts).where(drafts.c.diary_id == diary_id))


def _here(diary_id: str, number: int) -> tuple[object, object]:
    return drafts.c.diary_id == diary_id, drafts.c.draft_no == number
