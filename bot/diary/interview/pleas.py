"""What she says to the page gets a true line, and no place in the note: the open question stays open."""
from __future__ import annotations

from bot.diary.interview.turn import Outcome, Turn, line
from bot.understanding.pleas import plea


def answer_plea(turn: Turn) -> Outcome | None:
    """The line for it; None where the turn is none. `repeat`: what reading.settle makes of one that neither stops nor asks for help."""
    kind = plea(turn.text, "safe" if turn.prompt == "safety" else "") if turn.intent == "repeat" and not turn.chosen else None
    if kind is None:
        return None
    return Outcome([line(f"plea_{kind}"), *([] if turn.prompt else [{"say": "menu"}])], turn.prompt, turn.entry, turn.cue)
