"""A police reference: a number of the shapes that forces use, by the words about it, and no order number, plate or collar number."""

from __future__ import annotations

import re
from functools import lru_cache

from bot.understanding.lexicons import lexicon
from bot.understanding.text_parts import Span, TextParts

_BEFORE, _AFTER, _BESIDE, _ENOUGH = 60, 40, 18, 3
_JOINS = r"[\s:#=.,-]*(?:(?:is|was|number|no|num|ref|reference|of|as|its|it's|i|given|got|have|gave|they|me|us|that's|'s|like|a|the)[\s:#=.,-]+){0,4}"


def find_reference(parts: TextParts, bare: bool = False) -> Span | None:
    """The place of a police reference; with `bare` any reference standing alone will do."""
    best: tuple[float, int, Span] | None = None
    for m in _value().finditer(parts.text):
        digits = sum(c.isdigit() for c in m[0])
        if digits < (3 if bare or m["day"] else 4) and not (m["day"] and digits > 2):
            continue
        worth = _worth(parts, m.span(), bool(m["day"]))
        if (worth >= _ENOUGH or bare) and (best is None or (-worth, m.start()) < best[:2]):
            best = (-worth, m.start(), m.span())
    return best[2] if best else None


def _worth(parts: TextParts, span: Span, of_a_day: bool) -> float:
    """How plainly the words about a number make a police reference of it."""
    text, sentence = parts.text, parts.sentence_at(span[0])
    before = text[max(sentence[0], span[0] - _BEFORE) : span[0]]
    after = text[span[1] : min(sentence[1], span[1] + _AFTER)]
    near = text[max(0, span[0] - 3 * _BEFORE) : span[1] + _AFTER]
    label, weak, other = (_last(name, before) for name in ("labels", "weak", "others"))
    told = text[slice(*span)]
    if other > max(label, weak, _last("forces", before)) or _pattern("not_theirs").search(after):
        return 0
    if 0 <= label - other < _BESIDE and other >= 0 and _last("forces", before) < other:
        return 0
    if _pattern("sure").fullmatch(told):
        return _ENOUGH + 1 + (label >= 0 or _last("forces", before) >= 0)
    worth = 1.0 if _pattern("strong").fullmatch(told) else 0.5 if of_a_day else 0.0
    if label >= 0:
        worth += 3 if re.fullmatch(_JOINS, before[_end("labels", before, label) :], re.IGNORECASE) else 2
    elif weak >= 0 or _last("labels", after) >= 0:
        worth += 1.5
    return worth + (1 if _last("police", near) >= 0 else 0)


def _last(name: str, text: str) -> int:
    """Where the last word of a list stands in a text; -1 without one."""
    return max((m.start() for m in _words(name).finditer(text)), default=-1)


def _end(name: str, text: str, at: int) -> int:
    m = _words(name).match(text, at)
    return m.end() if m else at


@lru_cache(maxsize=8)
def _words(name: str) -> re.Pattern[str]:
    words = sorted(lexicon("references")[name], key=len, reverse=True)
    return re.compile(rf"(?<![\w/-])(?:{'|'.join(re.escape(word) for word in words)})(?![\w/-])", re.IGNORECASE)


@lru_cache(maxsize=1)
def _value() -> re.Pattern[str]:
    told = lexicon("references")
    shape = told["value"].replace("<date>", told["date"]).replace(" ", r"\s")
    return re.compile(rf"(?<![\w/@£$.-])(?:{shape})(?![\w/]|-\w|\.\d)", re.IGNORECASE)


@lru_cache(maxsize=3)
def _pattern(name: str) -> re.Pattern[str]:
    return re.compile(lexicon("references")[name].replace(" ", r"\s"), re.IGNORECASE)
