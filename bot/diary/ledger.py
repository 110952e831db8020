"""An append-only chain of sealed records, one for each diary.

A record in plain form is {"v", "number", "kind", "entry", "at", "previous", "body"}; its hash is SHA-256 over the JSON
Canonicalization Scheme (RFC 8785), and `previous` is the hash of the record before. The end of the chain is sealed
apart, so that an append reads nothing of what came before, and a tail that was cut off is noticed.
"""
from __future__ import annotations

import hashlib
import hmac
from datetime import datetime
from typing import Any, NamedTuple

import rfc8785
from sqlalchemy.orm import Session

from bot.diary.seal import Unsealable, derive, seal_json, unseal_json
from bot.diary.storage import diaries, records

FIRST = "0" * 64


class ChainBroken(Exception):
    """A record is missing, changed, or in the wrong place."""


class Sealed(NamedTuple):
    """A record's number, and the SHA-256 of its plain form in hexadecimal."""
    number: int
    sha256: str


class Ledger:
    """The ledger of one diary, within the caller's transaction."""

    def __init__(self, db: Session, diary_id: str, diary_key: bytes) -> None:
        self._db, self._diary_id, self._key = db, diary_id, diary_key
        self._index_key = derive(diary_key, "subject")

    def append(self, kind: str, entry: str | None, body: dict[str, Any], at: datetime) -> Sealed:
        """Adds a record. Raises IntegrityError where another writer was quicker."""
        head = self.head()
        record = {"v": 1, "number": head["number"] + 1, "kind": kind, "entry": entry, "at": at.isoformat(timespec="seconds"),
                  "previous": head["sha256"], "body": body}
        sealed = Sealed(record["number"], plain_hash(record))
        records.add(self._db, self._diary_id, sealed.number, self._subject(entry), seal_json(self._key, record, self._place(sealed.number)))
        self.set_head({**head, "number": sealed.number, "sha256": sealed.sha256})
        return sealed

    def of_entry(self, entry: str) -> list[dict[str, Any]]:
        """The records about one entry, in order."""
        return [self._open(number, sealed) for number, sealed in records.of_subject(self._db, self._diary_id, self._subject(entry))]

    def records(self) -> list[dict[str, Any]]:
        """The whole ledger, its chain checked from the first record to the last; raises ChainBroken."""
        found, previous = [], FIRST
        for expected, (number, sealed) in enumerate(records.all_of(self._db, self._diary_id), start=1):
            record = self._open(number, sealed)
            if number != expected or record["number"] != number or record["previous"] != previous:
                raise ChainBroken(f"Record {expected} does not follow the one before.")
            previous = plain_hash(record)
            found.append(record)
        head = self.head()
        if (len(found), previous) != (head["number"], head["sha256"]):
            raise ChainBroken("The last records of the ledger are missing.")
        return found

    def head(self) -> dict[str, Any]:
        """The end of the chain, and what is counted beside it."""
        sealed = diaries.head(self._db, self._diary_id)
        if sealed is None:
            return {"number": 0, "sha256": FIRST, "entries": 0, "last_entry": None}
        return dict(unseal_json(self._key, sealed, f"{self._diary_id}/head"))

    def set_head(self, head: dict[str, Any]) -> None:
        """Seals the new end."""
        diaries.set_head(self._db, self._diary_id, seal_json(self._key, head, f"{self._diary_id}/head"))

    def _subject(self, entry: str | None) -> bytes:
        return hmac.digest(self._index_key, (entry or "").encode("utf-8"), "sha256")

    def _place(self, number: int) -> str:
        return f"{self._diary_id}/record/{number}"

    def _open(self, number: int, sealed: bytes) -> dict[str, Any]:
        try:
            return dict(unseal_json(self._key, sealed, self._place(number)))
        except Unsealable:
            raise ChainBroken(f"Record {number} was changed, or belongs somewhere else.") from None


def plain_hash(record: dict[str, Any]) -> str:
    """SHA-256 of a record's plain form."""
    return hashlib.sha256(rfc8785.dumps(record)).hexdigest()
