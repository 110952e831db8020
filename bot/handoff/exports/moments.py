"""Dates and times as a person reads them on paper, in UK time."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

UK = ZoneInfo("Europe/London")
_MINUTE = timedelta(minutes=1)


def local(moment: str | datetime) -> datetime:
    """An aware moment (ISO 8601 with an offset, or a datetime) in UK time. ValueError if it has no offset."""
    found = datetime.fromisoformat(moment.replace("Z", "+00:00")) if isinstance(moment, str) else moment
    if found.tzinfo is None:
        raise ValueError("a moment without an offset")
    return found.astimezone(UK)


def day(moment: datetime, text: dict[str, Any]) -> str:
    """Tuesday 31 March 2026"""
    return f"{text['days'][moment.weekday()]} {moment.day} {text['months'][moment.month - 1]} {moment.year}"


def clock(moment: datetime, text: dict[str, Any]) -> str:
    """5:30pm; 6pm on the hour."""
    minutes = f":{moment.minute:02d}" if moment.minute else ""
    return f"{moment.hour % 12 or 12}{minutes}{text['am'] if moment.hour < 12 else text['pm']}"


def stamp(moment: str | datetime, text: dict[str, Any]) -> str:
    """Tuesday 31 March 2026, 5:30pm BST. The zone's name tells apart the hour that comes twice in October."""
    here = local(moment)
    return f"{text['when']['moment'].format(day=day(here, text), clock=clock(here, text))} {here.tzname()}"


def understood(when: dict[str, Any], text: dict[str, Any]) -> str | None:
    """How a date was read, from its bounds: a day, a moment, hours of a day, or days. None without bounds."""
    if not when.get("earliest") or not when.get("latest"):
        return None
    start, end = local(when["earliest"]), local(when["latest"])
    form = text["when"]
    whole_days = start.time().isoformat("minutes") == "00:00" and end.time().isoformat("minutes") == "23:59"
    if whole_days and start.date() == end.date():
        read = day(start, text)
    elif whole_days:
        read = form["between"].format(start=day(start, text), end=day(end, text))
    elif end - start < _MINUTE:
        read = form["moment"].format(day=day(start, text), clock=clock(start, text))
    elif start.date() == end.date():
        read = form["hours"].format(day=day(start, text), start=clock(start, text), end=clock(end, text))
    else:
        read = form["between"].format(
            start=form["moment"].format(day=day(start, text), clock=clock(start, text)),
            end=form["moment"].format(day=day(end, text), clock=clock(end, text)),
        )
    return str(form["about"].format(what=read)) if when.get("approximate") else read
