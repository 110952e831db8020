"""Takes a turn into its diary: once, however often it is handed over."""
from __future__ import annotations

from dataclasses import asdict
from datetime import datetime
from typing import Any

from bot.diary import turns
from bot.diary.diary import Diary
from bot.diary.interview.interview import Interview
from bot.diary.interview.turn import Outcome, Turn
from bot.diary.leases import Leases
from bot.diary.storage.engine import Factory


class NoTurn(Exception):
    """The conversation has no turn at hand."""


class Desk:
    """Behind the action server. It knows a conversation by its id, and holds a diary's key only while the lease lasts."""

    def __init__(self, factory: Factory, leases: Leases) -> None:
        self._factory, self._leases = factory, leases

    def take(self, conversation_id: str) -> Outcome:
        """What the diary says to the newest turn. The diary's change and the mark that it was made are one transaction.

        Raises NoTurn, and NoLease where the turn is over.
        """
        with self._factory.begin() as db:
            diary_id, key = self._leases.take(db, conversation_id)
            turn = turns.current(db, conversation_id, key)
            if turn is None:
                raise NoTurn
            if turn.outcome is not None:
                return Outcome(**turn.outcome)
            outcome = Interview(Diary(db, diary_id, key)).take(turn_of(turn.request))
            turns.record_outcome(db, conversation_id, turn.number, key, asdict(outcome))
            return outcome


def turn_of(request: dict[str, Any]) -> Turn:
    """A turn as it was sealed."""
    return Turn(**{**request["turn"], "now": datetime.fromisoformat(request["turn"]["now"]), "values": tuple(request["turn"]["values"])})


def request_of(turn: Turn) -> dict[str, Any]:
    """A turn as it is sealed: plain values."""
    return {"turn": {**asdict(turn), "now": turn.now.isoformat()}}
