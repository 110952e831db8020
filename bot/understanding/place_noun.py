"""The words of a place: which word leads to it, where its phrase ends, and whether it has a name of its own."""

from __future__ import annotations

import re
from functools import lru_cache

from bot.understanding.lexicons import lexicon
from bot.understanding.text_parts import TextParts, Word

_LONGEST = 6
_MARK = re.compile(r"[.,!?;:\n()]")


def lead_at(words: list[Word], i: int) -> tuple[str, int]:
    """The lead word at `i` ("outside") and the index after it; "" without one."""
    return phrase_at(words, i, _leads())


def link_at(parts: TextParts, i: int) -> tuple[str, int]:
    """What joins a further place to one that ends before `i`: a lead word, or a comma before a town."""
    words = parts.words
    link, after = phrase_at(words, i, tuple(lexicon("places")["chain"]))
    between = parts.text[words[i - 1].end : words[i].start]
    if not link and "," in between and words[i].text[0].isupper() and words[i].low in _towns():
        return "in", i
    return ("", i) if re.search(r"[.!?;\n]", between) else (link, after)


def phrase_at(words: list[Word], i: int, phrases: tuple[str, ...]) -> tuple[str, int]:
    """The first of `phrases` that stands at `i`, and the index after it; "" without one."""
    for phrase in phrases:
        told = phrase.split()
        if [word.low for word in words[i : i + len(told)]] == told:
            return phrase, i + len(told)
    return "", i


def noun_at(parts: TextParts, i: int, lead: str) -> tuple[int, bool]:
    """The index after a place's noun phrase at `i` (or `i` itself), and whether it has a name of its own."""
    words, places, k = parts.words, lexicon("places"), i
    while k < len(words) and words[k].low in places["determiners"]:
        k += 1
    owned, first = k > i, k
    end, named = i, False
    while k < len(words) and k - first < _LONGEST:
        word, size = words[k], _head_size(words, k)
        if word.low in places["stops"] or (k > i and _parted(parts, k)):
            break
        if size and k + size < len(words) and words[k + size].low in places["not_after"]:
            break
        if size:
            head = " ".join(w.low for w in words[k : k + size])
            if _is_whole(head, owned or k > first, lead) and not (head.endswith("'s") and _goes_on(parts, k + size)):
                end = k + size
            k += size
            continue
        if _named(parts, first, k, lead):
            end, named = k + 1, True
        elif k == first and _house_number(parts, k):
            pass
        elif not word.text[0].isupper() and (end > i or not owned):
            break
        k += 1
    return end, named


def _is_whole(head: str, has_words_before: bool, lead: str) -> bool:
    """Whether a word for a place is enough, after this lead, with or without words before it."""
    places = lexicon("places")
    if head in places["vehicles"] and lead not in places["vehicle_leads"]:
        return False
    if head in places["surfaces"] and lead == "on":
        return False
    plain = head not in places["needs_owner"] and lead not in ("on", "over", "up", "down")
    return has_words_before or plain or head in places["bare_ok"]


def _parted(parts: TextParts, k: int) -> bool:
    return bool(_MARK.search(parts.text[parts.words[k - 1].end : parts.words[k].start]))


def _goes_on(parts: TextParts, k: int) -> bool:
    """Whether more belongs to it: "my dad's" is a place, "my dad's funeral" is another."""
    return k < len(parts.words) and parts.words[k].low not in lexicon("places")["stops"] and not _parted(parts, k)


def _head_size(words: list[Word], k: int) -> int:
    for size in (3, 2, 1):
        if len(words) >= k + size and " ".join(word.low for word in words[k : k + size]) in _heads():
            return size
    return 0


def _house_number(parts: TextParts, k: int) -> bool:
    """As in "14 Elm Close"."""
    after = parts.words[k + 1 : k + 2]
    return bool(re.fullmatch(r"\d{1,3}[a-d]?", parts.words[k].low) and after and after[0].text[0].isupper() and not _parted(parts, k + 1))


def _named(parts: TextParts, first: int, k: int, lead: str) -> bool:
    """A street by its name, a town, or another capitalised name after "in", "at" or "near"."""
    places, word = lexicon("places"), parts.words[k]
    before = parts.words[k - 1].low if k > first else ""
    big = word.text[0].isupper()
    if before and word.low in places["plain_streets"] and before not in places["not_streets"]:
        return True
    if (
        before
        and big
        and word.low in places["street_words"]
        and (before == "the" or before not in places["not_streets"])
    ):
        return True
    if lead in places["road_leads"] and re.fullmatch(places["numbered_road"], word.text):
        return True
    if word.low in _towns() and lead in places["town_leads"] and (big or (lead == "in" and word.low != "reading")):
        return True
    opens_sentence = not parts.text[: word.start].rstrip()[-1:].isalpha()
    in_two = parts.words[k + 1 : k + 2] and parts.words[k + 1].text[0].isupper() and not _parted(parts, k + 1)
    plain = big and (len(word.text) > 3 or in_two) and not word.text.isupper() and word.low not in _no_names()
    return plain and k == first and lead in places["name_leads"] and not opens_sentence


@lru_cache(maxsize=1)
def _leads() -> tuple[str, ...]:
    return tuple(sorted(lexicon("places")["leads"], key=len, reverse=True))


@lru_cache(maxsize=1)
def _heads() -> frozenset[str]:
    return frozenset(head.replace("’", "'") for head in lexicon("places")["heads"])


@lru_cache(maxsize=1)
def _towns() -> frozenset[str]:
    return frozenset(lexicon("places")["towns"])


@lru_cache(maxsize=1)
def _no_names() -> frozenset[str]:
    places, dates = lexicon("places"), lexicon("dates")
    lists = (lexicon("people")["names"], dates["months"], dates["weekdays"], places["not_places"])
    return frozenset((*places["no_place_names"], *(word for words in lists for word in words)))
