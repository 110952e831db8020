"""The turns of a session: what was asked of us and what we answered, sealed, so that a repeated request does nothing twice."""
from __future__ import annotations

import hashlib
import hmac
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from bot.diary.seal import derive, seal_json, unseal_json
from bot.diary.sessions import Open
from bot.diary.shown_words import are_kept, without_words
from bot.diary.storage import turns
from bot.diary.storage.engine import Factory


class OtherBody(Exception):
    """The key came before, with something else."""


@dataclass(frozen=True)
class CurrentTurn:
    """`outcome`: what the diary has said to it, or None."""
    number: int
    request: dict[str, Any]
    outcome: dict[str, Any] | None


class Turns:
    """Idempotency of the chat API (draft-ietf-httpapi-idempotency-key-header)."""

    def __init__(self, factory: Factory) -> None:
        self._factory = factory

    def answered(self, open_: Open, key: str, body: bytes) -> dict[str, Any] | None:
        """The answer that a key and body had before, or None. Raises OtherBody."""
        with self._factory.read() as db:
            row = turns.by_key(db, open_.conversation_id, _key_hash(open_, key))
            if row is None:
                return None
            if not hmac.compare_digest(row.body_hash, _body_hash(open_, body)):
                raise OtherBody
            return None if row.answer is None else dict(unseal_json(open_.diary_key, row.answer, _place(open_.conversation_id, row.number, "answer")))

    def history(self, open_: Open) -> list[tuple[dict[str, Any], dict[str, Any]]]:
        """Request and answer of every turn that was answered, in order."""
        with self._factory.read() as db:
            rows = turns.all_of(db, open_.conversation_id)
        return [(unseal_json(open_.diary_key, r.request, _place(open_.conversation_id, r.number, "request")),
                 unseal_json(open_.diary_key, r.answer, _place(open_.conversation_id, r.number, "answer")))
                for r in rows if r.answer is not None]


def begin(db: Session, open_: Open, key: str, body: bytes, request: dict[str, Any], now: datetime) -> int:
    """Seals what was asked; the number of the turn. A turn that broke off is taken up again."""
    row = turns.by_key(db, open_.conversation_id, _key_hash(open_, key))
    if row is not None:
        return int(row.number)
    number = turns.last_number(db, open_.conversation_id) + 1
    sealed = seal_json(open_.diary_key, request, _place(open_.conversation_id, number, "request"))
    turns.add(db, open_.conversation_id, number, _key_hash(open_, key), _body_hash(open_, body), sealed, now)
    return number


def current(db: Session, conversation_id: str, diary_key: bytes) -> CurrentTurn | None:
    """The newest turn."""
    row = turns.newest(db, conversation_id)
    if row is None:
        return None
    outcome = None if row.outcome is None else unseal_json(diary_key, row.outcome, _place(conversation_id, row.number, "outcome"))
    return CurrentTurn(row.number, unseal_json(diary_key, row.request, _place(conversation_id, row.number, "request")), outcome)


def record_outcome(db: Session, conversation_id: str, number: int, diary_key: bytes, outcome: dict[str, Any]) -> None:
    """What the diary says to a turn, in the transaction that changed the diary. Words that are safe with the person go from here."""
    turns.change(db, conversation_id, number, outcome=seal_json(diary_key, outcome, _place(conversation_id, number, "outcome")))
    if are_kept(outcome):
        _forget_words(db, conversation_id, diary_key)


def _forget_words(db: Session, conversation_id: str, diary_key: bytes) -> None:
    """Seals every answer that showed the five words again, without them: a reload and a repeated request show it so."""
    for row in turns.all_of(db, conversation_id):
        place = _place(conversation_id, row.number, "answer")
        answer = {} if row.answer is None else unseal_json(diary_key, row.answer, place)
        if any(message.get("words") for message in answer.get("messages", [])):
            kept = {**answer, "messages": [without_words(message) for message in answer["messages"]]}
            turns.change(db, conversation_id, row.number, answer=seal_json(diary_key, kept, place))


def finish(db: Session, open_: Open, number: int, answer: dict[str, Any]) -> None:
    """What went back to the person."""
    turns.change(db, open_.conversation_id, number, answer=seal_json(open_.diary_key, answer, _place(open_.conversation_id, number, "answer")))


def forget(db: Session, open_: Open, number: int) -> None:
    """A turn that came to nothing: the key may be used again."""
    turns.remove(db, open_.conversation_id, number)


def _place(conversation_id: str, number: int, part: str) -> str:
    return f"{conversation_id}/turn/{number}/{part}"


def _key_hash(open_: Open, key: str) -> bytes:
    return hmac.digest(derive(open_.diary_key, "idempotency"), key.encode("utf-8"), "sha256")


def _body_hash(open_: Open, body: bytes) -> bytes:
    return hmac.digest(derive(open_.diary_key, "bodies"), hashlib.sha256(body).digest(), "sha256")
