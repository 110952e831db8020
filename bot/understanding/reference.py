"""A police reference: a number of the shapes that forces use, by the words about it, and no order number, plate or collar number."""

from __future__ import annotations

import re
from functools import lru_cache

from bot.understanding.lexicons import lexicon
from bot.understanding.text_parts import Span, TextParts

_BEFORE, _AFTER, _BESIDE, _ENOUGH = 60, 40, 18, 3
_JOINING = "is was were are number no num ref reference of as its it's i given got have gave they me us that's 's like a the"
_JOINS = rf"[\s:#=.,-]*(?:(?:{_JOINING.replace(' ', '|')})[\s:#=.,-]+){{0,4}}"
# "Incident no. 2218": that stop ends no sentence.
_STOP = re.compile(r"[!?\n]|(?<!\bno)(?<!\bref)(?<!\bnum)(?<!\bnr)\.(?=\s)", re.IGNORECASE)
# "At 1915 17 November" is an hour.
_CLOCK = re.compile(r"(?:\b(?:at|by|until|till|til|between|about|around) |\bpc )$", re.IGNORECASE)


def find_reference(parts: TextParts, bare: bool = False) -> Span | None:
    """The place of a police reference; with `bare` any reference standing alone will do."""
    best: tuple[float, int, Span] | None = None
    for m in _value().finditer(parts.text):
        digits, lettered = sum(c.isdigit() for c in m[0]), bool(re.match(r"[a-z]+[/-]", m[0], re.IGNORECASE))
        if digits < (3 if bare or m["day"] or lettered else 4) or _pattern("never").fullmatch(m[0]):
            continue
        worth = _worth(parts.text, m.span(), bool(m["day"]))
        if (worth >= _ENOUGH or bare) and (best is None or (-worth, m.start()) < best[:2]):
            best = (-worth, m.start(), m.span())
    return best[2] if best else None


def _worth(text: str, span: Span, of_a_day: bool) -> float:
    """How plainly the words about a number make a police reference of it."""
    before, after = _about(text, span)
    near = text[max(0, span[0] - 3 * _BEFORE) : span[1] + _AFTER]
    label, loose, weak, other, body, force = (_last(name, before) for name in ("labels", "loose", "weak", "others", "bodies", "forces"))
    told, by_police = text[slice(*span)], _last("police", near) >= 0
    if other > max(label, loose, weak, force) or _pattern("not_theirs").match(after.lstrip()) or _CLOCK.search(before):
        return 0
    if body > force and body > _strictly(before) or 0 <= loose - other < _BESIDE and max(force, label) < other:
        return 0
    if _pattern("sure").fullmatch(told):
        return _ENOUGH + 1 + (max(label, loose, force) >= 0)
    strong = bool(_pattern("strong").fullmatch(told))
    return float(strong) + of_a_day / 2 + by_police + _led(before, after, strong or by_police or of_a_day, strong)


def _led(before: str, after: str, borne_out: bool, strong: bool) -> float:
    """What the words beside a number are worth: a label that leads to it most, one somewhere near it less."""
    names = ("labels", "loose") if borne_out else ("labels",)
    at, name = max((_last(name, before), name) for name in names)
    if at >= 0:
        return 3 if re.fullmatch(_JOINS, before[_end(name, before, at) :], re.IGNORECASE) else 2
    force, called = _last("forces", before), _words("labels").search(after)
    if called and re.fullmatch(_JOINS, after[: called.start()], re.IGNORECASE):
        return 3
    if called or strong and force >= 0 and re.fullmatch(_JOINS, before[_end("forces", before, force) :], re.IGNORECASE):
        return 2
    return 1.5 if _last("weak", before) >= 0 or _last("loose", after) >= 0 else 0


def _about(text: str, span: Span) -> tuple[str, str]:
    """The words before and after a number, as far as its sentence goes."""
    before, after = text[max(0, span[0] - _BEFORE) : span[0]], text[span[1] : span[1] + _AFTER]
    begins = max((m.end() for m in _STOP.finditer(before)), default=0)
    ends = _STOP.search(after)
    return before[begins:], after[: ends.start() if ends else None]


def _strictly(before: str) -> int:
    """Where the last word stands that no other body calls its numbers by; "incident" and "log" are everyone's."""
    found = [m for m in _words("labels").finditer(before) if not m[0].lower().startswith(("incident", "log", "inc", "report"))]
    return found[-1].start() if found else -1


def _last(name: str, text: str) -> int:
    """Where the last word of a list stands in a text; -1 without one."""
    return max((m.start() for m in _words(name).finditer(text)), default=-1)


def _end(name: str, text: str, at: int) -> int:
    m = _words(name).match(text, at)
    return m.end() if m else at


@lru_cache(maxsize=8)
def _words(name: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w/-])(?:{_any_of(name)})(?![\w/-])", re.IGNORECASE)


def _any_of(name: str) -> str:
    return "|".join(re.escape(word) for word in sorted(lexicon("references")[name], key=len, reverse=True))


@lru_cache(maxsize=1)
def _value() -> re.Pattern[str]:
    told = lexicon("references")
    shape = told["value"].replace("<date>", told["date"]).replace(" ", r"\s")
    return re.compile(rf"(?<![\w/@£$.-])(?:{shape})(?![\w/]|-\w|\.\d)", re.IGNORECASE)


@lru_cache(maxsize=4)
def _pattern(name: str) -> re.Pattern[str]:
    return re.compile(lexicon("references")[name].replace("<bodies>", _any_of("bodies")).replace(" ", r"\s"), re.IGNORECASE)
