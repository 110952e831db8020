"""Answers that lean on their question: "my sister did", "not the police", and that nothing was said."""

from __future__ import annotations

import re
from functools import cache

from bot.understanding.bare_answer import is_bare, leaves_open, only_agrees
from bot.understanding.facts import find_reported
from bot.understanding.lexicons import lexicon, patterns
from bot.understanding.reference import find_reference
from bot.understanding.text_parts import TextParts, opening
from bot.understanding.witnesses import find_witnesses

_FEW = 6
_RUNG = re.compile(r"\b(?:101|999|111|112)\b")


def seen(text: str) -> bool | None:
    """Whether anyone else saw or heard it. "Maybe the neighbours" leaves it open, "ok" says nothing of it."""
    if only_agrees(text):
        return None
    if _any("seen_no", text):
        return False
    if not leaves_open(text):
        return _seen(text)
    parts = TextParts(text)
    sure = (part for part in (text[slice(*clause)] for clause in parts.clauses) if not leaves_open(part) and not is_bare(part))
    return True if any(_seen(part) for part in sure) else None


def _seen(text: str) -> bool | None:
    if _any("seen_yes", text):
        return True
    found = find_witnesses(TextParts(text))
    if found:
        return found[0]
    plain = yes_or_no(text)
    return True if plain is None and _is_somebody(text) else plain


def _is_somebody(text: str) -> bool:
    """Whether an answer is no more than a person or some people."""
    known = lexicon("signs")
    people = {*known["kin"], *known["role"], *known["name"], *known["stranger"], *known["helper"], *lexicon("grammar")["bystanders"]}
    short = text.strip(" .!,\n\t")
    words = [word.low for word in TextParts(short).words]
    somebody = people & {form for word in words[:5] for form in (word, word.removesuffix("s"))}
    if not somebody or len(words) > _FEW or set(words) & set(lexicon("answers")["doing"]):
        return False
    return any(rule.fullmatch(short) for rule in patterns("answers", "seen_by"))


def reported(text: str) -> bool | None:
    """Whether the police were told."""
    reference = find_reference(TextParts(text)) is not None
    if not reference and denies_police(text):
        return False
    found = find_reported(TextParts(_bare(text)))
    return found[0] if found else True if reference else yes_or_no(text)


def police_told(text: str) -> bool | None:
    """Whether the police were told, where anybody might have been: a yes alone does not say whom."""
    if only_agrees(text):
        return None
    told, rest = reported(text), _yes().sub("", text)
    if any(rule.fullmatch(rest.strip(" .!,\n\t")) for rule in patterns("answers", "police_yes")):
        return True
    return None if told and reported(rest) is None else told


def given_reference(text: str) -> str | None:
    """The police reference in an answer to who was told; the number that was rung is none."""
    parts = TextParts(_RUNG.sub(lambda m: " " * len(m[0]), text))
    span = find_reference(parts) or (find_reference(parts, bare=True) if _any("numbered", text) else None)
    return text[slice(*span)] if span else None


def denies_police(text: str) -> bool:
    """Whether she says, anywhere in it, that the police were not told."""
    return _any("police_no", _bare(text))


def says_nothing(text: str) -> bool:
    """Whether she says that no words were said."""
    return _any("nothing_said", text)


def yes_or_no(text: str) -> bool | None:
    """A plain yes or no at the start of an answer."""
    low = " ".join(re.findall(r"[\w'-]+", text.lower().replace("’", "'")))
    if low in lexicon("grammar")["letters"]:
        return bool(lexicon("grammar")["letters"][low])
    for answer, words in ((False, lexicon("grammar")["no"]), (True, lexicon("grammar")["yes"])):
        if any(re.match(rf"(?:(?:well|um|er|oh|actually|sorry) )?{re.escape(word)}\b", low) for word in words):
            return answer
    return None


@cache
def _yes() -> re.Pattern[str]:
    """What a text says of yes before it says more."""
    words = "|".join(map(re.escape, sorted(lexicon("grammar")["yes"], key=len, reverse=True)))
    return re.compile(rf"^(?:[\s,.!]*(?:{words})\b)+[\s,.!]*", re.IGNORECASE)


def _any(key: str, text: str) -> bool:
    read = opening(text)
    return any(rule.search(read) for rule in patterns("answers", key))


def _bare(text: str) -> str:
    """Without apostrophes, which people leave out, or type in two ways."""
    return re.sub("['’]", "", text)
