"""Answers that a question may have meant as well: given too, or offered, where it is not sure which was meant; or where none was found."""
from __future__ import annotations

from collections.abc import Container, Mapping
from typing import Any

from bot.knowledge.load import Knowledge

Parsed = dict[str, Any]
Outline = dict[str, Any]
# A share above which nothing else is offered, and one below which an answer was hardly meant.
SURE, LEAST = 0.9, 0.02
# Below the one the next likeliest answer is given as well, if its share is at least the other. Set on the development set.
LIKELY, MAY_BE = 0.8, 0.12
BESIDE, INSTEAD = 2, 3


def with_nearest(outlines: list[Outline], parsed: Parsed, knowledge: Knowledge) -> list[Outline]:
    """What the dialogue says. An answer that was hardly sure is given with the next likeliest, one that was not sure names those that may have
    been meant; what was not followed gets the nearest three."""
    shares = parsed.get("topic_shares", {})
    likeliest = _likeliest(shares, knowledge.topics)
    said: list[Outline] = []
    for outline in outlines:
        if outline["say"] == "answer" and not outline.get("part"):
            said += _answers(outline, shares, likeliest)
        else:
            said.append(outline)
        if outline == {"say": "text", "text": "not_understood"} and likeliest:
            said.append({"say": "nearest", "topics": likeliest[:INSTEAD]})
    return said


def second(topic: str, shares: Mapping[str, float], topics: Container[str]) -> str | None:
    """The answer that is given beside `topic`, or None. `shares`: how likely each topic is."""
    if topic not in shares or shares[topic] >= LIKELY:
        return None
    other = next((name for name in _likeliest(shares, topics) if name != topic), None)
    return other if other is not None and shares[other] >= MAY_BE else None


def _answers(answer: Outline, shares: Mapping[str, float], likeliest: list[str]) -> list[Outline]:
    topic = answer["topic"]
    if shares.get(topic, 0.0) >= SURE:
        return [answer]
    other = second(topic, shares, likeliest)
    offered = {**answer, "also": [name for name in likeliest if name not in (topic, other)][:BESIDE]}
    return [{"say": "text", "text": "two_answers"}, offered, {"say": "answer", "topic": other, "beside": True}] if other else [offered]


def _likeliest(shares: Mapping[str, float], topics: Container[str]) -> list[str]:
    return sorted((name for name, share in shares.items() if name in topics and share >= LEAST), key=lambda name: -shares[name])
