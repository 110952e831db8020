"""Answers that lean on their question: "my sister did", "not the police", and that nothing was said."""

from __future__ import annotations

import re

from bot.understanding.facts import find_reported, find_witnesses
from bot.understanding.lexicons import lexicon, patterns
from bot.understanding.reference import find_reference
from bot.understanding.text_parts import TextParts, opening


def seen(text: str) -> bool | None:
    """Whether anyone else saw or heard it."""
    for value, key in ((False, "seen_no"), (True, "seen_yes")):
        if _any(key, text):
            return value
    found = find_witnesses(TextParts(text))
    return found[0] if found else yes_or_no(text)


def reported(text: str) -> bool | None:
    """Whether the police were told."""
    reference = find_reference(TextParts(text)) is not None
    if not reference and denies_police(text):
        return False
    found = find_reported(TextParts(_bare(text)))
    return found[0] if found else True if reference else yes_or_no(text)


def denies_police(text: str) -> bool:
    """Whether she says, anywhere in it, that the police were not told."""
    return _any("police_no", _bare(text))


def says_nothing(text: str) -> bool:
    """Whether she says that no words were said."""
    return _any("nothing_said", text)


def yes_or_no(text: str) -> bool | None:
    """A plain yes or no at the start of an answer."""
    low = " ".join(re.findall(r"[\w'-]+", text.lower().replace("’", "'")))
    for answer, words in ((False, lexicon("grammar")["no"]), (True, lexicon("grammar")["yes"])):
        if any(re.match(rf"(?:(?:well|um|er|oh|actually|sorry) )?{re.escape(word)}\b", low) for word in words):
            return answer
    return None


def _any(key: str, text: str) -> bool:
    read = opening(text)
    return any(rule.search(read) for rule in patterns("answers", key))


def _bare(text: str) -> str:
    """Without apostrophes, which people leave out, or type in two ways."""
    return re.sub("['’]", "", text)
