"""Days told by several numbers: the night of 9/10 March, overnight 9th-10th; 5, 6, 7 October, the 1st, the 8th and the 15th of May."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.understanding.dates.dated import dated, day_number, month_at, year_at
from bot.understanding.dates.day_of_month import latest_day
from bot.understanding.dates.tokens import Line
from bot.understanding.dates.values import Days, Now, Piece, Void, days_between

_LEADS = ("the night of", "night of", "on the night of", "overnight", "overnight on", "during the night of", "in the night of")
_FEWEST = 3
"""Two numbers are read as the ends of a stretch elsewhere, unless a comma parts them."""
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


def read_day_list(line: Line, i: int, now: Now) -> Piece | None:
    """Numbers that go up, parted by commas or "and", with their month after the last; from the first to the last."""
    numbers: list[int] = []
    k = i
    while True:
        number, after = day_number(line, line.after_any(k, "the"))
        if number is None or numbers and number <= numbers[-1]:
            return None
        numbers.append(number)
        k = line.after_any(after, ",", "and", ", and", "/", "then", "or", ", or")
        if k == after:
            break
    if len(numbers) < _FEWEST and "," not in [line.norm(n) for n in range(i, after)]:
        return None
    m = line.after_any(after, "of")
    month = month_at(line, m, True)
    if month is None or len(numbers) < 2:
        return None
    year, done = year_at(line, m + 1)
    first, last = dated(year, month, numbers[0], now), dated(year, month, numbers[-1], now)
    if not isinstance(first, Days) or not isinstance(last, Days) or last.first < first.first:
        return Piece(Void(), i, max(done, m + 1))
    return Piece(days_between(first.first, last.first), i, max(done, m + 1))
