"""From five words to the key of a diary, and to the place where that key is kept.

    words --Argon2id--> stretch --HMAC(pepper)--HKDF--> key-encryption key --AES-256-GCM--> diary key
                           \\---HMAC(locator pepper)---> locator

Argon2id is RFC 9106 (default: 64 MiB, 3 passes, 4 lanes). The locator is made from the stretch as well: whoever has
stolen the database and both peppers still pays one whole stretch for each guess, by either way.
"""
from __future__ import annotations

import hmac
from collections.abc import Sequence
from dataclasses import dataclass, field

from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from bot.diary.keys import Keys
from bot.diary.seal import derive, seal, unseal


@dataclass(frozen=True)
class WordKeys:
    """What one stretch of the words gives: where the diary's key is kept, and what opens it."""

    locator: bytes
    kek: bytes = field(repr=False)


class Vault:
    """Stretches words. `memory_kib` in KiB; lower figures than the defaults are for tests only."""

    def __init__(self, keys: Keys, memory_kib: int = 65536, time_cost: int = 3, lanes: int = 4) -> None:
        self._keys = keys
        self._memory_kib, self._time_cost, self._lanes = memory_kib, time_cost, lanes

    def stretch(self, words: Sequence[str]) -> WordKeys:
        """Locator and key from one stretch; slow on purpose (about a tenth of a second and 64 MiB)."""
        stretched = Argon2id(salt=self._keys.salt, length=32, iterations=self._time_cost, lanes=self._lanes,
                             memory_cost=self._memory_kib).derive(" ".join(words).encode("utf-8"))
        peppered = hmac.digest(self._keys.pepper, stretched, "sha256")
        return WordKeys(hmac.digest(self._keys.locator_pepper, stretched, "sha256"), derive(peppered, "daybook/words/key/1"))

    def locator(self, words: Sequence[str]) -> bytes:
        """Where the diary of these words is found: 32 bytes."""
        return self.stretch(words).locator

    def kek(self, words: Sequence[str]) -> bytes:
        """The key-encryption key of these words: 32 bytes."""
        return self.stretch(words).kek

    def wrap_for_words(self, words: Sequence[str], diary_id: str, diary_key: bytes) -> tuple[bytes, bytes]:
        """The locator, and the diary's key sealed for these words."""
        keys = self.stretch(words)
        return keys.locator, seal(keys.kek, diary_key, _place(diary_id))

    def unwrap_with_words(self, words: Sequence[str], diary_id: str, sealed: bytes) -> bytes:
        """The diary's key; raises Unsealable."""
        return self.unwrap(self.stretch(words), diary_id, sealed)

    @staticmethod
    def unwrap(keys: WordKeys, diary_id: str, sealed: bytes) -> bytes:
        """The diary's key, where the words are stretched already; raises Unsealable."""
        return unseal(keys.kek, sealed, _place(diary_id))


def _place(diary_id: str) -> str:
    return f"slot/words/{diary_id}"
