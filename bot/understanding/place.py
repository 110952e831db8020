"""Where it happened: "outside my work", "the bus stop on Mill Lane"."""

from __future__ import annotations

import re
from functools import lru_cache

from bot.understanding.lexicons import lexicon, patterns
from bot.understanding.person import find_person
from bot.understanding.spotter import spots
from bot.understanding.text_parts import Span, TextParts, Word, trimmed

# How sure the spotter must be of a spot, by how much its words look like a place.
_LEAST = {"plain": 0.01, "likely": 0.03, "odd": 0.25, "elsewhere": 1.1}
_HERE = 0.005
_FEW = 4
_MARK = re.compile(r"[.,!?;:\n()]")
_TIME = re.compile(r"(?:(?:at|by|from|on|in|about|the)\s+){0,2}(?:\d[\d.:]*\s?(?:am|pm|ish|ths?|st|nd|rd)?|a|one|two|three)\b.{0,6}", re.I)


def find_place(parts: TextParts) -> Span | None:
    """The place of the words that say where; None if none is clearly told."""
    person = find_person(parts)
    for spot in spots(parts)["place"]:
        span = trimmed(parts.text, *spot.span)
        if person and (person[0] <= span[0] < person[1] or parts.text[span[0] : person[0]].strip().lower() == "by"):
            continue
        if spot.share >= _HERE and not parts.quoted(span[0]) and spot.sure >= _LEAST[_look(parts, span)]:
            whole = _without_body(parts, span, _whole(parts, span))
            if whole is not None:
                return _tidy(parts, whole)
    return None


def may_be_anywhere(place: str) -> bool:
    """Whether a place is no more than a thing of hers that moves, or stands anywhere: "my car", "under my windscreen"."""
    words = [word.low for word in TextParts(place).words]
    return len(words) <= _FEW and words[-1:] != [] and words[-1] in lexicon("places")["anywhere"]


def _without_body(parts: TextParts, span: Span, whole: Span) -> Span | None:
    """ "He spat in my face outside the Queens Arms": where he hit her is no place, and what is joined to it may be one."""
    words = parts.words_in(*span)
    pushed = any(rule.match(parts.text[slice(*whole)]) for rule in patterns("places", "pushed"))
    # "The Queens Arms" is a pub.
    if not words or not pushed and words[-1].text not in lexicon("places")["body"]:
        return whole
    joined = parts.words_in(span[1], whole[1])
    return (joined[0].start, whole[1]) if joined else None


def _tidy(parts: TextParts, span: Span) -> Span:
    """ "at my window again" is "my window"; "outside my work" stays."""
    words = parts.words_in(*span)
    start, end = span
    while len(words) > 1 and words[-1].low in lexicon("places")["loose_ends"]:
        words = words[:-1]
        end = words[-1].end
    if len(words) > 1 and words[-1].low in _kinds("name") and words[-1].text[0].isupper() and words[-2].low in _kinds("place"):
        # "He came out of work Darren did".
        end = words[-2].end
    return (words[1].start if len(words) > 1 and words[0].low in lexicon("grammar")["loose_leads"] else start, end)


def _whole(parts: TextParts, span: Span) -> Span:
    """With the places joined to it: "the toilets at Nandos in Derby"."""
    words = parts.words
    first = next((n for n, word in enumerate(words) if word.start >= span[0]), 0)
    last = next((n for n in range(first, len(words)) if words[n].end >= span[1]), first)
    while last + 2 < len(words) and words[last + 1].low in lexicon("places")["links"] and not _parted(parts, last, last + 2):
        end = next((n for n in range(last + 2, min(last + 5, len(words))) if not _parted(parts, last, n) and _placeable(words[n])), 0)
        if not end or any(word.low in _kinds("own", "they", "deed", "day") for word in words[last + 2 : end + 1]):
            break
        while end + 1 < len(words) and words[end + 1].text[0].isupper() and not _parted(parts, end, end + 1):
            end += 1
        last = end
    if words[first].low in lexicon("places")["links"] and first and words[first - 1].low in _kinds("place", "fixture"):
        before = range(first - 2, max(first - 5, -1), -1)
        first = next((n for n in before if words[n].low in _kinds("the", "me") and not _parted(parts, n, first)), first)
    if first and words[first - 1].low in lexicon("places")["whose"] and not _parted(parts, first - 1, first):
        first -= words[first].low in lexicon("places")["links"]
    return words[first].start, max(span[1], words[last].end)


def _placeable(word: Word) -> bool:
    return word.low in _kinds("place", "fixture", "town", "street") or (word.text[0].isupper() and word.low not in _kinds("day", "online", "name"))


def _parted(parts: TextParts, first: int, last: int) -> bool:
    return bool(_MARK.search(parts.text[parts.words[first].end : parts.words[last].start]))


def _look(parts: TextParts, span: Span) -> str:
    """How much the words look like a place: a word for one and a word that leads to it, one of the two, or neither."""
    words = parts.words_in(*span)
    low = {word.low for word in words}
    if len(words) == 2 and words[0].low in _kinds("where") and words[1].low in lexicon("places")["whose"]:
        return "plain"
    if _TIME.fullmatch(parts.text[slice(*span)]) or not low - _kinds("the", "me", "own", "they", "online", "negation", "day", "where"):
        return "odd"
    if words[-1].low in lexicon("places")["things"] or low <= set(lexicon("places")["nowhere"]) or _is_on_the_way(parts, span):
        return "elsewhere"
    if any(m.start() <= span[0] for rule in patterns("places", "elsewhere") for m in rule.finditer(parts.text, *parts.clause_at(span[0]))):
        return "elsewhere"
    led = bool(words) and words[0].low in _kinds("where", "the", "me")
    known = bool(low & _kinds("place", "fixture", "town", "street"))
    return "plain" if led and known else "likely" if led or known else "odd"


def _is_on_the_way(parts: TextParts, span: Span) -> bool:
    return any(m.start() <= span[0] <= m.end() + 1 for rule in patterns("places", "on_the_way") for m in rule.finditer(parts.text))


@lru_cache(maxsize=4)
def _kinds(*kinds: str) -> frozenset[str]:
    return frozenset(word for kind in kinds for word in lexicon("signs")[kind])
