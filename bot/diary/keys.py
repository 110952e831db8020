"""The deployment's own keys: made once, kept in one file that only the server's user can read."""
from __future__ import annotations

import base64
import binascii
import hashlib
import json
import os
import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path

KEY_BYTES = 32
DATABASE_NAME = "daybook.db"
FILE_NAME = "keys.json"
VARIABLE = "DAYBOOK_KEYS_FILE"


class KeysMissing(Exception):
    """There is a database, and not the keys that its diaries were sealed with."""


class KeysDamaged(Exception):
    """The keys file is there, and cannot be used."""


class KeysOfAnother(Exception):
    """The keys file is whole, and not the one that the diaries of this database were made with."""


@dataclass(frozen=True)
class Keys:
    """32 bytes each. `salt` is the deployment-wide salt of the stretch: the words alone must find a diary."""

    pepper: bytes = field(repr=False)
    locator_pepper: bytes = field(repr=False)
    server_key: bytes = field(repr=False)
    salt: bytes = field(repr=False)
    session_key: bytes = field(repr=False)

    @property
    def mark(self) -> bytes:
        """A hash that tells nothing of them, of those three that no diary opens without. The other two may be made anew."""
        return hashlib.sha256(b"daybook/keys/1" + self.pepper + self.locator_pepper + self.salt).digest()


def keys_path(data_dir: Path, environ: Mapping[str, str]) -> Path:
    """`DAYBOOK_KEYS_FILE`, else `data_dir/keys.json`."""
    return Path(environ.get(VARIABLE) or data_dir / FILE_NAME)


def load_keys(data_dir: Path, environ: Mapping[str, str], in_use: Callable[[], bool] = lambda: False) -> tuple[Keys, bool]:
    """The keys; True beside them if they were made just now. `in_use`: whether a database elsewhere holds diaries.

    Raises KeysMissing rather than make new keys beside an existing database, and KeysDamaged.
    """
    path = keys_path(data_dir, environ)
    if not path.exists():
        if (data_dir / DATABASE_NAME).exists() or in_use():
            raise KeysMissing(
                f"There is a database but no keys file at {path}. Without its keys no diary can be opened. "
                f"Put the keys file back from its backup, or name it in {VARIABLE}."
            )
        made_now = _write_new(path)
        return _read(path), made_now
    return _read(path), False


def _write_new(path: Path) -> bool:
    """Writes new keys whole or not at all. False if another process was quicker: its keys stand."""
    path.parent.mkdir(parents=True, exist_ok=True)
    text = json.dumps({f.name: base64.b64encode(secrets.token_bytes(KEY_BYTES)).decode("ascii") for f in fields(Keys)})
    half = path.with_name(f".{path.name}.{secrets.token_hex(8)}")
    handle = os.open(half, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(handle, "w", encoding="ascii") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        # A link fails where a name exists already, so two first starts at once agree on one file.
        os.link(half, path)
    except FileExistsError:
        return False
    finally:
        half.unlink()
    return True


def _read(path: Path) -> Keys:
    try:
        raw = json.loads(path.read_text("ascii"))
        keys = Keys(**{f.name: base64.b64decode(raw[f.name], validate=True) for f in fields(Keys)})
    except OSError as wrong:
        raise KeysDamaged(f"The keys file {path} cannot be read: {wrong.strerror}.") from None
    except (ValueError, KeyError, TypeError, binascii.Error):
        raise KeysDamaged(f"The keys file {path} is damaged. Put it back from its backup.") from None
    if any(len(getattr(keys, f.name)) != KEY_BYTES for f in fields(Keys)):
        raise KeysDamaged(f"The keys file {path} holds a key that is not {KEY_BYTES} bytes. Put it back from its backup.")
    return keys
