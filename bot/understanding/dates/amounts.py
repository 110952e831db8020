"""How many, and of what: "a couple of weeks", "half an hour", "2 days"."""

from __future__ import annotations

from dataclasses import dataclass

from bot.understanding.dates.tokens import Line

UNITS = {
    "minute": "minute",
    "minutes": "minute",
    "hour": "hour",
    "hours": "hour",
    "day": "day",
    "days": "day",
    "night": "night",
    "nights": "night",
    "week": "week",
    "weeks": "week",
    "fortnight": "fortnight",
    "fortnights": "fortnight",
    "month": "month",
    "months": "month",
    "year": "year",
    "years": "year",
    "weekend": "weekend",
    "weekends": "weekend",
    "sennight": "week",
    "evening": "night",
    "evenings": "night",
}


@dataclass(frozen=True)
class Amount:
    """A number of units; `loose` when the number is not exact ("a few"), with the most it may be in `most`."""

    number: float
    unit: str
    loose: bool
    after: int
    most: float


def read_number(line: Line, i: int) -> tuple[float, float, bool, int] | None:
    """A count at `i` as (least, most, loose, index after it)."""
    loose = False
    while line.norm(i) in ("about", "around", "roughly", "nearly", "almost", "like", "maybe", "some", "only", "just"):
        loose, i = loose or line.norm(i) not in ("only", "just"), i + 1
    for phrase, least, most in (
        ("half an", 0.5, 0.5),
        ("half a", 0.5, 0.5),
        ("half", 0.5, 0.5),
        ("a couple of", 2, 2),
        ("couple of", 2, 2),
        ("a couple", 2, 2),
        ("couple", 2, 2),
        ("a few", 2, 5),
        ("few", 2, 5),
        ("several", 3, 7),
        ("one or two", 1, 2),
        ("two or three", 2, 3),
        ("a good few", 3, 7),
        ("three or four", 3, 4),
        ("a day or", 1, 2),
    ):
        after = line.has(i, phrase)
        if after:
            if phrase == "a day or":
                break
            return least, most, loose or phrase not in ("half an", "half a", "half"), after
    token = line.at(i)
    if token.norm in ("a", "an"):
        return 1, 1, loose, i + 1
    if token.value is not None and token.kind in ("number", "word") and 0 < token.value < 400:
        if line.norm(i + 1) in ("or", "-", "to") and line.at(i + 2).value is not None:
            return token.value, float(line.at(i + 2).value or 0), True, i + 3
        return token.value, token.value, loose, i + 1
    return None


def read_amount(line: Line, i: int) -> Amount | None:
    """An amount of time at `i`: "two days", "a week or so", "an hour and a half", "fortnight"."""
    if line.norm(i) == "fortnight":
        return Amount(1, "fortnight", False, i + 1, 1)
    after = line.has(i, "a day or two")
    if after:
        return Amount(1, "day", True, after, 2)
    number = read_number(line, i)
    if number is None:
        return None
    least, most, loose, k = number
    unit = UNITS.get(line.norm(k))
    if unit is None:
        return None
    k += 1
    for phrase, extra in (("or two", 1.0), ("or so", 0.0), ("and a half", 0.5), ("or more", 0.0)):
        after = line.has(k, phrase)
        if after:
            return Amount(least + (extra if extra == 0.5 else 0), unit, True, after, most + extra)
    return Amount(least, unit, loose, k, most)
