"""The parts of an installation, opened with one clear sentence for each thing that can be wrong with it."""
from __future__ import annotations

import os
import socket
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import IntegrityError

from bot.commands.failure import Failed
from bot.diary.keys import Keys, KeysDamaged, KeysMissing, KeysOfAnother, keys_path, load_keys
from bot.diary.storage import keys_mark
from bot.diary.storage.engine import Factory
from bot.diary.storage.migrate import NONE, DatabaseDamaged, DatabaseUnwritable, form_of, holds_diaries, migrate
from bot.house import House, house
from bot.settings import Settings, WeakSettings, read_settings


def settings_here() -> Settings:
    """What the environment says. Raises Failed."""
    os.umask(0o077)
    with failing():
        return read_settings()


def opened() -> House:
    """Keys and database, made where there are none yet, and of the newest form. Raises Failed."""
    settings = settings_here()
    with failing():
        keys_here(settings)
        migrate(settings.database_url)
        check_mark(house().factory, house().keys)
    return house()


def found() -> House:
    """What is there already: nothing is made, as a wrong DATA_DIR would otherwise look like an empty installation. Raises Failed."""
    settings = settings_here()
    with failing():
        path, form = keys_path(settings.data_dir, settings.environ), form_of(settings.database_url)
    if form == NONE:
        raise Failed(f"there are no diaries in {settings.data_dir}. Is DATA_DIR right, and DATABASE_URL?")
    if not path.exists():
        raise Failed(f"there is a database but no keys file at {path}. Put it back from its backup.")
    return opened()


def keys_here(settings: Settings) -> Keys:
    """The keys; made where there are none yet, which is said. Raises as load_keys does."""
    settings.data_dir.mkdir(parents=True, exist_ok=True)
    keys, made = load_keys(settings.data_dir, settings.environ, lambda: holds_diaries(settings.database_url))
    if made:
        print(f"Made new keys: {keys_path(settings.data_dir, settings.environ)}. "
              "Keep a copy apart from the database: without them no diary can be opened.", file=sys.stderr)
    return keys


def check_mark(factory: Factory, keys: Keys) -> None:
    """Raises KeysOfAnother. A database that has no mark yet gets one."""
    try:
        with factory.begin() as db:
            if keys_mark.get(db) is None:
                keys_mark.put(db, keys.mark)
    except IntegrityError:
        # Another process started at the same moment.
        pass
    with factory.read() as db:
        if keys_mark.get(db) != keys.mark:
            raise KeysOfAnother("These are not the keys that the diaries of this database were made with. Put back the right keys file.")


@contextmanager
def failing() -> Iterator[None]:
    """Turns what is known to go wrong into one sentence."""
    try:
        yield
    except (WeakSettings, KeysMissing, KeysDamaged, KeysOfAnother, DatabaseDamaged, DatabaseUnwritable) as wrong:
        raise Failed(str(wrong)) from None
    except OSError as wrong:
        raise Failed(f"{wrong.filename or 'DATA_DIR'} cannot be written: {wrong.strerror}. Free some space, or set DATA_DIR.") from None


def check_port(host: str, port: int) -> None:
    """Raises Failed where another program listens, or the address is not this machine's."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as wrong:
            raise Failed(f"port {port} of {host} cannot be used: {wrong.strerror}. Stop the other program, or choose another with PORT=.") from None
