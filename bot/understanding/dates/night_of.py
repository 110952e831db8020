"""One night told by the two days it joins: the night of 9/10 March, overnight 9th-10th, the night of the 9th to the 10th."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.understanding.dates.dated import dated, day_number, month_at, year_at
from bot.understanding.dates.day_of_month import latest_day
from bot.understanding.dates.tokens import Line
from bot.understanding.dates.values import Days, Now, Piece

_LEADS = ("the night of", "night of", "on the night of", "overnight", "overnight on", "during the night of", "in the night of")
_BETWEEN = ("/", "-", "–", "to", "into", "and", "through")


def read_night_of(line: Line, i: int, now: Now) -> Piece | None:
    """A night and the numbers of two days that follow on each other, with their month told or not."""
    k = line.after_any(i, *_LEADS)
    if k == i:
        return None
    first, last, after = _two_numbers(line, line.after_any(k, "the"))
    if first is None or last not in (first + 1, 1):
        return None
    m = line.after_any(after, "of")
    month = month_at(line, m, True)
    if month is None and line.at(after - 1).kind == "numeric_date":
        return None
    year, done = year_at(line, m + 1) if month else (None, after)
    value = dated(year, month, first, now) if month else latest_day(first, i, after, now).value
    return Piece(replace(value, part="night") if isinstance(value, Days) else value, i, max(done, m + 1 if month else after))


def _two_numbers(line: Line, k: int) -> tuple[int | None, int | None, int]:
    """The two days told at `k` and the index after them."""
    if line.at(k).kind == "numeric_date" and re.fullmatch(r"\d+/\d+", line.at(k).text):
        first, last = (int(n) for n in line.at(k).text.split("/"))
        return first, last, k + 1
    first_day, after = day_number(line, k)
    if first_day is None or line.norm(after) not in _BETWEEN:
        return None, None, k
    last_day, done = day_number(line, line.after_any(after + 1, "the"))
    return first_day, last_day, done
