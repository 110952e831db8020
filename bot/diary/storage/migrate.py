"""Brings the database to the newest form of its tables."""
from __future__ import annotations

from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy.engine import make_url
from sqlalchemy.exc import DatabaseError, OperationalError, SQLAlchemyError

from bot.diary.storage.engine import engine_for

MIGRATIONS = Path(__file__).resolve().parent.parent / "migrations"


class DatabaseDamaged(Exception):
    """The file is there, and is not a database that can be read."""


class DatabaseUnwritable(Exception):
    """The folder or the disk cannot be written."""


def migrate(url: str) -> None:
    """Raises DatabaseDamaged or DatabaseUnwritable, each with one sentence that says what to do."""
    parsed = make_url(url)
    where = parsed.database if parsed.get_backend_name() == "sqlite" else parsed.host
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    try:
        engine = engine_for(url)
        with engine.begin() as connection:
            config.attributes["connection"] = connection
            command.upgrade(config, "head")
        engine.dispose()
    except OperationalError as wrong:
        told = f"The database at {where} cannot be written ({wrong.orig}). Look at the disk and the permissions."
        raise DatabaseUnwritable(told) from None
    except (DatabaseError, SQLAlchemyError):
        raise DatabaseDamaged(f"The database at {where} is damaged. Put back its backup, or move it away to start anew.") from None
