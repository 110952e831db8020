"""SQL of the key slots: each opens one diary, for whoever has its words."""
from __future__ import annotations

from typing import NamedTuple

from sqlalchemy import delete, insert, select
from sqlalchemy.orm import Session

from bot.diary.storage.tables import key_slots

WORDS = "words"


class Slot(NamedTuple):
    """`sealed`: the diary's key."""
    diary_id: str
    sealed: bytes


def add(db: Session, diary_id: str, locator: bytes, sealed: bytes) -> None:
    """A slot for five words."""
    db.execute(insert(key_slots).values(diary_id=diary_id, kind=WORDS, locator=locator, sealed=sealed))


def find(db: Session, locator: bytes) -> Slot | None:
    """The slot that words point to."""
    row = db.execute(select(key_slots.c.diary_id, key_slots.c.sealed).where(key_slots.c.locator == locator)).first()
    return Slot(*row) if row else None


def has(db: Session, diary_id: str) -> bool:
    """Whether a diary can be come back to."""
    return db.execute(select(key_slots.c.id).where(key_slots.c.diary_id == diary_id).limit(1)).first() is not None


def destroy(db: Session, diary_id: str) -> int:
    """After this, nobody can open the diary with words. Returns how many slots there were."""
    return int(db.execute(delete(key_slots).where(key_slots.c.diary_id == diary_id)).rowcount)
