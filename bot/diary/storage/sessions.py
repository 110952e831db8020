"""SQL of the sessions."""
from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import delete, insert, select, update
from sqlalchemy.orm import Session

from bot.diary.storage.tables import sessions


def add(db: Session, **row: Any) -> None:
    """One session, with all its columns."""
    db.execute(insert(sessions).values(**row))


def find(db: Session, token_hash: bytes) -> Any | None:
    """The row of a session that has not ended, or None."""
    return db.execute(select(sessions).where(sessions.c.token_hash == token_hash, sessions.c.ended_at.is_(None))).first()


def touch(db: Session, conversation_id: str, seen_at: datetime, touched_at: datetime) -> None:
    """It was used just now; a clock that goes back changes nothing."""
    earlier = update(sessions).where(sessions.c.conversation_id == conversation_id, sessions.c.seen_at < seen_at)
    db.execute(earlier.values(seen_at=seen_at, touched_at=touched_at))


def mark_words(db: Session, conversation_id: str) -> None:
    """Its diary can be come back to from now on."""
    db.execute(update(sessions).where(sessions.c.conversation_id == conversation_id).values(has_words=True))


def end(db: Session, conversation_id: str, at: datetime) -> None:
    """Ends it: the wrapped key is gone."""
    db.execute(update(sessions).where(sessions.c.conversation_id == conversation_id).values(ended_at=at, wrapped_key=None))


def of_diary(db: Session, diary_id: str) -> list[str]:
    """The conversations of a diary's sessions."""
    return list(db.execute(select(sessions.c.conversation_id).where(sessions.c.diary_id == diary_id)).scalars())


def untouched_since(db: Session, moment: datetime) -> list[tuple[str, str, bool]]:
    """Conversation, diary, and whether the diary has words, of sessions last used before a moment of the machine's clock."""
    query = select(sessions.c.conversation_id, sessions.c.diary_id, sessions.c.has_words).where(sessions.c.touched_at < moment)
    return [(conversation, diary, words) for conversation, diary, words in db.execute(query)]


def destroy(db: Session, conversation_id: str) -> None:
    """Takes its row away."""
    db.execute(delete(sessions).where(sessions.c.conversation_id == conversation_id))
