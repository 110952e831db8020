"""What an answer to a question says of the entry: the field that was asked for, and other gaps it fills in passing."""
from __future__ import annotations

from typing import Any

from bot.diary.interview import draft as drafting
from bot.diary.interview.entry_facts import missing
from bot.diary.interview.turn import Turn
from bot.understanding.answers import read_answer, read_besides
from bot.understanding.bare_answer import is_bare, is_unsure, only_agrees, says_none
from bot.understanding.no_answer import no_answer

# "I do not know" and what belongs to it; longer answers tell something all the same, and stay as they were typed.
SHORT, A_CONTROL = 8, 3
# Questions that a yes does not answer, and what is said to one; a no does.
WORDS_WANTED = {"where": "take_your_time", "who": "take_your_time", "said": "take_your_time", "source": "take_your_time",
                "impact": "take_your_time", "others": "not_understood"}


def facts_of(turn: Turn) -> dict[str, Any]:
    """What the answer says of the field that was asked for; nothing where she skipped, or does not know."""
    prompt = turn.prompt or ""
    if turn.card is not None:
        return {"when": turn.card["when"]} if turn.card.get("when") else {}
    if turn.chosen:
        return _chosen(turn, prompt)
    if turn.intent in drafting.UNANSWERED and len(turn.text.split()) <= A_CONTROL:
        return {}
    facts = _told(read_answer(prompt, turn.text, turn.now)) if turn.text else {}
    # A typed yes or no that only its intent tells is the same as the button; "ok" and "I think so" are not.
    plain = turn.intent in ("affirm", "deny") and not only_agrees(turn.text) and not is_unsure(turn.text)
    return facts or (_chosen(turn, prompt) if plain else {})


def unanswered(turn: Turn) -> str | None:
    """The line to say where a typed yes, or an "ok", leaves the question as open as it was; None where it does not."""
    bare = not turn.chosen and (only_agrees(turn.text) or turn.prompt != "others" and is_bare(turn.text) and not says_none(turn.text))
    return WORDS_WANTED.get(turn.prompt or "") if bare else None


def is_guessed(turn: Turn) -> bool:
    """Whether what is taken from an answer is to be checked: a time out of words, and what she is not sure of herself."""
    return turn.card is None and (turn.prompt == "when" or not turn.chosen and is_unsure(turn.text))


def besides(turn: Turn, draft: dict[str, Any]) -> dict[str, Any]:
    """Facts told with an answer to another question, for fields of which nothing is known yet."""
    if turn.chosen or not turn.text:
        return {}
    return {k: v for k, v in _told(read_besides(turn.prompt or "", turn.text, turn.now)).items() if missing(draft, k)}


def answer_of(turn: Turn, facts: dict[str, Any]) -> str:
    """What stands in `asked`: her words, or that there was no answer."""
    if turn.text and not no_answer(turn.text) and (facts or len(turn.text.split()) > SHORT):
        return turn.text
    if turn.prompt == "who" and says_none(turn.text):
        # Who did it is asked "if you know".
        return drafting.UNANSWERED["not_known"]
    return drafting.UNANSWERED.get(turn.intent, turn.answer)


def _chosen(turn: Turn, prompt: str) -> dict[str, Any]:
    if turn.intent in drafting.UNANSWERED:
        return {}
    if prompt == "kinds" and turn.values:
        return {"behaviours": list(turn.values)}
    if prompt == "others":
        return {"witnesses": turn.intent == "affirm"}
    if prompt == "told" and turn.intent == "deny":
        return {"reported": False}
    return _told(read_answer(prompt, turn.values[0], turn.now)) if prompt == "when" and turn.values else {}


def _told(facts: dict[str, Any]) -> dict[str, Any]:
    return {k: v for k, v in facts.items() if v is not None and v != ()}
