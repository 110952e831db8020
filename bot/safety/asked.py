"""Short answers read with the question that was just put."""

from __future__ import annotations

import re
from functools import lru_cache

from bot.safety.assessment import NOTHING, Assessment, assessed, merge
from bot.safety.doubt import is_doubt
from bot.safety.rule_file import read_rules

_LONGEST_ANSWER = 200
# The kinds of question, see kind_of, to which a plain yes or no may tell of danger.
ABOUT_DANGER = ("danger", "safe")


@lru_cache(maxsize=1)
def _answers() -> tuple[tuple[str, re.Pattern[str], re.Pattern[str], str, tuple[str, ...]], ...]:
    return tuple(
        (e["id"], re.compile(e["asked"]), re.compile(e["answer"]), e["level"], tuple(e.get("signals", ())))
        for e in read_rules("asked.yml")
    )


@lru_cache(maxsize=1)
def _kinds() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((name, re.compile(pattern)) for name, pattern in read_rules("questions.yml").items())


def kind_of(question: str | None) -> str:
    """What the question just put is about, by rules/questions.yml; "" for none, or one that is not known."""
    asked = (question or "").lower()
    return next((name for name, words in _kinds() if words.search(asked)), "")


def kinds_of_question() -> tuple[str, ...]:
    """All that `kind_of` may give for a question that is known."""
    return tuple(name for name, _ in _kinds())


def assess_answer(answer: str, asked: str | None) -> Assessment:
    """What an answer says about danger, both already in plain words; `asked` None where no question stood."""
    question, said = (asked or "-").lower(), answer[:_LONGEST_ANSWER]
    if kind_of(asked) == "safe" and is_doubt(answer):
        return NOTHING
    found = [
        assessed(level, signals, (f"asked.{name}",))
        for name, about, like, level, signals in _answers()
        if about.search(question) and like.search(said)
    ]
    return merge(*found) if found else NOTHING
