"""Which police it is for a place. The words are read here, in the channel; ids of forces are all that goes on."""
from __future__ import annotations

import re
from typing import Any

from bot.conversation.state import State
from bot.knowledge.force_finder import Found
from bot.knowledge.forces import FORCES, OTHER_LAW
from bot.knowledge.load import Knowledge
from bot.understanding.plain_words import plain
from bot.understanding.reading import is_question

Parsed = dict[str, Any]
Outline = dict[str, Any]
# The answer about which force to tell, and those beside which a force's card is also of use.
WHERE, ELSEWHERE = "report_where", "outside_england_wales"
ABOUT = frozenset({WHERE, ELSEWHERE, "police_reporting", "report_101_online", "spo_which_force"})
_OPEN_TO = ("ask", "find_service", "out_of_scope")
_FORCE = r"(?:police )?(?:forces?|constabulary|constabularies)"
ASKS = re.compile(rf"\b(?:w?h?ich|what|whose|right|my|our) (?:local )?{_FORCE}\b|\bw?h?ich police\b(?! officers?\b)"
                  r"|\bpolice (?:force )?(?:for|covers?|covering)\b"
                  r"|\bwho (?:do|should|can|would) (?:i|we) (?:report|tell)\b|\bwho polices\b")
# So few words about a force ask for nothing else.
SHORT = 4
# Where no place is an answer: nothing is open, or whether it is safe to write.
_NO_NOTE = (None, "safety")


def naming_police(parsed: Parsed, text: str, state: State, knowledge: Knowledge) -> Parsed:
    """`parsed` with the forces of the places that are named, as `forces`, where the words ask which police it is; as it was where they do not."""
    topic = str(parsed.get("topic") or "").partition("/")[0]
    about = parsed["intent"] == "ask" and topic in ABOUT
    free = state.prompt in _NO_NOTE
    asks = bool(ASKS.search(plain(text))) and (parsed["intent"] in _OPEN_TO or free and parsed["intent"] == "tell" and _ends_asking(text))
    answers = state.answered in ABOUT and free
    if not (about or asks or answers):
        return parsed
    found = knowledge.find_forces(text)
    if answers and found.bare and not about:
        return {**parsed, "intent": "find_service", "topic": FORCES, "forces": found}
    meant = parsed["topic"] if about else WHERE
    if not (about or asks and (found.forces or len(plain(text).split()) <= SHORT)):
        return parsed
    if found.forces and all(knowledge.forces[id_].region.kind == OTHER_LAW for id_ in found.forces):
        meant = ELSEWHERE
    return {**parsed, "intent": "ask", "topic": meant, "forces": found}


def with_police(outlines: list[Outline], parsed: Parsed) -> list[Outline]:
    """What the dialogue says, with the forces that were found; after the answer about which force, a list to choose from where none was."""
    found: Found = parsed.get("forces") or Found()
    named = {"say": FORCES, "found": list(found.forces), "unsure": not found.sure}
    said: list[Outline] = []
    for outline in outlines:
        said.append({**outline, **named} if outline["say"] == FORCES else outline)
        whole = outline["say"] == "answer" and not outline.get("part")
        if whole and (found.forces or outline["topic"] == WHERE):
            said.append(named)
    return said


def _ends_asking(text: str) -> bool:
    """Whether a message asks, in its last part at least: "I live in Leeds and he lives in York, which force"."""
    last = [part for part in re.split(r"[,.;:!?\n]+", text) if plain(part)][-1:]
    return is_question(text) or any(ASKS.match(re.sub(r"^(?:so|and|but) ", "", plain(part))) for part in last)
