"""What a message is, given the question that was open: an answer, a control ("skip"), or something else that comes first.

The classifier sees one message alone. Here the few things that must never be misread are settled by rule:
plain controls as whole messages, long tellings, and answers that only look like questions.
"""

from __future__ import annotations

import re
from functools import lru_cache
from importlib import resources
from typing import Any

import yaml

# These interrupt an open question; everything else typed there is its answer.
INTERRUPTIONS = frozenset({"ask", "find_service", "leave", "see_diary", "take_copy", "send_police", "greet", "thank"})
CONTROLS = frozenset({"affirm", "deny", "skip", "not_known", "prefer_not", "stop", "carry_on", "write", "correct"})
# Only the lists below make these of an answer: "he came back" is one.
BY_LIST = frozenset({"previous", "repeat", "help", "remove"})
LONG = 9
SHORT = 8
SENTENCE = 16
FEELING = 25
# What the classifier makes of words beside an open question counts only when it is as sure as this; else they are the answer.
SURE = 0.8
_ASIDE = re.compile(r"(?<=\s)(?=(?:also|oh and|and also|by the way|btw)\s)", re.IGNORECASE)


@lru_cache(maxsize=1)
def _lexicon() -> dict[str, Any]:
    raw = yaml.safe_load(resources.files("bot.understanding").joinpath("lexicon/reading.yml").read_text("utf-8"))
    starts = {key: tuple(values) for key, values in raw.pop("starts").items()}
    return {"starts": starts, **{key: frozenset(str(v) for v in values) for key, values in raw.items()}}


def plain(text: str) -> str:
    """Lower case, straight apostrophes gone, one space, no punctuation."""
    return " ".join(re.sub(r"[^\w\s]", " ", re.sub(r"['’]", "", text.lower())).split())


def is_question(text: str) -> bool:
    """Whether it asks something of the reader, by its first words or a closing question mark."""
    words = plain(text)
    return text.rstrip().endswith("?") or any(words.startswith(start + " ") for start in _lexicon()["question_starts"])


def says_yes(text: str) -> bool:
    """Whether typed words are a clear yes, and nothing more: what saving asks for."""
    words = set(plain(text).split())
    return (
        bool(words & _lexicon()["assent"])
        and words <= _lexicon()["assent"] | _lexicon()["assent_rest"]
        and not is_question(text)
    )


def is_finished(text: str) -> bool:
    """Whether she says that this is all: no answer to whether a card is right."""
    return plain(text) in _lexicon()["finished"]


def asks(text: str) -> bool:
    """Whether it only asks, by its first words and its last mark. "My ex?" is an unsure answer, and "what he said was" none."""
    opens = any(plain(text).startswith(start + " ") for start in _lexicon()["question_starts"])
    return opens and text.rstrip().endswith("?") and not besides_question(text)


def besides_question(text: str) -> str:
    """What a message tells beside the questions in it, as typed; "" where it only asks."""
    parts = [part for sentence in re.findall(r"[^.!?\n]+[.!?]*", text) for part in _ASIDE.split(sentence)]
    told = [part for part in parts if not is_question(part.strip())]
    rest = "".join(told).strip()
    return rest if len(plain(rest).split()) >= 3 and len(told) < len(parts) else ""


def settle(intent: str, confidence: float, text: str, asked: str | None) -> str:
    """The intent a turn goes on with. `asked`: the question just put, None when nothing was open."""
    words = plain(text)
    length, question = len(words.split()), is_question(text)
    control = _control(words, length)
    if control:
        return control
    if length <= SHORT and any(words.startswith(start) for start in _lexicon()["safe_starts"]):
        return "carry_on" if asked is None else "deny"
    if question and length < 30 and intent in ("ask", "find_service"):
        return intent
    if asked is None:
        return (
            "tell" if length >= LONG and not question and intent not in ("correct", "ask", "find_service") else intent
        )
    return _beside_a_question(intent, confidence, words, question)


def _control(words: str, length: int) -> str | None:
    """What the lists settle, whatever the classifier makes of it."""
    names = sorted(CONTROLS | INTERRUPTIONS | BY_LIST)
    whole = next((name for name in names if words in _lexicon().get(name, ())), None)
    if whole:
        return whole
    if length <= SHORT:
        for name, starts in _lexicon()["starts"].items():
            if any(f"{words} ".startswith(f"{start.strip()} ") for start in starts):
                return name
    if any(words.startswith(start) for start in _lexicon()["correct_starts"]):
        return "correct"
    asked = next((words.removeprefix(start + " ") for start in _lexicon()["polite"] if words.startswith(start + " ")), words)
    short = length <= SENTENCE and any(f"{asked} ".startswith(f"{start} ") for start in _lexicon()["correct_short"])
    return "correct" if short else None


def _beside_a_question(intent: str, confidence: float, words: str, question: bool) -> str:
    """What is typed while a question is open is its answer, but for a few things that are plainly none."""
    length = len(words.split())
    # "I haven't told the police" asks for nothing to be sent there, and "I have copies" for no copy.
    statement = any(f"{words} ".startswith(f"{start} ") for start in _lexicon()["statement_starts"]) and not question
    if intent in INTERRUPTIONS - {"ask", "find_service"} and confidence >= SURE and length < LONG and not statement:
        return intent
    if intent == "distress" and confidence >= SURE and length <= FEELING:
        return intent
    # A question is no yes and no no: "is that right though?"
    if question and intent in ("affirm", "deny", "not_known"):
        return "tell"
    if intent in CONTROLS and confidence >= SURE and length <= 6:
        return intent
    return "tell"
