"""Opens the database: SQLite beside the process by default, PostgreSQL where a service runs it."""
from __future__ import annotations

from typing import Any

from sqlalchemy import create_engine, event, insert, update
from sqlalchemy.engine import Engine, make_url
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import sessionmaker

from bot.diary.storage.tables import heartbeat

# `factory.begin()` is one transaction: committed at its end, rolled back on an error.
Factory = Any
BUSY_SECONDS = 10


class DatabaseDown(Exception):
    """The database does not answer, or cannot be written."""


def open_database(url: str) -> Factory:
    """Sessions of the database at an SQLAlchemy URL."""
    return sessionmaker(engine_for(url), future=True, expire_on_commit=False)


def engine_for(url: str) -> Engine:
    """An engine whose transactions take the write lock at their start, so that two processes never deadlock."""
    sqlite = make_url(url).get_backend_name() == "sqlite"
    arguments = {"timeout": BUSY_SECONDS, "check_same_thread": False} if sqlite else {}
    engine = create_engine(url, future=True, connect_args=arguments, hide_parameters=True, pool_pre_ping=not sqlite)
    if sqlite:
        event.listen(engine, "connect", _prepare)
        event.listen(engine, "begin", lambda connection: connection.exec_driver_sql("BEGIN IMMEDIATE"))
    return engine


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
