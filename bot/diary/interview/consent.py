"""Saving takes a clear yes to what is on the card now."""
from __future__ import annotations

import hashlib
import json
from typing import Any

from bot.diary.interview.turn import Turn
from bot.understanding.reading import says_yes


def fingerprint(entry: dict[str, Any]) -> str:
    """Stands for everything that a check card shows; a card made before a change has another."""
    shown = {k: v for k, v in entry.items() if k != "_"}
    return hashlib.sha256(json.dumps(shown, sort_keys=True, ensure_ascii=False).encode("utf-8")).hexdigest()[:16]


def consents(turn: Turn, entry: dict[str, Any]) -> bool:
    """Whether a turn at the check card says to save this very entry: its button, or typed words that can mean nothing else."""
    if turn.intent != "affirm" and (turn.chosen or turn.intent != "tell"):
        return False
    return not outdated(turn, entry) if turn.chosen else says_yes(turn.text)


def outdated(turn: Turn, entry: dict[str, Any]) -> bool:
    """Whether the button was that of an older card."""
    return turn.chosen and turn.intent == "affirm" and turn.values not in ((), (fingerprint(entry),))
