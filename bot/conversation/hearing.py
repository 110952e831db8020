"""What a message is where the conversation stands: whether it needs a pause, holds a fact beside a question, or asks for help."""
from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from bot.conversation.state import State
from bot.safety.assessment import Assessment
from bot.understanding.incident import read_incident
from bot.understanding.reading import FEELING, INTERRUPTIONS, besides_question

# Where feelings are what was asked for, or no note is being told.
FELT_HERE = (None, "safety", "impact", "change_impact", "unfinished", "words")
# Fewer words that bring up a card are no more than a call for help, or a yes to whether there is danger.
A_CALL = 3


@dataclass(frozen=True)
class Heard:
    """`pause`: distress, and no answer in it. `beside`: words that the interview will not take itself, to be kept first.

    `noticed`: see Turn.
    """
    intent: str
    pause: bool = False
    beside: str = ""
    asks_for_help: bool = False
    noticed: dict[str, float] | None = None


def hear(intent: str, felt: Assessment, text: str, state: State, now: datetime) -> Heard:
    """`intent` as the pipeline, or the option that was chosen, has it."""
    if not text:
        return Heard(intent)
    if intent in INTERRUPTIONS:
        return Heard(intent, beside=besides_question(text))
    if intent == "help" and state.prompt in (None, "safety"):
        return Heard(intent, asks_for_help=felt.level != "emergency")
    distressed = intent == "distress" or intent == "tell" and "distress" in felt.signals and len(text.split()) <= FEELING
    if distressed and state.prompt not in FELT_HERE:
        if not _tells(text, now):
            return Heard("distress", pause=True, beside=text)
        return Heard("tell")
    if intent == "distress" and state.prompt in ("impact", "change_impact"):
        return Heard("tell")
    return Heard(intent, beside="" if len(text.split()) < A_CALL else text)


def _tells(text: str, now: datetime) -> bool:
    told = read_incident(text, now)
    return bool(told.behaviours or told.when or told.person or told.place or told.witnesses is not None or told.reported is not None)
