"""The tables. Nothing a person wrote stands in any column but as a sealed blob."""
from __future__ import annotations

from datetime import datetime, timezone
from typing import Any

from sqlalchemy import (
    Boolean,
    Column,
    DateTime,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    TypeDecorator,
    UniqueConstraint,
)


class Moment(TypeDecorator[datetime]):
    """An aware moment, kept in UTC. SQLite forgets the offset, so it is put back on the way out."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Any) -> datetime | None:
        if value is None:
            return None
        utc = value.astimezone(timezone.utc)
        return utc.replace(tzinfo=None) if dialect.name == "sqlite" else utc

    def process_result_value(self, value: datetime | None, dialect: Any) -> datetime | None:
        if value is None:
            return None
        return value.replace(tzinfo=timezone.utc) if value.tzinfo is None else value.astimezone(timezone.utc)


metadata = MetaData()


def _diary() -> Column[Any]:
    return Column("diary_id", String(32), ForeignKey("diaries.id"), nullable=False, index=True)


# `head`: the sealed end of the ledger, so that an append never reads the records before it.
diaries = Table(
    "diaries", metadata,
    Column("id", String(32), primary_key=True),
    Column("created_at", Moment, nullable=False),
    Column("head", LargeBinary),
    Column("tombstoned_at", Moment),
)
key_slots = Table(
    "key_slots", metadata,
    Column("id", Integer, primary_key=True),
    _diary(),
    Column("kind", String(16), nullable=False),
    Column("locator", LargeBinary, nullable=False, unique=True),
    Column("sealed", LargeBinary, nullable=False),
)
# `subject`: a blind index, so that the versions of one entry are found without opening the others.
records = Table(
    "records", metadata,
    Column("diary_id", String(32), ForeignKey("diaries.id"), nullable=False),
    Column("number", Integer, nullable=False),
    Column("subject", LargeBinary, nullable=False),
    Column("sealed", LargeBinary, nullable=False),
    UniqueConstraint("diary_id", "number", name="one_record_of_a_number"),
    Index("records_by_subject", "diary_id", "subject"),
)
drafts = Table(
    "drafts", metadata,
    Column("diary_id", String(32), ForeignKey("diaries.id"), nullable=False),
    Column("draft_no", Integer, nullable=False),
    Column("sealed", LargeBinary, nullable=False),
    UniqueConstraint("diary_id", "draft_no", name="one_draft_of_a_number"),
)
# `touched_at` is the machine's own clock; the other moments are the clock of the request, which a test may set.
sessions = Table(
    "sessions", metadata,
    Column("token_hash", LargeBinary, primary_key=True),
    _diary(),
    Column("conversation_id", String(64), nullable=False, unique=True),
    Column("wrapped_key", LargeBinary),
    Column("has_words", Boolean, nullable=False),
    Column("created_at", Moment, nullable=False),
    Column("seen_at", Moment, nullable=False),
    Column("expires_at", Moment, nullable=False),
    Column("ended_at", Moment),
    Column("touched_at", Moment, nullable=False, index=True),
)
conversations = Table(
    "conversations", metadata,
    Column("id", String(64), primary_key=True),
    _diary(),
    Column("sealed", LargeBinary, nullable=False),
)
turns = Table(
    "turns", metadata,
    Column("conversation_id", String(64), primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("key_hash", LargeBinary, nullable=False),
    Column("body_hash", LargeBinary, nullable=False),
    Column("request", LargeBinary, nullable=False),
    Column("outcome", LargeBinary),
    Column("answer", LargeBinary),
    Column("started_at", Moment, nullable=False),
    UniqueConstraint("conversation_id", "key_hash", name="one_turn_of_a_key"),
)
leases = Table(
    "leases", metadata,
    Column("conversation_id", String(64), primary_key=True),
    Column("sealed", LargeBinary, nullable=False),
    Column("expires_at", Moment, nullable=False),
)
# Wrong words, by the HMAC of where they pointed or of the address they came from; both on the machine's clock.
attempts = Table(
    "attempts", metadata,
    Column("bucket", LargeBinary, primary_key=True),
    Column("failures", Integer, nullable=False),
    Column("blocked_until", Moment, nullable=False),
    Column("last_at", Moment, nullable=False),
)
# Each time the words were right; `let_in` is false where a delay still ran, and the door stayed shut.
openings = Table(
    "openings", metadata,
    Column("id", Integer, primary_key=True),
    _diary(),
    Column("at", Moment, nullable=False),
    Column("let_in", Boolean, nullable=False),
)
trackers = Table(
    "trackers", metadata,
    Column("conversation_id", String(64), primary_key=True),
    Column("sealed", LargeBinary, nullable=False),
    Column("expires_at", Moment, nullable=False),
)
# One row, written to see that writing works.
heartbeat = Table("heartbeat", metadata, Column("id", Integer, primary_key=True), Column("beats", Integer, nullable=False))
# One row: a hash of the keys that no diary opens without, so that a wrong keys file is noticed before anyone writes.
keys_mark = Table("keys_mark", metadata, Column("id", Integer, primary_key=True), Column("mark", LargeBinary, nullable=False))
