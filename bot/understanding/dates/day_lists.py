"""A list of days with the week told once, after the last: "mon, weds and fri last week"."""

from __future__ import annotations

from dataclasses import replace

from bot.understanding.dates.calendar import weekday_before
from bot.understanding.dates.tokens import Line
from bot.understanding.dates.values import Days, Piece, one_day
from bot.understanding.lexicons import lexicon

_JOINTS = (",", "and", "/", "or", "then")


def with_shared_week(line: Line, pieces: list[Piece]) -> list[Piece]:
    """The pieces, every day of a list put into the week that is told with its last day."""
    done: list[Piece] = []
    for piece in reversed(pieces):
        follows = done[-1] if done else None
        shared = follows and _before_in_list(line, piece, follows)
        done.append(shared or piece)
    return done[::-1]


def _before_in_list(line: Line, a: Piece, b: Piece) -> Piece | None:
    """A bare weekday as the latest one before the day that follows it in a list; None where no list is told."""
    x, y = a.value, b.value
    if not isinstance(x, Days) or not isinstance(y, Days) or x.unit != "weekday" or x.sure_past:
        return None
    named = line.norm(b.first) in lexicon("dates")["weekdays"]
    if not (named and y.single and y.unit == "day") or any(line.norm(i) not in _JOINTS for i in range(a.after, b.first)):
        return None
    own = weekday_before(y.first, x.first.weekday())
    return replace(a, value=one_day(own, part=x.part, sure_past=True))
