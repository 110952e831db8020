"""Who did it: a role ("my ex-husband Gareth Pike"), a name, a handle, or a stranger as she describes them."""

from __future__ import annotations

import re
from functools import lru_cache

from bot.understanding.lexicons import lexicon, patterns
from bot.understanding.spotter import spots
from bot.understanding.text_parts import Span, TextParts, trimmed

# How sure the spotter must be of a spot, by how much its words look like the one who did it.
_LEAST = {"plain": 0.03, "likely": 0.05, "odd": 0.25, "nobody": 1.1}
_HERE = 0.01
_DENIED = re.compile(r"(?:\bnot|n't|\bwasnt|\bisnt|\baint)\s+(?:from |by )?$", re.IGNORECASE)

# "V-7731", "C": a number or a letter is nobody.
_NUMBERED = re.compile(r"[A-Z]{0,5}[-/.\d]*\d[-/\d]*|[A-Z]")


def find_person(parts: TextParts) -> Span | None:
    """The place of the words that name the one who did it; None if nobody is clearly named."""
    by = _done_by(parts)
    if by is not None:
        return by
    for spot in spots(parts)["person"]:
        span = trimmed(parts.text, *spot.span)
        if parts.text[span[0] - 1 : span[0]] == "@":
            span = (span[0] - 1, span[1])
        if spot.share < _HERE or spot.sure < _LEAST[_look(parts, span)]:
            continue
        # A message that is nothing but the name, and no name that is known: it may be a slip of the keys.
        if len(parts.words_in(*span)) == len(parts.words) and not looks_like_a_name(parts.text[slice(*span)]):
            continue
        whole = _whole(parts, span)
        if not parts.quoted(span[0]) and not _denied(parts, span) and not _passed_over(parts, whole) and not _is_nobody(parts, whole):
            return whole
    return None


def _done_by(parts: TextParts) -> Span | None:
    """The one by whom something was done, where that is told so."""
    found = (m for rule in patterns("people", "done_by") for m in rule.finditer(parts.unquoted()))
    spans = [m.span("who") for m in found if not {word.low for word in parts.words_in(*m.span("who"))} & _police()]
    return _whole(parts, spans[0]) if spans else None


def _is_nobody(parts: TextParts, span: Span) -> bool:
    """Whether it is one who is dead, or a word that is a name elsewhere: "will social services take my kids"."""
    words = parts.text[slice(*span)]
    after = parts.words_in(span[1], len(parts.text))[:1]
    acts = bool(after) and after[0].low in _kinds("deed", "negation", "seeing")
    return any(rule.fullmatch(words) for rule in patterns("people", "dead")) or words.lower() in lexicon("people")["also_words"] and not acts


def looks_like_a_name(text: str) -> bool:
    """Whether a short text holds a name or a word for a person."""
    known = lexicon("signs")
    words = set(re.findall(r"[\w'’-]+", text.lower()))
    listed = words & {word for kind in ("name", "kin", "ex", "role", "stranger", "helper", "title") for word in known[kind]}
    return bool(listed or re.search(r"\b[A-Z][a-z]+\b", text) or re.search(r"\b(?:my|a|the) \w+", text.lower()))


def _look(parts: TextParts, span: Span) -> str:
    """How much the words look like the one who did it: a former partner, a handle, a name that opens the account; any person; no one."""
    words = parts.words_in(*span)
    low = {word.low for word in words}
    if _NUMBERED.fullmatch(parts.text[slice(*span)]) or not low - _kinds("the", "me", "own", "day", "where"):
        return "nobody"
    told = low - _kinds("the", "me", "own", "they", "online", "negation", "day", "where") | low & _kinds("stranger")
    if not told or low & _police() and not low & _kinds("ex"):
        return "odd"
    if low & _kinds("ex") or parts.text[span[0]] == "@" or (span[0] < 2 and low & _kinds("name", "title")):
        return "plain"
    named = any(word.text[0].isupper() and not _opens(parts, word.start) for word in words)
    return "likely" if named or low & _kinds("name", "kin", "role", "stranger", "title") or _opens(parts, span[0]) else "odd"


def _opens(parts: TextParts, at: int) -> bool:
    return parts.text[:at].rstrip()[-1:] in ("", ".", "!", "?")


def _whole(parts: TextParts, span: Span) -> Span:
    """With what follows and still says who it is: "a bloke I met on Hinge", "Liam Hart and his brother"."""
    words = parts.words_in(*span)
    if len(words) > 2 and words[-1].low in ("me", "us"):
        # "Colin touched me": who it was, and no more.
        words = words[:-2]
    while len(words) > 1 and words[-1].low in _kinds("deed", "negation") and words[-1].low not in _kinds("name", "kin", "role"):
        words = words[:-1]
    start, end = span[0], max(words[-1].end if words else span[1], span[0])
    for _ in range(2):
        more = max((m.end() for rule in _after("tails") if (m := rule.match(parts.text, end))), default=end)
        if more == end:
            break
        end = more
    return start, end


def _passed_over(parts: TextParts, whole: Span) -> bool:
    """Whether what follows makes an onlooker of them, or says that they did nothing."""
    return any(rule.match(parts.text, whole[1]) for name in ("onlookers", "cleared") for rule in _after(name))


def _denied(parts: TextParts, span: Span) -> bool:
    return bool(_DENIED.search(parts.text[max(0, span[0] - 14) : span[0]].replace("’", "'")))


@lru_cache(maxsize=1)
def _police() -> frozenset[str]:
    return frozenset(lexicon("references")["forces"])


@lru_cache(maxsize=8)
def _kinds(*kinds: str) -> frozenset[str]:
    return frozenset(word for kind in kinds for word in lexicon("signs")[kind])


@lru_cache(maxsize=3)
def _after(name: str) -> tuple[re.Pattern[str], ...]:
    """Patterns for what follows a name, which start with the space between."""
    return tuple(re.compile(rule.pattern.removeprefix(r"(?<!\w)"), re.IGNORECASE) for rule in patterns("people", name))
