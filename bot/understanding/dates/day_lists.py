"""Several days of one month told by their numbers: 5, 6, 7 October; the 1st, the 8th and the 15th of this month."""

from __future__ import annotations

from bot.understanding.dates.dated import dated, day_number, month_at, year_at
from bot.understanding.dates.tokens import Line
from bot.understanding.dates.values import Days, Now, Piece, Void, days_between

_FEWEST = 3
"""Two numbers are read as the ends of a stretch elsewhere, unless a comma parts them."""


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
