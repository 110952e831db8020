"""Between two days, told by their edges ("after New Year but before Easter"), and an end that hangs on the beginning
("Good Friday to the Tuesday after").
"""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from bot.understanding.dates.mentions import Mention
from bot.understanding.dates.shifts import shifted
from bot.understanding.dates.tokens import Line
from bot.understanding.dates.values import Days, Piece, Shift, days_between

_JOINTS = ("but", "and", ",", "sometime", "it", "was", "the", "just", "well", "definitely", "yet", "like", "or")
_DAY = timedelta(days=1)


def between_edges(line: Line, a: Mention, b: Mention) -> Mention | None:
    """One stretch of two mentions of which one is its beginning and the other its end."""
    early, late = (a, b) if (a.edge, b.edge) == ("after", "before") else (b, a)
    if (early.edge, late.edge) != ("after", "before") or any(
        line.norm(i) not in (*_JOINTS, "before", "after") for i in range(a.day.after, b.day.first)
    ):
        return None
    x, y = early.day.value, late.day.value
    if not isinstance(x, Days) or not isinstance(y, Days) or x.last >= y.first - _DAY:
        return None
    span = days_between(x.last + _DAY, y.first - _DAY, fuzzy=True, unit="span")
    return replace(a, day=Piece(span, a.day.first, b.day.after), edge=None, spans=a.spans + b.spans)


def hung_on(a: Mention, b: Mention) -> Mention:
    """The end of a stretch, put on the calendar where it hangs on the beginning."""
    x, y = a.day.value, b.day.value
    if not isinstance(x, Days) or not isinstance(y, Shift) or y.ago or y.same:
        return b
    return replace(b, day=Piece(shifted(y, x), b.day.first, b.day.after))
