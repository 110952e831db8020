"""Answers that a question may have meant as well: offered where it is not sure which was meant, or none was found."""
from __future__ import annotations

from typing import Any

from bot.knowledge.load import Knowledge

Parsed = dict[str, Any]
Outline = dict[str, Any]
# A share above which nothing else is offered, and one below which an answer was hardly meant.
SURE, LEAST = 0.9, 0.02
BESIDE, INSTEAD = 2, 3


def with_nearest(outlines: list[Outline], parsed: Parsed, knowledge: Knowledge) -> list[Outline]:
    """What the dialogue says; an answer that was not sure names the next likeliest, and what was not followed gets the nearest three."""
    shares = {name: share for name, share in parsed.get("topic_shares", {}).items() if name in knowledge.topics and share >= LEAST}
    likeliest = sorted(shares, key=lambda name: -shares[name])
    said: list[Outline] = []
    for outline in outlines:
        if outline["say"] == "answer" and not outline.get("part") and shares.get(outline["topic"], 0.0) < SURE:
            said.append({**outline, "also": [name for name in likeliest if name != outline["topic"]][:BESIDE]})
        else:
            said.append(outline)
        if outline == {"say": "text", "text": "not_understood"} and likeliest:
            said.append({"say": "nearest", "topics": likeliest[:INSTEAD]})
    return said
