"""Whether grave harm to her body is told: rape, strangling, stabbing. A body is seen to before anything else."""

from __future__ import annotations

from bot.understanding.lexicons import patterns
from bot.understanding.text_parts import TextParts, opening


def tells_of_grave_harm(text: str) -> bool:
    """True where it was done, in her own words: what somebody only said or threatened in quotation marks is not."""
    told = TextParts(opening(text)).unquoted()
    return any(rule.search(told) for rule in patterns("hurt", "done"))
