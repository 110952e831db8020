"""How often a told time is read as the person who told it meant it.

A line of the set is {"id", "author", "now", "text", "first", "last", "time"}: the first and last day meant (both null
where no day can be known), and the time of day as "16:00" or "18:00-30:00", counted from the first day's midnight,
or null.
"""

from __future__ import annotations

import json
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

from bot.evaluation.row import Row, counted
from bot.understanding.dates.values import LONDON
from bot.understanding.when import When, read_when

_HOUR = timedelta(hours=1)
_NIGHT_ENDS = timedelta(hours=7)


def evaluate(path: str | Path) -> list[Row]:
    """Three figures: the day right (or rightly unknown), the time right to the hour, and no date made up where none
    was told.
    """
    days, hours, none = [], [], []
    for line in Path(path).read_text(encoding="utf-8").splitlines():
        case = json.loads(line)
        found = read_when(case["text"], datetime.fromisoformat(case["now"]))
        right, told = day_right(case, found), f"{case['text']} (at {case['now'][:16]})"
        days.append((told, right))
        if case["first"] is None:
            none.append((told, found is None))
        elif case["time"]:
            hours.append((told, right and hour_right(case, found)))
    return [counted("when: right", days), counted("when: right to the hour", hours), counted("when: nothing made up", none)]


def day_right(case: dict[str, Any], found: When | None) -> bool:
    """One day must be that day (its night may run on); of several days at least half must be shared."""
    if case["first"] is None or found is None or found.earliest is None or found.latest is None:
        return case["first"] is None and found is None
    first, last = date.fromisoformat(case["first"]), date.fromisoformat(case["last"])
    start, end = found.earliest.date(), (found.latest - _NIGHT_ENDS).date()
    if first == last:
        told = {(found.edtf or "")[:10], start.isoformat()}
        # A time past midnight of the night meant is on the calendar's next day; midnight is the end of one and the start of the other.
        clock = case["time"] or ""
        meant = {(first + timedelta(days=late)).isoformat() for late in (clock > "24:00", clock >= "24:00")}
        return bool(meant & told) and (end - start).days <= 1 and end <= first
    end = max(end, start)
    shared = (min(end, last) - max(start, first)).days + 1
    return shared > 0 and shared / ((max(end, last) - min(start, first)).days + 1) >= 0.5


def hour_right(case: dict[str, Any], found: When | None) -> bool:
    """Both ends within an hour of a time; of a part of the day, within two hours.

    A time of several days may come back on each of them ("every evening since Wednesday"): then its end is told from
    the last day's midnight, and not from the first day's.
    """
    if found is None or found.earliest is None or found.latest is None:
        return False
    ends = case["time"].split("-")
    slack = _HOUR if len(ends) == 1 else 2 * _HOUR
    latest_meant = [min(_moment(day, ends[-1]), datetime.fromisoformat(case["now"])) for day in (case["first"], case["last"])]
    near = any(abs(found.latest - end) <= slack + timedelta(minutes=1) for end in latest_meant)
    return near and abs(found.earliest - _moment(case["first"], ends[0])) <= slack


def _moment(day: str, told: str) -> datetime:
    hour, minute = map(int, told.split(":"))
    return (datetime.combine(date.fromisoformat(day), time()) + timedelta(hours=hour, minutes=minute)).replace(
        tzinfo=LONDON
    )
