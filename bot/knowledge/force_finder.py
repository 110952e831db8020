"""From words to police forces: places, counties, names and nicknames of forces, with their misspellings."""
from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache
from importlib import resources
from typing import Iterable, Iterator

import yaml

from bot.knowledge.forces import RAILWAY, Force

# How like a name a misspelling must be, and how short a word may be to be one.
LIKE, SHORTEST = 0.8, 5
# Between a place and its county; a message so short may be nothing but a place.
NEAR, BRIEF = 2, 3
Name = tuple[str, ...]


@dataclass(frozen=True)
class Found:
    """`forces`: ids, in the order of their places, the railway's last. `sure`: whether every place is of one force alone, and
    spelt as its name. `bare`: whether nothing was said but the place."""
    forces: tuple[str, ...] = ()
    sure: bool = True
    bare: bool = False


@dataclass(frozen=True)
class _Mention:
    start: int
    end: int
    forces: frozenset[str]
    spelt: bool = True

    @property
    def sure(self) -> bool:
        return self.spelt and len(self.forces) == 1


class ForceFinder:
    """Knows every name of every force."""

    def __init__(self, forces: Iterable[Force]) -> None:
        names: dict[Name, set[str]] = {}
        forces = list(forces)
        for force in forces:
            for name in (variant for one in force.names for variant in _variants(one)):
                names.setdefault(name, set()).add(force.id)
        self._names = {name: frozenset(ids) for name, ids in names.items()}
        self._longest = max(map(len, self._names), default=0)
        self._railway = [force.id for force in forces if force.region.kind == RAILWAY]
        # Where a name is shared, the force with more places comes first.
        self._order = [force.id for force in sorted(forces, key=lambda force: -len(force.places))]
        self._alike: dict[str, list[Name]] = {}
        for name in self._names:
            self._alike.setdefault(name[0][0], []).append(name)

    def find(self, text: str) -> Found:
        """The forces of the places in a text; none where no place was made out."""
        words = name_words(text)
        found = list(self._narrowed(list(self._mentions(words)), words))
        ids = [id_ for mention in found for id_ in sorted(mention.forces, key=self._order.index)]
        if any(_is_station(words, mention.end) for mention in found):
            ids += self._railway
        ids = sorted(dict.fromkeys(ids), key=lambda id_: id_ in self._railway)
        inside = {at for mention in found for at in range(mention.start, mention.end)}
        rest = [word for at, word in enumerate(words) if at not in inside]
        return Found(tuple(ids), all(mention.sure for mention in found), bool(ids) and set(rest) <= place_words()["filler"])

    def _mentions(self, words: Name) -> Iterator[_Mention]:
        at, last = 0, -1
        while at < len(words):
            mention = self._named(words, at, last) or self._misspelt(words, at)
            if mention is None:
                at += 1
            else:
                yield mention
                at = last = mention.end

    def _named(self, words: Name, at: int, last: int) -> _Mention | None:
        for end in range(min(len(words), at + self._longest), at, -1):
            name = words[at:end]
            if name in self._names and (not _everyday(name) or _stands_as_place(words, at, end, last)):
                return _Mention(at, end, self._names[name])
        return None

    def _misspelt(self, words: Name, at: int) -> _Mention | None:
        for end in range(min(len(words), at + 3), at, -1):
            spelt = "".join(words[at:end])
            if len(spelt) >= SHORTEST and _may_be_place(words, at, end):
                best = self._most_like(spelt)
                if best is not None:
                    return _Mention(at, end, self._names[best], spelt=False)
        return None

    def _most_like(self, spelt: str) -> Name | None:
        best, like = None, LIKE
        for name in self._alike.get(spelt[0], ()):
            whole = "".join(name)
            if abs(len(whole) - len(spelt)) <= 3 and len(whole) >= SHORTEST:
                matcher = SequenceMatcher(None, spelt, whole)
                if matcher.quick_ratio() >= like and matcher.ratio() >= like:
                    best, like = name, matcher.ratio()
        return best

    def _narrowed(self, mentions: list[_Mention], words: Name) -> Iterator[_Mention]:
        """"Newport, Shropshire" is one place: a county right after a name says which is meant."""
        at = 0
        while at < len(mentions):
            here, after = mentions[at], mentions[at + 1] if at + 1 < len(mentions) else None
            both = here.forces & after.forces if after and _belongs(words[here.end:after.start]) else frozenset()
            at += 2 if both else 1
            yield _Mention(here.start, here.end, both or here.forces, here.spelt)


def name_words(text: str) -> Name:
    """A text as names are compared: lower case, no marks, "saint" as "st"."""
    plain = re.sub(r"[^\w\s]", " ", re.sub(r"['’]", "", text.lower().replace("&", " and ")))
    return tuple("st" if word == "saint" else word for word in plain.split())


@lru_cache(maxsize=1)
def place_words() -> dict[str, frozenset[str]]:
    """The lists of place_words.yml."""
    raw = yaml.safe_load(resources.files(__package__).joinpath("place_words.yml").read_text("utf-8"))
    return {key: frozenset(values) for key, values in raw.items()}


def _variants(name: str) -> Iterator[Name]:
    """"Eye in Suffolk" is also said "Eye, Suffolk"."""
    words = name_words(name)
    yield words
    if "in" in words[1:-1]:
        yield tuple(word for word in words if word != "in")


def _everyday(name: Name) -> bool:
    return " ".join(name) in place_words()["everyday"]


def _stands_as_place(words: Name, at: int, end: int, last: int) -> bool:
    """Whether a name that is also a word stands where a place stands; `last` is where the place before ended."""
    joined = at - last == 1 and words[last] == "and" if last >= 0 else False
    return _after_cue(words, at) or _before_police(words, end) or joined or at == last or end - at == len(words)


def _may_be_place(words: Name, at: int, end: int) -> bool:
    meant = set(words[at:end])
    if _everyday(words[at:end]) or meant & (place_words()["no_names"] | place_words()["cues"] | place_words()["followed"] | place_words()["filler"]):
        return False
    return _after_cue(words, at, "strong") or _before_police(words, end) or end - at == len(words) <= BRIEF


def _after_cue(words: Name, at: int, cues: str = "cues") -> bool:
    return at > 0 and (words[at - 1] in place_words()[cues] or " ".join(words[max(0, at - 2):at]) in place_words()[cues])


def _before_police(words: Name, end: int) -> bool:
    return end < len(words) and words[end] in place_words()["followed"]


def _is_station(words: Name, end: int) -> bool:
    return end < len(words) and words[end] in place_words()["station"]


def _belongs(between: Name) -> bool:
    return len(between) <= NEAR and set(between) <= place_words()["between"]
