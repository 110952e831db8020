"""Phrases of her own account that she may like to tell more about."""

from __future__ import annotations

import re

from bot.understanding.lexicons import lexicon, patterns
from bot.understanding.no_answer import no_answer
from bot.understanding.text_parts import Span, TextParts, Word, opening, trimmed

_LEAST, _MOST = 3, 12
_SPLIT = re.compile(
    r"[,;:.!?()\n–—]|\s-\s|\s(?=(?:and|but|so|then|because|cos|when|while|after|before|until|who|which)\s)",
    re.IGNORECASE,
)
_SHORTENED = re.compile(r"(?<!\w)(?:\w\.)*\w+$")
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
    """At most `limit` whole clauses of three to twelve words about what the person doing it did, exactly as she wrote them: those
    with people, places, messages, vehicles or spoken words first, and among equals the longest first. A clause that cannot be
    shown whole is left out."""
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
    """The text cut at its marks and joining words; quoted words, figures and shortened words stay whole."""
    found, here = [], 0
    for m in _SPLIT.finditer(parts.text):
        if not parts.quoted(m.start()) and not _inside_a_word(parts.text, m.start()):
            found.append((here, m.start()))
            here = m.end()
    return [*found, (here, len(parts.text))]


def _inside_a_word(text: str, at: int) -> bool:
    """Whether a mark belongs to a figure ("9.15pm", "10,000") or a shortened word ("Mr. Hale", "4 p.m.")."""
    if text[at] not in ".,:":
        return False
    if text[at - 1 : at].isdigit() and text[at + 1 : at + 2].isdigit():
        return True
    word = _SHORTENED.search(text, 0, at)
    return text[at] == "." and word is not None and (len(word[0]) == 1 or word[0].lower() in lexicon("cues")["shortened"])


def _phrases(parts: TextParts, clause: Span) -> list[Span]:
    """The clause itself, if it is one, is short enough, and somebody else does something in it."""
    if no_answer(parts.text[slice(*clause)]) or any(rule.search(parts.text, *clause) for rule in patterns("cues", "elsewhere")):
        return []
    words = parts.words_in(*clause)
    while words and words[0].low in _OPENING:
        words = words[1:]
    doer = _doer(words)
    if doer is not None and len(words) > _MOST:
        # "Yesterday at about four my ex ...": the clause without the time that leads up to it.
        first = doer - 1 if doer and words[doer - 1].low in ("my", "a", "an", "the", "his", "her", "some", "this", "that") else doer
        words, doer = words[first:], doer - first
    if doer is None or not _LEAST <= len(words) <= _MOST or words[-1].low in _DANGLING or _runs_on(parts, words, doer):
        return []
    end = words[-1].end
    tail = parts.text[end : end + 1]
    span = (words[0].start, end + 1 if tail in '”"' and tail else end)
    start = span[0] - 1 if span[0] and parts.text[span[0] - 1] in '“"' and tail in '”"' and tail else span[0]
    return [(start, span[1])] if trimmed(parts.text, start, span[1]) != (0, 0) else []


def _doer(words: list[Word]) -> int | None:
    """Where in a clause the one who acts is named, before anyone else could be; None where that is she, or nobody."""
    subjects, known = set(lexicon("cues")["subjects"]), lexicon("signs")
    named = {*known["stranger"], *known["role"], *known["name"], "ex"}
    for k, word in enumerate(words[:-1]):
        if word.low in subjects:
            return k
        if word.low in named or word.low.startswith("ex-") or (k and word.text[:1].isupper() and words[k - 1].low in ("my", "ex")):
            return k
        if word.low in lexicon("cues")["not_theirs"]:
            return None
    return None


def _runs_on(parts: TextParts, words: list[Word], doer: int) -> bool:
    """Whether a second clause begins in it with no mark before: "he stared I went in"."""
    book = lexicon("cues")
    return any(
        word.low in {*book["subjects"], *book["not_theirs"]} - set(book["objects"])
        and words[k - 1].low not in book["links"]
        and not parts.quoted(word.start)
        for k, word in enumerate(words)
        if k > doer + 1
    )


def _weight(parts: TextParts, span: Span) -> int:
    """How much there is to tell about: a person, a place, a message, a vehicle, spoken words."""
    words = {word.low for word in parts.words_in(*span)}
    known = lexicon("signs")
    kinds = (
        bool(words & {*lexicon("grammar")["they"], *known["stranger"], *known["role"], *known["name"], "ex"}),
        bool(words & {*known["place"], *known["street"]}),
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
