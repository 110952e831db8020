"""Somebody to talk to who fits the person: what the question itself tells of them comes before what it seems to ask for."""
from __future__ import annotations

import re
from typing import Any

from bot.knowledge.load import AND, Knowledge
from bot.knowledge.model import Service
from bot.understanding.needs import ABROAD, OWN, told_needs
from bot.understanding.plain_words import plain

Parsed = dict[str, Any]
# Other law and other numbers: no service known here is for somebody abroad.
OUT_OF_REACH = "outside_england_wales"


def fitting(parsed: Parsed, text: str, knowledge: Knowledge) -> Parsed:
    """`parsed` with the services that fit what is told; as it was where it asks for none, or names the one it wants.

    The service for people who worry about what they do comes only where the question is about it and the words say so too.
    """
    if parsed["intent"] != "find_service":
        return parsed
    guess, told = knowledge.services.get(parsed["topic"] or ""), told_needs(text, knowledge.towns)
    needs = [need for need in told if need != OWN]
    own = guess is not None and guess.id in knowledge.needs[OWN]
    named = guess is not None and _names(text, guess) and knowledge.fits(guess.id, *needs)
    if named or (OWN in told if own else not needs):
        return parsed
    if ABROAD in needs:
        return {**parsed, "intent": "ask", "topic": OUT_OF_REACH}
    return {**parsed, "topic": AND.join(knowledge.services_for(*needs, guess=guess.id if guess else None))}


def _names(text: str, service: Service) -> bool:
    """Whether a text names a service, or gives its number."""
    words = f" {plain(text)} "
    number = re.sub(r"\D", "", service.phone or "")
    digits = re.sub(r"(?<=\d) (?=\d)", "", words)
    return any(f" {plain(name)} " in words for name in (service.name, *service.also)) or bool(number) and f" {number} " in digits
