"""Second guesses at so long ago: "3 weeks ago, maybe 4", "a month ago, possibly six weeks", "two months since, maybe a bit more"."""

from __future__ import annotations

from dataclasses import replace

from bot.understanding.dates.amounts import Amount, read_amount
from bot.understanding.dates.tokens import Line
from bot.understanding.lexicons import lexicon

_STOPS = ("", ".", ",", "!", "?", "\n", ";", ")", "ago", "back", "since")


def guessed_again(line: Line, after: int, amount: Amount) -> tuple[Amount, int]:
    """The amount as the words after "ago" widen it, and the index after them."""
    book = lexicon("dates")
    k = line.after_any(line.after_any(after, *book["easily"]), ",", "-", "(")
    for side, words in ((1, book["after_ago_over"]), (-1, book["after_ago_under"])):
        done = line.after_any(k, *words)
        if done > k:
            return replace(amount, loose=True, side=side), done
    start = line.after_any(k, *book["or_amount"])
    other = _other(line, start, amount.unit) if start > k else None
    if other is None or line.norm(other.after) not in _STOPS:
        return amount, after
    if other.unit != amount.unit and {other.unit, amount.unit} <= set(book["days_of_unit"]):
        amount, other = _in_days(amount), _in_days(other)
    if other.unit != amount.unit or other.number == amount.number:
        return amount, after
    least, most = sorted((amount.number, other.number))
    return replace(amount, number=least, most=most, loose=True), line.after_any(other.after, "ago", "back", "since")


def _other(line: Line, k: int, unit: str) -> Amount | None:
    """Another amount at `k`; a bare number counts the unit of the first."""
    value = line.at(k).value if line.at(k).kind in ("number", "word") else None
    return read_amount(line, k) or (Amount(value, unit, False, k + 1, value) if value else None)


def _in_days(amount: Amount) -> Amount:
    return replace(amount, number=amount.number * lexicon("dates")["days_of_unit"][amount.unit], unit="day")
