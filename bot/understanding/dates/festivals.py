"""Days known by a name: bonfire night, Christmas Eve, Easter Monday. The names stand in `lexicon/named_days.yml`."""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache
from typing import Any

from bot.understanding.dates.calendar import easter, nth_weekday
from bot.understanding.dates.dated import year_at
from bot.understanding.dates.spelling import plain
from bot.understanding.dates.tokens import Line
from bot.understanding.dates.values import Now, Piece, Void, days_between
from bot.understanding.lexicons import lexicon

_LEADS = ("last", "this", "this past", "the", "over", "the last", "on")


def read_named_day(line: Line, i: int, now: Now) -> Piece | None:
    """A named day or season at `i`; "last", "before last" and a year say which."""
    if line.norm(i) in lexicon("named_days")["other_calendars"] and _name_at(line, i) is None:
        other = _name_at(line, line.after_any(i + 1, "lunar"))
        return Piece(Void(), i, other[1]) if other else None
    found = _name_at(line, i)
    one = line.after_any(
        i,
        "first day of",
        "the first day of",
        "last day of",
        "the last day of",
        "day one of",
        "first night of",
        "last night of",
    )
    k = i if found else one if one > i else line.after_any(i, *_LEADS, "a year last")
    more = 1 if line.has(i, "a year last") else 0
    found = found or _name_at(line, k)
    if found is None:
        return None
    rule, after = found
    if rule.get("around") and line.norm(after) in lexicon("named_days")["things"]:
        return Piece(Void(), i, after + 1)
    year, after = year_at(line, after)
    weekend = line.norm(after) == "weekend" and "nth" in rule
    back = more
    if line.has(after, "before last"):
        after, back = after + 2, 1
    rule = _the_later(rule, year, now)
    if "years" in rule and not _known(rule, year, now):
        return Piece(Void(), i, after)
    first, last = _latest(rule, year, back, now)
    if first > now.today:
        return None
    if weekend:
        return Piece(days_between(first - timedelta(days=2), min(last, now.today), unit="weekend"), i, after + 1)
    if one > i:
        first = last = last if "last" in (line.norm(i), line.norm(i + 1)) else first
    unit = "around" if rule.get("around") else "day"
    told = days_between(
        first,
        min(last, now.today),
        fuzzy=first != last or "years" in rule,
        part=rule.get("part"),
        unit=unit,
        sure_past=year is not None,
    )
    return Piece(told, i, after)


def names() -> list[str]:
    """Every name of a day."""
    return [" ".join(words) for words, _ in _names()]


def is_aside(line: Line, piece: Piece) -> bool:
    """Whether a piece only says what else was on that day ("last night, clocks went back mind")."""
    if line.norm(piece.first - 1) in lexicon("dates")["weekdays"]:
        return False
    said = " ".join(line.norm(i) for i in range(piece.first, piece.after))
    return any(said.endswith(phrase) for phrase in lexicon("named_days")["asides"]) and line.norm(piece.first) not in (
        "night",
        "day",
    )


def _name_at(line: Line, i: int) -> tuple[dict[str, Any], int] | None:
    """The rule of the longest name of a day that stands at `i`, and the index after it."""
    for words, rule in _by_first_word().get(line.norm(i), ()):
        if all(line.norm(i + n) == word for n, word in enumerate(words)):
            return rule, i + len(words)
    return None


@lru_cache(maxsize=1)
def _names() -> tuple[tuple[tuple[str, ...], dict[str, Any]], ...]:
    found = [
        (tuple(plain(word) for word in name.split()), rule)
        for rule in lexicon("named_days")["days"]
        for name in rule["names"]
    ]
    return tuple(sorted(found, key=lambda pair: -len(pair[0])))


@lru_cache(maxsize=1)
def _by_first_word() -> dict[str, list[tuple[tuple[str, ...], dict[str, Any]]]]:
    found: dict[str, list[tuple[tuple[str, ...], dict[str, Any]]]] = {}
    for words, rule in _names():
        found.setdefault(words[0], []).append((words, rule))
    return found


def _the_later(rule: dict[str, Any], year: int | None, now: Now) -> dict[str, Any]:
    """Of two days that share a name ("Eid"), the one that was last."""
    if "either" not in rule:
        return rule
    rules = [own for words, own in _names() if " ".join(words) in rule["either"]]
    known = [own for own in rules if _known(own, year, now)]
    return max(known, key=lambda own: _latest(own, year, 0, now)[0]) if known else rules[0]


def _known(rule: dict[str, Any], year: int | None, now: Now) -> bool:
    """Whether the day of a name that follows the moon is written down for the year told, or for the latest years."""
    if "years" not in rule:
        return True
    if year is not None:
        return (year if year > 0 else now.today.year + year) in rule["years"]
    return {now.today.year, now.today.year - 1} <= set(rule["years"])


def _latest(rule: dict[str, Any], year: int | None, back: int, now: Now) -> tuple[date, date]:
    """The first and last day of a name in the year told, or of the latest one not ahead."""
    if year is not None:
        return span_of(rule, year if year > 0 else now.today.year + year)
    guess = now.today.year + ("years" not in rule)
    while span_of(rule, guess)[0] > now.today:
        guess -= 1
    return span_of(rule, guess - back)


def span_of(rule: dict[str, Any], year: int) -> tuple[date, date]:
    """First and last day that a rule of `named_days.yml` stands for in a year."""
    if "easter" in rule:
        ends = [easter(year) + timedelta(days=n) for n in rule["easter"]]
        return ends[0], ends[-1]
    if "years" in rule:
        first = date.fromisoformat(f"{year:04d}-{rule['years'][year]}")
        return first, first + timedelta(days=rule.get("days", 1) - 1)
    if "nth" in rule:
        month, weekday, nth, more = rule["nth"]
        day = nth_weekday(year, month, weekday, nth) + timedelta(days=more)
        return day, day
    first = date.fromisoformat(f"{year:04d}-{rule['date']}")
    last = date.fromisoformat(f"{year:04d}-{rule.get('until', rule['date'])}")
    return first, last if last >= first else last.replace(year=year + 1)
