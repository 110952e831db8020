"""Letters and calls filled in from the notes: dates, kinds, references and the police force, and nothing of her own words."""
from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from typing import Any

from bot.conversation import describe
from bot.conversation.wording import wording

Entry = dict[str, Any]
# So many dates stand in a letter, the newest of them; the others are counted.
MOST_DATES = 20
_A_DAY = 86_400


def told(entries: Sequence[Entry], force_of: Callable[[str], str | None]) -> dict[str, str]:
    """What the saved notes tell for each of bot.knowledge.model.SLOTS, by its name; a blank in brackets where they do not.

    `force_of`: the name of a place's police force, None where that is not sure. A force is named only where all notes point at one.
    """
    say = wording()["letters"]
    kept = [entry for entry in entries if entry["status"] == "saved"]
    dated = sorted((entry for entry in kept if _is_dated(entry)), key=lambda entry: _ends(entry)[0])
    forces = _distinct(force_of(entry["place"]) for entry in kept if entry["place"])
    found = dict(say["blanks"])
    found |= {"force": forces[0]} if len(forces) == 1 else {}
    found |= {"reference": ", ".join(numbers)} if (numbers := _distinct(entry["police_reference"] for entry in kept)) else {}
    found |= {"first": _day(dated[0]), "last": _day(dated[-1]), "dates": _dates(dated)} if dated else {}
    found |= {"count": say["one"] if len(kept) == 1 else say["many"].format(count=len(kept))} if kept else {}
    return found


def written(paragraphs: Iterable[str], slots: dict[str, str]) -> str:
    """The whole text, a blank line between paragraphs."""
    return "\n\n".join(paragraph.format(**slots) for paragraph in paragraphs)


def _dates(dated: Sequence[Entry]) -> str:
    say, shown = wording()["letters"], dated[-MOST_DATES:]
    rows = [_row(entry) for entry in shown]
    rows += [say["more_dates"].format(count=len(dated) - len(shown))] if len(dated) > len(shown) else []
    return "\n".join([say["dates"], *rows])


def _row(entry: Entry) -> str:
    say = wording()["letters"]
    kinds = ", ".join(say["kinds"][kind] for kind in entry["behaviours"])
    return str(say["date_row" if kinds else "date_alone"].format(day=_day(entry), what=kinds))


def _day(entry: Entry) -> str:
    """The day or days as they were understood, without the time and without her words for it."""
    start, end = _ends(entry)
    # A night that runs past midnight is told by the day on which it began.
    if (end - start).total_seconds() < _A_DAY:
        return describe.day(start)
    return str(wording()["between"].format(start=describe.day(start), end=describe.day(end)))


def _is_dated(entry: Entry) -> bool:
    when = entry["when"] or {}
    return bool(when.get("earliest") and when.get("latest"))


def _ends(entry: Entry) -> tuple[datetime, datetime]:
    earliest, latest = (datetime.fromisoformat(entry["when"][key]) for key in ("earliest", "latest"))
    return earliest, latest


def _distinct(values: Iterable[str | None]) -> list[str]:
    return list(dict.fromkeys(value for value in values if value))
