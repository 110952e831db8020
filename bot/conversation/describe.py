"""An entry's fields in plain words, for the check card and the list of notes."""
from __future__ import annotations

from datetime import datetime
from typing import Any

from bot.conversation.wording import wording

MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December")


def day(moment: datetime) -> str:
    """10 February 2026"""
    return f"{moment.day} {MONTHS[moment.month - 1]} {moment.year}"


def clock(moment: datetime) -> str:
    """5:30pm; 6pm on the hour."""
    minutes = f":{moment.minute:02d}" if moment.minute else ""
    return f"{moment.hour % 12 or 12}{minutes}{'am' if moment.hour < 12 else 'pm'}"


def when(value: dict[str, Any] | None) -> str:
    """How a date was understood, with her own words for it first."""
    if not value:
        return str(wording()["not_said"])
    start, end = (datetime.fromisoformat(value[k]) if value.get(k) else None for k in ("earliest", "latest"))
    if start is None or end is None:
        return str(value["as_told"])
    text = wording()
    hours = (end - start).total_seconds() / 3600
    if start.date() != end.date():
        understood = text["between"].format(start=day(start), end=day(end))
    elif hours > 20:
        understood = day(start)
    elif hours < 0.1:
        understood = f"{day(start)}, {clock(start)}"
    else:
        understood = f"{day(start)}, {text['between'].format(start=clock(start), end=clock(end))}"
    if value.get("approximate"):
        understood = text["about"].format(what=understood)
    return str(text["exactly"].format(as_told=value["as_told"], understood=understood))


def value_of(entry: dict[str, Any], name: str) -> str:
    """One field as a person reads it; `not said` where nothing was given."""
    text, value = wording(), entry.get(name)
    if name == "when":
        return when(value)
    if value is None or value == []:
        return str(text["not_said"])
    if isinstance(value, bool):
        return str(text["yes" if value else "no"])
    if name in ("behaviours", "evidence_mentioned"):
        labels = text["behaviours" if name == "behaviours" else "evidence"]
        return ", ".join(labels.get(item, item) for item in value)
    return str(value)
