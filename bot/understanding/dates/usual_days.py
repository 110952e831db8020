"""The day on which something always is, told to say when it was: "the day the cleaner comes, she comes Wednesdays"."""

from __future__ import annotations

from datetime import timedelta

from bot.understanding.dates.calendar import weekday_before
from bot.understanding.dates.tokens import Line
from bot.understanding.dates.values import Now, Piece, one_day
from bot.understanding.lexicons import lexicon

_BEFORE, _BEHIND = 14, 8
"""So many words before and behind the name the day itself is looked for."""
_WHICH = ("the", "that", "my", "our")
_IS = ("that's", "thats", "always", "is", "it's", "its")


def read_usual_day(line: Line, i: int, now: Now) -> Piece | None:
    """Wednesdays, or "that's a Wednesday", where "the day" or "my gym day" is told near: the latest one."""
    names, word = lexicon("dates")["weekdays"], line.norm(i)
    if word.endswith("s") and word[:-1] in names:
        name, after = word[:-1], i + 1
    elif word == "a" and line.norm(i + 1) in names and line.norm(i - 1) in _IS:
        name, after = line.norm(i + 1), i + 2
    else:
        return None
    if not any(_day_told(line, k) for k in range(max(0, i - _BEFORE), min(after + _BEHIND, len(line)))):
        return None
    own = weekday_before(now.today + timedelta(days=1), names.index(name))
    return Piece(one_day(own, unit="weekday"), i, after)


def _day_told(line: Line, k: int) -> bool:
    """As in "the day", "that night", "my gym day"; "the other day" is another."""
    if line.norm(k) not in ("day", "night") or line.norm(k - 1) == "other":
        return False
    return line.norm(k - 1) in _WHICH or line.at(k - 1).kind == "word" and line.norm(k - 2) in _WHICH
