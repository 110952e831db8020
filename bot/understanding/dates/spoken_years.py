"""Years as they are spoken: twenty twenty five, two thousand and nineteen."""

from __future__ import annotations

from bot.understanding.dates.tokens import Line


def spoken_year(line: Line, i: int) -> tuple[int | None, int]:
    """The year spoken at `i` and the index after it; (None, i) where none is."""
    after = line.has(i, "two thousand and") or line.has(i, "two thousand") or line.has(i, "twenty")
    if not after or line.norm(i) == "twenty" and not 10 <= (line.at(after).value or 0) <= 20:
        return None, i
    tens, ones = line.at(after).value or 0, line.at(after + 1).value or 0
    both = tens == 20 and line.at(after + 1).kind == "word" and 0 < ones < 10
    if not 0 < tens <= 20 or line.at(after).kind != "word":
        return None, i
    return 2000 + tens + (ones if both else 0), after + (2 if both else 1)
