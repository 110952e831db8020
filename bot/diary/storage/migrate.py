"""Brings the database to the newest form of its tables, and says in which form it is."""
from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from alembic.util import CommandError
from sqlalchemy import inspect, select
from sqlalchemy.engine import Connection, make_url
from sqlalchemy.exc import ArgumentError, DatabaseError, OperationalError, SQLAlchemyError

from bot.diary.storage.engine import engine_for
from bot.diary.storage.tables import diaries

MIGRATIONS = Path(__file__).resolve().parent.parent / "migrations"
TURN_OF_MIGRATIONS = 5005
NONE, OLDER, NEWEST = "none", "older", "newest"


class DatabaseDamaged(Exception):
    """It is there, and is not a database that can be read here."""


class DatabaseUnwritable(Exception):
    """The folder or the disk cannot be written, or the server not be reached."""


def migrate(url: str) -> None:
    """Raises DatabaseDamaged or DatabaseUnwritable, each with one sentence that says what to do."""
    with _connected(url) as connection:
        config = _config()
        config.attributes["connection"] = connection
        if connection.dialect.name == "postgresql":
            # Several processes may start at once; SQLite's own lock does this already.
            connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({TURN_OF_MIGRATIONS})")
        command.upgrade(config, "head")


def form_of(url: str) -> str:
    """NONE, OLDER or NEWEST; changes nothing, and makes no file. Raises as `migrate` does."""
    if _no_file(url):
        return NONE
    with _connected(url) as connection:
        script = ScriptDirectory.from_config(_config())
        found = MigrationContext.configure(connection).get_current_revision()
        if found is None:
            return NONE
        script.get_revision(found)
        return NEWEST if found == script.get_current_head() else OLDER


def holds_diaries(url: str) -> bool:
    """Whether any diary was ever made in it. Raises as `migrate` does."""
    if _no_file(url):
        return False
    with _connected(url) as connection:
        return inspect(connection).has_table("diaries") and connection.execute(select(diaries.c.id).limit(1)).first() is not None


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    return config


def _no_file(url: str) -> bool:
    try:
        parsed = make_url(url)
    except ArgumentError:
        return False
    return parsed.get_backend_name() == "sqlite" and not Path(parsed.database or "").exists()


@contextmanager
def _connected(url: str) -> Iterator[Connection]:
    """One transaction. What is wrong is told without the URL, which may hold a password."""
    try:
        parsed = make_url(url)
        where = parsed.database if parsed.get_backend_name() == "sqlite" else parsed.host
        engine = engine_for(url)
    except (ArgumentError, ImportError):
        raise DatabaseUnwritable("DATABASE_URL cannot be used. It looks like postgresql+psycopg2://user:password@host/daybook.") from None
    try:
        with engine.begin() as connection:
            yield connection
    except OperationalError as wrong:
        told = f"The database at {where} cannot be reached or written ({' '.join(str(wrong.orig).split())}). Look at the disk and the permissions."
        raise DatabaseUnwritable(told) from None
    except CommandError:
        raise DatabaseDamaged(f"The database at {where} was made by a newer Daybook. Start that one, or put back an older backup.") from None
    except (DatabaseError, SQLAlchemyError):
        raise DatabaseDamaged(f"The database at {where} is damaged. Put back its backup, or move it away to start anew.") from None
    finally:
        engine.dispose()
