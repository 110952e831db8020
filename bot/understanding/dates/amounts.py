"""How many, and of what: "a couple of weeks", "half an hour", "2 days", "an hour and a half"."""

from __future__ import annotations

from dataclasses import dataclass, replace

from bot.understanding.dates.tokens import Line
from bot.understanding.lexicons import lexicon

_MOST = 400
_LEADS = 4
_NEVER_ONE = ("the", "last", "this", "next", "that", "first", "my", "his", "her", "our", "1st")


@dataclass(frozen=True)
class Amount:
    """A number of units; `loose` when the number is not exact ("a few"), with the most it may be in `most`.

    `side` is 1 where it was more than that ("over a week"), -1 where it was less ("nearly two weeks").
    """

    number: float
    unit: str
    loose: bool
    after: int
    most: float
    side: int = 0


@dataclass(frozen=True)
class Count:
    """A number, or the least and the most it may be, and the index after it."""

    least: float
    most: float
    loose: bool
    after: int
    side: int = 0


def unit_at(line: Line, i: int) -> str | None:
    """The unit of time named at `i` ("hour", "night"), if one is."""
    found = lexicon("dates")["units"].get(line.norm(i))
    return str(found) if found else None


def read_count(line: Line, i: int) -> Count | None:
    """A count at `i`: "2", "about three", "a couple of", "5 or 6", "1.5"."""
    if line.has(i, "a good") and line.at(i + 2).value is not None:
        return replace(found, loose=True, side=1) if (found := _number(line, i + 2, True)) else None
    if line.norm(i) == "between" and line.norm(i + 2) == "and" and line.at(i + 1).value and (line.at(i + 3).value or 0) < _MOST:
        least, most = line.at(i + 1).value or 0, line.at(i + 3).value or 0
        return Count(least, most, True, i + 4) if least < most else None
    loose, side, i = _leads(line, i)
    found, after = None, i
    for entry in lexicon("dates")["counts"]:
        done = line.after_any(i, *entry["words"])
        if done > after:
            found, after = entry, done
    if found and line.at(after).value is None:
        return Count(found["least"], found["most"], loose or found.get("loose", False), after, side)
    number = _number(line, i, loose)
    return replace(number, side=side) if number else None


def _leads(line: Line, i: int) -> tuple[bool, int, int]:
    """Whether the words before a count make it loose, to which side, and the index of the count."""
    leads, loose, side = lexicon("dates")["count_leads"], False, 0
    for _ in range(_LEADS):
        for name in ("under", "over", "loose", "exact"):
            after = line.after_any(i, *leads[name])
            if after > i:
                i, loose = after, loose or name != "exact"
                side = side or {"over": 1, "under": -1}.get(name, 0)
                break
        else:
            break
    return loose, side, i


def _number(line: Line, i: int, loose: bool) -> Count | None:
    token = line.at(i)
    if token.norm in ("a", "an"):
        return Count(1, 1, loose, i + 1)
    if token.kind == "decimal":
        return Count(float(token.text), float(token.text), loose, i + 1)
    if token.value is None or token.kind not in ("number", "word") or not 0 < token.value < _MOST:
        return None
    value, k = token.value, i + 1
    if (
        token.kind == "word"
        and token.value in (20, 30, 40, 50)
        and line.at(k).kind == "word"
        and 0 < (line.at(k).value or 0) < 10
    ):
        value, k = value + (line.at(k).value or 0), k + 1
    other = line.at(k + 1).value
    if line.norm(k) in ("or", "-", "to", "maybe") and other is not None and value < other < _MOST:
        return Count(value, other, True, k + 2)
    return Count(value, value, loose, k)


def read_amount(line: Line, i: int) -> Amount | None:
    """An amount of time at `i`: "two days", "a week or so", "an hour and a half", "fortnight"."""
    bare = unit_at(line, i)
    if bare == "fortnight" or bare and _stands_for_one(line, i):
        return _with_tail(line, Count(1, 1, False, i), i)
    count = read_count(line, i)
    if count is None:
        return None
    half = next(
        (line.has(count.after, words) for words in ("and a half", "and half") if line.has(count.after, words)), 0
    )
    if half and unit_at(line, half):
        count = replace(count, least=count.least + 0.5, most=count.most + 0.5, after=half)
    odd = line.after_any(count.after, "odd", "or so")
    if odd > count.after:
        count = replace(count, loose=True, after=odd)
    if count.least == 1 and line.norm(count.after) in ("whole", "good", "full"):
        count = replace(count, after=count.after + 1)
    return _with_tail(line, count, count.after) if unit_at(line, count.after) else None


def _stands_for_one(line: Line, i: int) -> bool:
    """As in "hour and a half ago", "week or so ago", "month back": one, with no word for it."""
    if line.norm(i).endswith("s") or line.norm(i - 1) in _NEVER_ONE:
        return False
    tails = [words for entry in lexicon("dates")["count_tails"] for words in entry["words"]]
    after = line.after_any(i + 1, *tails)
    return line.norm(after) in ("ago", "back")


def _with_tail(line: Line, count: Count, i: int) -> Amount:
    """The amount whose unit stands at `i`, with what makes it more or less sure after it."""
    unit, k = str(unit_at(line, i)), i + 1
    for entry in lexicon("dates")["count_tails"]:
        after = line.after_any(k, *entry["words"])
        if after > k:
            extra = entry.get("add", 0)
            most = count.most + extra + entry.get("more", 0)
            return Amount(count.least + extra, unit, count.loose or entry.get("loose", False), after, most, count.side)
    return Amount(count.least, unit, count.loose, k, count.most, count.side)


def read_by_ear(line: Line, i: int) -> Amount | None:
    """As in "to hours ago": a number typed as the word that sounds like it, where time ago is plainly meant."""
    number, unit = lexicon("dates")["homophones"].get(line.norm(i)), unit_at(line, i + 1)
    if number is None or unit is None or not line.norm(i + 1).endswith("s") or line.norm(i + 2) not in ("ago", "back"):
        return None
    return Amount(number, unit, False, i + 2, number)
