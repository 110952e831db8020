"""Doubt about what this is, or how to tell it: no word about danger, and no answer to whether it is safe."""
from __future__ import annotations

import re
from functools import lru_cache

from bot.safety.rule_file import read_rules


def is_doubt(words: str) -> bool:
    """Whether a text, as `respelt` leaves it, is wholly that: "i do not know if this is stalking"."""
    return _doubts().fullmatch(words) is not None


@lru_cache(maxsize=1)
def _doubts() -> re.Pattern[str]:
    part: dict[str, str] = read_rules("doubt.yml")
    it = f"{part['this']} (?:{part['is']} {part['what']}|{part['counts']})"
    about = f"(?:(?:if |whether |that )?(?:{it}|{part['i_am']})|{part['how']})"
    alone = f"(?:is it|it is probably) {part['what']}|{part['i_am']}"
    return re.compile(f"{part['lead']}(?:{part['unsure']} {about}|{alone}){part['end']}")
