"""Opens the database: SQLite beside the process by default, PostgreSQL where a service runs it."""
from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import AbstractContextManager, closing, contextmanager, nullcontext
from threading import Lock
from typing import Any

from sqlalchemy import create_engine, event, insert, update
from sqlalchemy.engine import URL, Connection, Engine, make_url
from sqlalchemy.exc import DBAPIError, DisconnectionError
from sqlalchemy.orm import Session, sessionmaker
from sqlalchemy.pool import QueuePool

from bot.diary.storage.tables import heartbeat

BUSY_SECONDS = 10
CONNECTIONS = 8
READS_ONLY = "reads_only"
WRITES = "writes"


class DatabaseDown(Exception):
    """The database does not answer, or cannot be written."""


class Factory:
    """Transactions of one database: committed at the end of their block, rolled back on an error."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._writes = sessionmaker(engine, future=True, expire_on_commit=False, info={WRITES: True})
        self._reads = sessionmaker(engine.execution_options(**{READS_ONLY: True}), future=True, expire_on_commit=False)
        # SQLite has one writer. Its own wait for the lock is a sleep that grows, and unfair: threads of this process queue here.
        self._turnstile: AbstractContextManager[Any] = Lock() if _is_sqlite(engine.url) else nullcontext()

    @contextmanager
    def begin(self) -> Iterator[Session]:
        """A transaction that may write."""
        with self._turnstile, self._writes.begin() as db:
            yield db

    @contextmanager
    def read(self) -> Iterator[Session]:
        """A transaction that only reads, and waits for nobody."""
        with self._reads.begin() as db:
            yield db

    def wipe_traces(self) -> None:
        """What was deleted goes from SQLite's write-ahead log too; a reader in the way leaves that to the next time."""
        if _is_sqlite(self._engine.url):
            with self._turnstile, closing(self._engine.raw_connection()) as connection:
                connection.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)")


def open_database(url: str) -> Factory:
    """The database at an SQLAlchemy URL."""
    return Factory(engine_for(url))


def engine_for(url: str) -> Engine:
    """An engine whose writing transactions take the write lock at their start, so that two processes never deadlock."""
    sqlite = _is_sqlite(make_url(url))
    arguments = {"timeout": BUSY_SECONDS, "check_same_thread": False} if sqlite else {}
    engine = create_engine(url, future=True, connect_args=arguments, hide_parameters=True, pool_pre_ping=not sqlite,
                           poolclass=QueuePool, pool_size=CONNECTIONS, max_overflow=CONNECTIONS)
    if sqlite:
        event.listen(engine, "connect", _prepare)
        event.listen(engine, "connect", lambda connection, record: record.info.update(file=_file(engine.url.database)))
        event.listen(engine, "checkout", lambda connection, record, _: _same_file(engine.url.database, record.info["file"]))
        event.listen(engine, "begin", _begin)
    return engine


def _is_sqlite(url: URL) -> bool:
    return url.get_backend_name() == "sqlite"


def _file(path: str | None) -> tuple[int, int] | None:
    """Which file stands at a path: device and inode."""
    try:
        found = os.stat(path or "")
    except OSError:
        return None
    return found.st_dev, found.st_ino


def _same_file(path: str | None, opened: tuple[int, int] | None) -> None:
    """A connection kept open would go on writing to a file that was deleted."""
    if _file(path) != opened:
        raise DisconnectionError


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN" if connection.get_execution_options().get(READS_ONLY) else "BEGIN IMMEDIATE")


def _prepare(connection: Any, _: Any) -> None:
    # SQLAlchemy begins by itself; the driver must not.
    connection.isolation_level = None
    cursor = connection.cursor()
    for pragma in ("journal_mode=WAL", "secure_delete=ON", "synchronous=FULL", "foreign_keys=ON"):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def check_writable(factory: Factory) -> None:
    """Writes one row; raises DatabaseDown."""
    try:
        with factory.begin() as db:
            if not db.execute(update(heartbeat).values(beats=heartbeat.c.beats + 1)).rowcount:
                db.execute(insert(heartbeat).values(id=1, beats=1))
    except DBAPIError as wrong:
        raise DatabaseDown(f"The database cannot be written ({type(wrong.orig).__name__}).") from None
