"""The five words: given once, and the only way back. Wrong words cost time that grows, and never anything else."""
from __future__ import annotations

import hmac
import math
from collections.abc import Callable
from datetime import datetime, timedelta, timezone

from sqlalchemy.orm import Session

from bot.diary.keys import Keys
from bot.diary.sessions import Open, Opened, Sessions
from bot.diary.storage import attempts, key_slots, sessions
from bot.diary.storage.engine import Factory
from bot.diary.vault import Vault
from bot.diary.words import clean_words, new_words

# A wrong word costs 1, 2, 4... seconds for the same words; an address has some tries before it pays, as many may share it.
FREE_TRIES_OF_AN_ADDRESS = 5
LONGEST_SECONDS = 900
WEEK = timedelta(days=7)


class WrongWords(Exception):
    """One and the same for words that are wrong, unknown, not five, or right but too soon. `retry_after`: whole seconds."""

    def __init__(self, retry_after: int) -> None:
        super().__init__("these words open nothing now")
        self.retry_after = retry_after


def _machine_clock() -> datetime:
    return datetime.now(timezone.utc)


class Door:
    """Delays go by the machine's own clock, whatever a test clock says."""

    def __init__(self, factory: Factory, keys: Keys, vault: Vault, clock: Callable[[], datetime] = _machine_clock) -> None:
        self._factory, self._keys, self._vault, self._clock = factory, keys, vault, clock
        self._sessions = Sessions(factory, keys)

    def give_words(self, db: Session, open_: Open) -> tuple[str, ...] | None:
        """New words for a diary that has none, told only now; None where it has some already."""
        if key_slots.has(db, open_.diary_id):
            return None
        words = new_words()
        locator, sealed = self._vault.wrap_for_words(words, open_.diary_id, open_.diary_key)
        key_slots.add(db, open_.diary_id, locator, sealed)
        sessions.mark_words(db, open_.conversation_id)
        return words

    def open_with(self, text: str, address: str, now: datetime) -> Opened:
        """A session on the diary of these words. Raises WrongWords."""
        words = clean_words(text)
        # The stretch is paid for nonsense too, so that time tells nothing.
        keys = self._vault.stretch(words or ("",))
        buckets = (self._bucket("words", keys.locator), self._bucket("address", address.encode("utf-8")))
        at = self._clock()
        with self._factory.begin() as db:
            slot = key_slots.find(db, keys.locator) if words else None
            blocked = any((tried := attempts.of_bucket(db, b)) is not None and tried.blocked_until > at for b in buckets)
            if slot is not None:
                attempts.opened(db, slot.diary_id, now, let_in=not blocked)
            wait = self._failed(db, buckets, at) if slot is None or blocked else 0
            if not wait:
                attempts.clear(db, buckets[0])
                attempts.clear(db, buckets[1])
        if wait or slot is None:
            raise WrongWords(wait)
        return self._sessions.reopen(slot.diary_id, self._vault.unwrap(keys, slot.diary_id, slot.sealed), now)

    def tries(self, open_: Open, now: datetime) -> dict[str, int]:
        """How often the right words were given in the last 7 days: `opened`, and `too_soon` where a delay still ran.

        Of wrong words nothing can be said, four right ones of five included: the locator is made from all five at once, so
        wrong words point at no diary, and nobody can know at whose door they were tried.
        """
        with self._factory.read() as db:
            opened, too_soon = attempts.openings_since(db, open_.diary_id, now - WEEK)
        return {"opened": opened, "too_soon": too_soon}

    def _failed(self, db: Session, buckets: tuple[bytes, bytes], at: datetime) -> int:
        waits = []
        for bucket, free in zip(buckets, (0, FREE_TRIES_OF_AN_ADDRESS)):
            tried = attempts.of_bucket(db, bucket)
            failures = (tried.failures if tried else 0) + 1
            seconds = min(LONGEST_SECONDS, 2 ** min(failures - free - 1, 16)) if failures > free else 0
            until = at + timedelta(seconds=seconds)
            attempts.put(db, bucket, failures, max(until, tried.blocked_until) if tried else until, at)
            waits.append(max(until, tried.blocked_until if tried else until) - at)
        return max(1, math.ceil(max(waits).total_seconds()))

    def _bucket(self, kind: str, value: bytes) -> bytes:
        return hmac.digest(self._keys.locator_pepper, kind.encode("ascii") + b"/" + value, "sha256")
