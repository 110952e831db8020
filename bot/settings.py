"""What the environment says, read once. `.env` in the working directory is read first, and never overrides what is set."""
from __future__ import annotations

import ipaddress
import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from dotenv import dotenv_values

PORT = 5005


class WeakSettings(Exception):
    """A setting that cannot be used, or must not be used where real people write."""


@dataclass(frozen=True)
class Settings:
    """Where to listen and what to store. `database_url` is an SQLAlchemy URL."""

    data_dir: Path
    host: str
    port: int
    database_url: str
    test_clock: bool
    production: bool
    environ: Mapping[str, str]

    @property
    def loopback(self) -> bool:
        """Whether only this machine can reach the address."""
        return is_loopback(self.host)


def is_loopback(host: str) -> bool:
    """Whether an address or name is this machine's own."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def read_settings(environ: Mapping[str, str] | None = None, env_file: Path = Path(".env")) -> Settings:
    """Raises WeakSettings with one sentence that says what to change."""
    values = {**{k: v for k, v in dotenv_values(env_file).items() if v is not None}, **(os.environ if environ is None else environ)}
    data_dir = Path(values.get("DATA_DIR") or "var").resolve()
    settings = Settings(
        data_dir=data_dir,
        host=values.get("HOST") or "127.0.0.1",
        port=_port(values.get("PORT") or str(PORT)),
        database_url=values.get("DATABASE_URL") or f"sqlite:///{data_dir / 'daybook.db'}",
        test_clock=values.get("DAYBOOK_TEST_CLOCK") == "1",
        production=values.get("DAYBOOK_ENV") == "production",
        environ=values,
    )
    _refuse_weak(settings)
    return settings


def _port(text: str) -> int:
    if not text.isdigit() or not 0 < int(text) < 65536:
        raise WeakSettings("PORT must be a number from 1 to 65535.")
    return int(text)


def _refuse_weak(settings: Settings) -> None:
    if settings.test_clock and not settings.loopback:
        raise WeakSettings("DAYBOOK_TEST_CLOCK=1 lets a request set the clock. It is only for tests on 127.0.0.1: unset it, or set HOST=127.0.0.1.")
    if not settings.production:
        return
    if settings.test_clock:
        raise WeakSettings("DAYBOOK_TEST_CLOCK=1 must not be set in production.")
    if not settings.environ.get("DATA_DIR"):
        raise WeakSettings("In production DATA_DIR must be set, to a folder that is backed up.")
    keys = settings.environ.get("DAYBOOK_KEYS_FILE")
    if not keys or Path(keys).resolve().is_relative_to(settings.data_dir):
        raise WeakSettings("In production DAYBOOK_KEYS_FILE must name a file outside DATA_DIR, so that one stolen backup does not hold both.")
    if Path(keys).exists() and Path(keys).stat().st_mode & 0o077:
        raise WeakSettings("The file of DAYBOOK_KEYS_FILE can be read by other users. Run chmod 600 on it.")
