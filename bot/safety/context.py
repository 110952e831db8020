"""How certain a match is that somebody is in danger now: tense, habit, "if", dreams and endings around it."""

from __future__ import annotations

import re

from bot.safety.assessment import LEVELS
from bot.safety.rulebook import Rule, Rulebook

_REACH = 90
_NEAR = 30


def level_of(rule: Rule, found: re.Match[str], sentence: str, book: Rulebook) -> str | None:
    """The level a match is worth where it stands, or None where it is denied or about something else.

    Only what stands within some fifteen words of the match counts, so that padding in one long sentence cannot lower it.
    """
    start, end = found.span()
    # By its place and not as a slice: "^" is where the sentence begins.
    if rule.no and rule.no.search(sentence, max(0, start - _NEAR), end + _NEAR):
        return None
    before = sentence[:start]
    if (rule.before_not and rule.before_not.search(before[-_NEAR:])) or book.context["denied"].search(before[-_NEAR:]):
        return None
    around = sentence[max(0, start - _REACH):end + _REACH]
    seen = {name for name in rule.softened if book.context[name].search(around)}
    if book.context["now"].search(book.context["not_now"].sub(" ", around)):
        seen -= {"past", "habit"}
    if rule.habit_drops and "habit" in seen:
        return None
    steps = len(seen)
    if rule.bare and book.context["told_past"].search(around):
        steps += 1
    if "past" in seen and "over" in seen:
        return None
    at = LEVELS.index(rule.level) - steps
    if rule.level == "none":
        return "none"
    return LEVELS[at] if at > 0 else None
