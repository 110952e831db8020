"""Who is here: a 256-bit token that only the browser holds, and a diary's key wrapped under it."""
from __future__ import annotations

import hashlib
import hmac
import secrets
from dataclasses import dataclass, field
from datetime import datetime, timedelta, timezone

from sqlalchemy.orm import Session

from bot.diary.keys import Keys
from bot.diary.seal import Unsealable, derive, seal, unseal
from bot.diary.storage import conversations, diaries, leases, sessions, trackers, turns
from bot.diary.storage.engine import Factory

LOCK_AFTER = timedelta(minutes=10)
# Without words there is no way back, so a session locks only when it is plainly over.
END_AFTER = timedelta(hours=12)
TOKEN_BYTES = 32


class NoSession(Exception):
    """There is no such session, or it has ended, or it locked itself."""


@dataclass(frozen=True)
class Open:
    """An open session. `diary_key`: 32 bytes."""
    conversation_id: str
    diary_id: str
    diary_key: bytes = field(repr=False)
    has_words: bool
    created_at: datetime
    expires_at: datetime


@dataclass(frozen=True)
class Opened:
    """A session just made, with the token that nobody else has."""
    token: str = field(repr=False)
    open: Open


class Sessions:
    """Moments are those of the request's clock; only the retention sweep goes by the machine's."""

    def __init__(self, factory: Factory, keys: Keys) -> None:
        self._factory, self._keys = factory, keys

    def begin(self, now: datetime) -> Opened:
        """A session with a new, empty diary."""
        diary_id, key = secrets.token_hex(16), secrets.token_bytes(32)
        with self._factory.begin() as db:
            diaries.add(db, diary_id, now)
        return self.reopen(diary_id, key, now, has_words=False)

    def reopen(self, diary_id: str, diary_key: bytes, now: datetime, has_words: bool = True) -> Opened:
        """A session on a diary that is there."""
        token = secrets.token_urlsafe(TOKEN_BYTES)
        conversation_id = hmac.digest(self._keys.session_key, token.encode("ascii"), "sha256").hex()
        open_ = Open(conversation_id, diary_id, diary_key, has_words, now, now + END_AFTER)
        with self._factory.begin() as db:
            sessions.add(db, token_hash=_hash(token), diary_id=diary_id, conversation_id=conversation_id,
                         wrapped_key=seal(self._wrapper(token), diary_key, conversation_id), has_words=has_words,
                         created_at=now, seen_at=now, expires_at=open_.expires_at, ended_at=None, touched_at=datetime.now(timezone.utc))
        return Opened(token, open_)

    def find(self, token: str, now: datetime, peek: bool = False) -> Open:
        """The session of a token, which counts as use of it unless this is a `peek`. Raises NoSession."""
        with self._factory.read() as db:
            row = sessions.find(db, _hash(token))
        if row is None:
            raise NoSession
        idle = now - row.seen_at
        if now >= row.expires_at or idle > (LOCK_AFTER if row.has_words else END_AFTER):
            with self._factory.begin() as db:
                _end(db, row.conversation_id, now)
            raise NoSession
        if not peek and idle:
            with self._factory.begin() as db:
                touch(db, row.conversation_id, now)
        try:
            key = unseal(self._wrapper(token), row.wrapped_key, row.conversation_id)
        except Unsealable:
            raise NoSession from None
        return Open(row.conversation_id, row.diary_id, key, row.has_words, row.created_at, row.expires_at)

    def end(self, token: str, now: datetime) -> str | None:
        """Ends a session and destroys what it held; the diary stays. Returns its conversation; None where there was none."""
        with self._factory.begin() as db:
            row = sessions.find(db, _hash(token))
            if row is None:
                return None
            _end(db, row.conversation_id, now)
        self._factory.wipe_traces()
        return str(row.conversation_id)

    def _wrapper(self, token: str) -> bytes:
        return hmac.digest(self._keys.server_key, derive(token.encode("utf-8"), "session"), "sha256")


def touch(db: Session, conversation_id: str, now: datetime) -> None:
    """The session was used just now, by the request's clock."""
    sessions.touch(db, conversation_id, now, datetime.now(timezone.utc))


def _end(db: Session, conversation_id: str, now: datetime) -> None:
    end_conversation(db, conversation_id)
    sessions.end(db, conversation_id, now)


def end_conversation(db: Session, conversation_id: str) -> None:
    """Takes away everything that was kept only for a session."""
    turns.destroy(db, conversation_id)
    leases.destroy(db, conversation_id)
    conversations.destroy(db, conversation_id)
    trackers.destroy(db, conversation_id)


def _hash(token: str) -> bytes:
    return hashlib.sha256(token.encode("utf-8")).digest()
