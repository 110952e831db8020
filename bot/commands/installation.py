"""The parts of an installation, opened with one clear sentence for each thing that can be wrong with it."""
from __future__ import annotations

import os
import socket
import sys

from bot.commands.failure import Failed
from bot.diary.keys import KeysDamaged, KeysMissing, load_keys
from bot.diary.storage.migrate import DatabaseDamaged, DatabaseUnwritable, migrate
from bot.house import House, house
from bot.settings import WeakSettings, read_settings


def opened() -> House:
    """Settings read, keys there, database migrated. Raises Failed."""
    os.umask(0o077)
    try:
        settings = read_settings()
        settings.data_dir.mkdir(parents=True, exist_ok=True)
        _, made = load_keys(settings.data_dir, settings.environ)
        if made:
            where = settings.environ.get("DAYBOOK_KEYS_FILE") or settings.data_dir / "keys.json"
            print(f"Made new keys: {where}. Keep a copy apart from the database: without them no diary can be opened.", file=sys.stderr)
        migrate(settings.database_url)
    except (WeakSettings, KeysMissing, KeysDamaged, DatabaseDamaged, DatabaseUnwritable) as wrong:
        raise Failed(str(wrong)) from None
    except OSError as wrong:
        raise Failed(f"{wrong.filename or 'DATA_DIR'} cannot be written: {wrong.strerror}. Free some space, or set DATA_DIR.") from None
    return house()


def check_port(host: str, port: int) -> None:
    """Raises Failed where another program listens, or the address is not this machine's."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as wrong:
            raise Failed(f"port {port} of {host} cannot be used: {wrong.strerror}. Stop the other program, or choose another with PORT=.") from None
