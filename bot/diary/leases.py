"""A diary's key for one turn of the action server: wrapped under the server's key, and gone when the turn is."""
from __future__ import annotations

from datetime import datetime, timedelta, timezone

from sqlalchemy.orm import Session

from bot.diary.keys import Keys
from bot.diary.seal import Unsealable, seal_json, unseal_json
from bot.diary.sessions import Open
from bot.diary.storage import leases

LASTS = timedelta(seconds=60)


class NoLease(Exception):
    """The turn is over, or there never was one."""


class Leases:
    """By the machine's own clock: a lease is between two processes of ours. Each call works within the caller's transaction."""

    def __init__(self, keys: Keys) -> None:
        self._key = keys.server_key

    def grant(self, db: Session, open_: Open) -> None:
        """Leaves the key for whoever works on this conversation's turn."""
        sealed = seal_json(self._key, {"diary": open_.diary_id, "key": open_.diary_key.hex()}, _place(open_.conversation_id))
        leases.put(db, open_.conversation_id, sealed, datetime.now(timezone.utc) + LASTS)

    def take(self, db: Session, conversation_id: str) -> tuple[str, bytes]:
        """Diary and key; raises NoLease."""
        sealed = leases.get(db, conversation_id, datetime.now(timezone.utc))
        if sealed is None:
            raise NoLease
        try:
            lease = unseal_json(self._key, sealed, _place(conversation_id))
        except Unsealable:
            raise NoLease from None
        return str(lease["diary"]), bytes.fromhex(lease["key"])

    def end(self, db: Session, conversation_id: str) -> None:
        """Takes it back."""
        leases.destroy(db, conversation_id)


def _place(conversation_id: str) -> str:
    return f"lease/{conversation_id}"
