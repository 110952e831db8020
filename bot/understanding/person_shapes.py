"""The shapes in which people name the one who did it, built from `lexicon/people.yml`."""

from __future__ import annotations

import re
from functools import lru_cache

from bot.understanding.lexicons import lexicon


@lru_cache(maxsize=1)
def rules() -> tuple[tuple[float, re.Pattern[str]], ...]:
    """Each shape with its worth; the group `who` is the one named, `name` their name if they have one."""
    return tuple((worth, _compiled(rf"(?<!\w){shape}")) for worth, shape in lexicon("people")["rules"])


@lru_cache(maxsize=1)
def bystanders() -> re.Pattern[str]:
    """Friends, family and officers: a name beside one of these is no name of the one who did it."""
    return _compiled(rf"(?<!\w){lexicon('people')['bystanders']}")


@lru_cache(maxsize=1)
def not_names() -> frozenset[str]:
    """Words with a capital that are no person's name."""
    people, places, dates, grammar = (lexicon(name) for name in ("people", "places", "dates", "grammar"))
    lists = [people[key] for key in ("openers", "helpers", "strangers", "not_names")]
    lists += [places[key] for key in ("towns", "heads", "street_words", "not_places")]
    lists += [dates["weekdays"], dates["months"], grammar["they"], grammar["own"], grammar["breaks"]]
    return frozenset(word for words in lists for word in words)


def looks_like_a_name(text: str) -> bool:
    """Whether a short text holds a name or a word for a person."""
    people = lexicon("people")
    words = re.findall(r"[\w'’-]+", text.lower())
    known = {"ex", *(word for key in ("names", "strangers", "known", "ex", "helpers") for word in people[key])}
    shaped = re.search(r"\b[A-Z][a-z]+\b", text) or re.search(r"\b(?:my|a|the) \w+", text.lower())
    return bool(set(words) & known) or shaped is not None


def _compiled(shape: str) -> re.Pattern[str]:
    people = lexicon("people")
    while True:
        filled = re.sub(r"(?<!\?P)<([a-z_]+)>", lambda m: _part(people, m[1]), shape)
        if filled == shape:
            return re.compile(shape, re.IGNORECASE)
        shape = filled


def _part(people: dict[str, object], name: str) -> str:
    shapes = people["shapes"]
    assert isinstance(shapes, dict)
    return str(shapes[name]) if name in shapes else _alternatives(people[name])


def _alternatives(words: object) -> str:
    assert isinstance(words, list)
    return "|".join(
        re.escape(word).replace("\\ ", r"\s+").replace("'", "['’]?").replace("\\-", "[- ]?")
        for word in sorted(words, key=len, reverse=True)
    )
