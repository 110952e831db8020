"""Sealing: one algorithm byte, then AES-256-GCM under a key of the record's own.

A blob is `0x01 | nonce (12 bytes) | ciphertext and tag`. The key of a record is HKDF-SHA256 (RFC 5869) of the given
key with the record's identity, and the identity is also the associated data (NIST SP 800-38D), so that a blob moved
to another place does not open there.
"""
from __future__ import annotations

import json
import secrets
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

ALGORITHM = b"\x01"
NONCE_BYTES = 12
KEY_BYTES = 32


class Unsealable(Exception):
    """The blob was changed, moved from its place, or sealed under another key."""


def derive(key: bytes, info: str) -> bytes:
    """A key of 32 bytes for one purpose, from another key."""
    return HKDF(algorithm=SHA256(), length=KEY_BYTES, salt=None, info=info.encode("utf-8")).derive(key)


def seal(key: bytes, plain: bytes, identity: str) -> bytes:
    """`plain` sealed for one place, which `identity` names."""
    nonce = secrets.token_bytes(NONCE_BYTES)
    return ALGORITHM + nonce + AESGCM(derive(key, identity)).encrypt(nonce, plain, identity.encode("utf-8"))


def unseal(key: bytes, sealed: bytes, identity: str) -> bytes:
    """What `seal` was given; raises Unsealable."""
    start = len(ALGORITHM) + NONCE_BYTES
    if sealed[: len(ALGORITHM)] != ALGORITHM or len(sealed) < start:
        raise Unsealable("This record is not in a form that can be opened.")
    try:
        return AESGCM(derive(key, identity)).decrypt(sealed[len(ALGORITHM) : start], sealed[start:], identity.encode("utf-8"))
    except InvalidTag:
        raise Unsealable("This record was changed, or belongs somewhere else.") from None


def seal_json(key: bytes, value: Any, identity: str) -> bytes:
    """`value` as UTF-8 JSON, sealed."""
    return seal(key, json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode("utf-8"), identity)


def unseal_json(key: bytes, sealed: bytes, identity: str) -> Any:
    """What `seal_json` was given; raises Unsealable."""
    return json.loads(unseal(key, sealed, identity))
