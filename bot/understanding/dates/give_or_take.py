"""A date that may be a day or two out: "the 9th, give or take a day", "11 June, a day either side"."""

from __future__ import annotations

from datetime import timedelta

from bot.understanding.dates.day_of_month import read_date
from bot.understanding.dates.tokens import Line
from bot.understanding.dates.values import Days, Now, Piece, days_between
from bot.understanding.lexicons import lexicon


def read_give_or_take(line: Line, i: int, now: Now) -> Piece | None:
    """A date at `i` with the words behind it that let it be earlier or later."""
    found = read_date(line, i, now)
    if found is None or not isinstance(found.value, Days) or not found.value.single:
        return None
    behind = line.after_any(found.after, ",", "(")
    for days, words in lexicon("dates")["give_or_take"].items():
        after = line.after_any(behind, *words)
        if after > behind:
            reach, day = timedelta(days=days), found.value.first
            return Piece(days_between(day - reach, min(day + reach, now.today), fuzzy=True, unit="span", sure_past=True), i, after)
    return None
