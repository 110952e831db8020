"""What a message is, given the question that was open: an answer, a control ("skip"), or something else that comes first.

The classifier sees one message alone. Here the few things that must never be misread are settled by rule:
plain controls as whole messages, long tellings, and answers that only look like questions.
"""

from __future__ import annotations

import re
from functools import lru_cache
from importlib import resources

import yaml

# These interrupt an open question; everything else typed there is its answer.
INTERRUPTIONS = frozenset({"ask", "find_service", "leave", "see_diary", "take_copy", "send_police"})
CONTROLS = frozenset({"affirm", "deny", "skip", "not_known", "prefer_not", "stop", "carry_on", "write", "correct"})
LONG = 9
SHORT = 8


@lru_cache(maxsize=1)
def _lexicon() -> dict[str, frozenset[str]]:
    raw = yaml.safe_load(resources.files("bot.understanding").joinpath("lexicon/reading.yml").read_text("utf-8"))
    return {key: frozenset(str(v) for v in values) for key, values in raw.items()}


def plain(text: str) -> str:
    """Lower case, straight apostrophes gone, one space, no punctuation."""
    return " ".join(re.sub(r"[^\w\s]", " ", re.sub(r"['’]", "", text.lower())).split())


def is_question(text: str) -> bool:
    """Whether it asks something of the reader, by its first words or a closing question mark."""
    words = plain(text)
    return text.rstrip().endswith("?") or any(words.startswith(start + " ") for start in _lexicon()["question_starts"])


def settle(intent: str, confidence: float, text: str, asked: str | None) -> str:
    """The intent a turn goes on with. `asked`: the question just put, None when nothing was open."""
    words = plain(text)
    names = sorted(CONTROLS | INTERRUPTIONS)
    control = next((name for name in names if words in _lexicon().get(name, ())), None)
    if control:
        return control
    length, question = len(words.split()), is_question(text)
    if any(words.startswith(start) for start in _lexicon()["correct_starts"]):
        return "correct"
    if length <= SHORT and any(words.startswith(start) for start in _lexicon()["safe_starts"]):
        return "carry_on" if asked is None else "deny"
    if question and length < 30 and intent in ("ask", "find_service"):
        return intent
    if asked is None:
        return (
            "tell" if length >= LONG and not question and intent not in ("correct", "ask", "find_service") else intent
        )
    if intent in INTERRUPTIONS - {"ask", "find_service"} and confidence >= 0.5 and length < LONG:
        return intent
    if intent in CONTROLS and confidence >= 0.6 and length <= 6:
        return intent
    return "tell"
