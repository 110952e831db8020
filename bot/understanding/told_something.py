"""Whether a message tells of anything, where it was not asked for: a greeting or a slip of the keys does not."""

from __future__ import annotations

from datetime import datetime

from bot.understanding.incident import read_incident
from bot.understanding.lexicons import lexicon

_A_TELLING, _A_FEW = 9, 4


def tells_something(text: str, now: datetime) -> bool:
    """True for a long message, and for a short one with a fact in it, or somebody who did something."""
    words = text.lower().replace("’", "'").split()
    if len(words) >= _A_TELLING:
        return True
    told = read_incident(text, now)
    if told.behaviours or told.when or told.place or told.person:
        return True
    return len(words) >= _A_FEW and bool({word.strip(".,!?") for word in words} & set(lexicon("grammar")["they"]))
