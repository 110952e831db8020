"""Phrases of her own account that she may like to tell more about."""

from __future__ import annotations

import re

from bot.understanding.lexicons import lexicon, patterns
from bot.understanding.text_parts import Span, TextParts, Word, opening, trimmed

_LEAST, _MOST = 3, 9
_SPLIT = re.compile(
    r"[,;:.!?()\n–—]|\s-\s|\s(?=(?:and|but|so|then|because|cos|when|while|after|before|until|who|which)\s)",
    re.IGNORECASE,
)
_OPENING = {
    "and",
    "but",
    "so",
    "then",
    "because",
    "cos",
    "when",
    "while",
    "after",
    "before",
    "until",
    "who",
    "which",
    "that",
    "also",
    "to",
    "for",
}
_DANGLING = {
    "the",
    "a",
    "an",
    "my",
    "his",
    "her",
    "their",
    "our",
    "to",
    "at",
    "of",
    "in",
    "on",
    "and",
    "but",
    "with",
    "for",
    "from",
    "by",
    "or",
    "into",
    "was",
    "is",
    "i",
    "he",
    "she",
    "they",
    "that",
}


def find_cues(account: str, limit: int = 5) -> list[str]:
    """At most `limit` phrases of three to nine words, exactly as she wrote them, those with people, places,
    messages, vehicles or spoken
    words first, and among equals the longest first."""
    parts = TextParts(opening(account))
    spans = [span for clause in _clauses(parts) for span in _phrases(parts, clause)]
    ranked = sorted(spans, key=lambda span: (-_weight(parts, span), -len(parts.words_in(*span)), span[0]))
    chosen: list[Span] = []
    for span in ranked:
        if (
            len(chosen) < limit
            and all(span[1] <= a or b <= span[0] for a, b in chosen)
            and account[slice(*span)] not in {account[a:b] for a, b in chosen}
        ):
            chosen.append(span)
    return [account[slice(*span)] for span in chosen]


def _clauses(parts: TextParts) -> list[Span]:
    found = []
    for start, end in parts.sentences:
        here = start
        for m in _SPLIT.finditer(parts.text, start, end):
            if not parts.quoted(m.start()):
                found.append((here, m.start()))
                here = m.end()
        found.append((here, end))
    return found


def _phrases(parts: TextParts, clause: Span) -> list[Span]:
    """The clause itself if it is short enough; else its opening, cut where a new phrase begins."""
    words = parts.words_in(*clause)
    while words and words[0].low in _OPENING:
        words = words[1:]
    if len(words) > _MOST:
        words = _cut(_from_the_doer(words))
    while words and words[-1].low in _DANGLING:
        words = words[:-1]
    if len(words) < _LEAST:
        return []
    end = words[-1].end
    tail = parts.text[end : end + 1]
    span = (words[0].start, end + 1 if tail in '”"' and tail else end)
    start = span[0] - 1 if span[0] and parts.text[span[0] - 1] in '“"' and tail in '”"' and tail else span[0]
    return [(start, span[1])] if trimmed(parts.text, start, span[1]) != (0, 0) else []


def _from_the_doer(words: list[Word]) -> list[Word]:
    """Without the words before the first person named, if enough is left ("Yesterday at about four my ex ...")."""
    they = {*lexicon("grammar")["they"], *lexicon("people")["strangers"], "ex", "my"}
    first = next((k for k, word in enumerate(words) if word.low in they or word.low.startswith("ex-")), 0)
    return words[first:] if len(words) - first >= _LEAST + 2 else words


def _cut(words: list[Word]) -> list[Word]:
    ends = [
        k
        for k in range(_LEAST + 1, min(_MOST + 1, len(words)))
        if words[k].low in _DANGLING | {"from", "outside", "near", "through", "past", "off", "again", "all"}
        and words[k].low not in ("the", "a", "an", "my", "his", "her", "was", "is", "of")
    ]
    return words[: ends[-1] if ends else _MOST]


def _weight(parts: TextParts, span: Span) -> int:
    """How much there is to tell about: a person, a place, a message, a vehicle, spoken words."""
    words = {word.low for word in parts.words_in(*span)}
    people, places = lexicon("people"), lexicon("places")
    kinds = (
        bool(words & {*lexicon("grammar")["they"], *people["strangers"], *people["known"], *people["names"], "ex"}),
        bool(words & set(places["heads"]) | words & set(places["street_words"])),
        any(
            rule.search(parts.text[slice(*span)])
            for rule in patterns("evidence", "messages") + patterns("evidence", "letter")
        ),
        bool(words & {"car", "van", "bus", "bike", "motorbike", "taxi", "train", "lorry", "truck"}),
        parts.quoted(span[0])
        or parts.quoted(span[1] - 1)
        or bool(words & {"said", "shouted", "told", "called", "says", "whispered"}),
    )
    return sum(kinds)
