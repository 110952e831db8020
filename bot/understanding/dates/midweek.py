"""Midweek: Tuesday to Thursday of the week told beside it."""

from __future__ import annotations

from datetime import date, timedelta

from bot.understanding.dates.tokens import Line
from bot.understanding.dates.values import Days, Now, Piece, days_between

_THURSDAY = 3
_NEAR = 5
"""The week stands so few words from it; by itself "midweek" is of no known week."""


def read_midweek(line: Line, i: int, now: Now) -> Piece | None:
    after = line.after_any(i, "midweek", "mid week", "in midweek", "in the midweek")
    told = [line.norm(k) for k in (*range(i - _NEAR, i), *range(after, after + _NEAR))]
    if after == i or "week" not in told:
        return None
    back = 0 if now.today.weekday() >= _THURSDAY else 7
    monday = now.today - timedelta(days=now.today.weekday() + back)
    return Piece(midweek_of(monday), i, after)


def midweek_of(monday: date) -> Days:
    """Tuesday to Thursday of the week that begins on a Monday."""
    return days_between(monday + timedelta(days=1), monday + timedelta(days=3), unit="midweek", fuzzy=True)
