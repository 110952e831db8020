"""What a message is where the conversation stands: whether it needs a card and a pause, holds a fact beside a question, or asks for help."""
from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from bot.conversation.state import State
from bot.diary.interview.beside import A_CRY
from bot.safety.assessment import Assessment, by_rule
from bot.understanding.answers import read_answer
from bot.understanding.done_to_me import is_done_to_me
from bot.understanding.incident import read_incident
from bot.understanding.plain_answer import is_relief
from bot.understanding.pleas import plea
from bot.understanding.reading import FEELING, INTERRUPTIONS, besides_question

# Where what it does to her is asked for; and where feelings are, or no note is being told.
EFFECTS = ("impact", "change_impact")
FELT_HERE = (None, "safety", *EFFECTS, "unfinished", "words")
# What is said of the one who writes; a cry for help is heard wherever it stands.
OF_THE_WRITER = ("child", "third_party", "perpetrator", "distress")
# Where a fact is asked for that a few words show: any words could be a place or a person.
OF_FACT = ("when", "others", "keep", "told")
# What calls for a pause, the graver first.
PAUSES = ("self_harm", "silent", "distress")
# Fewer words that bring up a card are no more than a call for help, or a yes to whether there is danger.
A_CALL = 3


@dataclass(frozen=True)
class Heard:
    """`pause`: the card (distress, self_harm) for a feeling that is no answer; "" for none. `beside`: words that the interview will
    not take itself, to be kept first. `noticed`: see Turn.
    """
    intent: str
    pause: str = ""
    beside: str = ""
    asks_for_help: bool = False
    noticed: dict[str, float] | None = None


def hear(intent: str, felt: Assessment, text: str, state: State, now: datetime) -> Heard:
    """`intent` as the pipeline, or the option that was chosen, has it."""
    if not text:
        return Heard(intent)
    if intent in INTERRUPTIONS:
        return Heard(intent, beside=besides_question(text) or (text if _is_account(text, now) else ""))
    if intent == "help" and state.prompt in (None, "safety"):
        return Heard(intent, asks_for_help=felt.level != "emergency")
    feeling = _feeling(intent, felt, len(text.split()))
    if feeling and state.prompt not in FELT_HERE:
        if feeling == "distress" and _answers(text, state.prompt or "", now) or _tells(text, now):
            return Heard("tell")
        # "I want to die" is said to the page, and not for the police to read; unless it may be what somebody else said.
        cry = feeling == "self_harm" and len(text.split()) <= A_CRY or plea(text) is not None
        return Heard("distress", pause=feeling, beside="" if cry and state.prompt != "said" else text)
    if intent == "distress" and state.prompt in EFFECTS:
        return Heard("tell")
    return Heard(intent, beside="" if len(text.split()) < A_CALL else text)


def spared(felt: Assessment, text: str, prompt: str | None) -> Assessment:
    """Without the signs that say nothing of the one who writes, at the question that is open: no card may blame or mistake them.

    Who tells what was done to them stalks nobody, whatever they ask. The exact words that were asked for are somebody else's. And what it
    does to her was asked for: there a reader alone takes no answer for distress.
    """
    dropped: set[str] = set()
    if "perpetrator" in felt.signals and is_done_to_me(text):
        dropped.add("perpetrator")
    if prompt == "said":
        dropped.update(OF_THE_WRITER)
    if prompt in EFFECTS and not by_rule(felt):
        dropped.add("distress")
    return replace(felt, signals=tuple(signal for signal in felt.signals if signal not in dropped))


def after_card(heard: Heard, text: str, state: State) -> tuple[Heard, str | None]:
    """What a few words after a card for danger are, and the card that they call for again.

    "What do I do?" gets the card once more. A bare no says neither that she is safe nor that she cannot call: it is asked about.
    """
    if heard.intent == "help":
        return replace(heard, beside=""), state.carded
    if heard.intent == "deny" and not is_relief(text):
        return Heard("carry_on", asks_for_help=True), None
    return heard, None


def _feeling(intent: str, felt: Assessment, length: int) -> str:
    if intent in ("tell", "distress") and length <= FEELING:
        found = next((kind for kind in PAUSES if kind in felt.signals), "")
        return found or ("distress" if intent == "distress" else "")
    return "distress" if intent == "distress" else ""


def _is_account(text: str, now: datetime) -> bool:
    """Whether one sentence tells of an act and its day, whatever it asks as well: "he rang me on Friday, is that illegal"."""
    told = read_incident(text, now)
    return bool(told.behaviours and told.when)


def _answers(text: str, prompt: str, now: datetime) -> bool:
    """Whether it gives what the open question asks for, whatever is felt beside it: "no, and I cannot sleep because of it"."""
    return prompt in OF_FACT and any(value not in (None, ()) for value in read_answer(prompt, text, now).values())


def _tells(text: str, now: datetime) -> bool:
    told = read_incident(text, now)
    return bool(told.behaviours or told.when or told.person or told.place or told.witnesses is not None or told.reported is not None)
