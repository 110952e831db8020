"""Days and times as people read them: 20 November 2026, 5:30pm."""
from __future__ import annotations

from datetime import datetime
from functools import lru_cache
from importlib import resources
from typing import Any

import yaml

from bot.knowledge.hours import LONDON


@lru_cache(maxsize=1)
def phrases() -> dict[str, Any]:
    """The fixed words of phrases.yml."""
    return dict(yaml.safe_load(resources.files(__package__).joinpath("phrases.yml").read_text("utf-8")))


def plain_date(iso: str) -> str:
    """"2024-05-10" as "10 May 2024"; a month or a year stays one ("2024-05" is "May 2024")."""
    parts = [int(part) for part in iso.split("-")]
    words = [str(parts[0])]
    if len(parts) > 1:
        words.insert(0, phrases()["months"][parts[1] - 1])
    if len(parts) > 2:
        words.insert(0, str(parts[2]))
    return " ".join(words)


def plain_moment(at: datetime) -> str:
    """A local day and time, without the year: "Monday 16 February at 9:30am"."""
    local = at.astimezone(LONDON)
    half = "am" if local.hour < 12 else "pm"
    minutes = f":{local.minute:02d}" if local.minute else ""
    day, month = phrases()["days"][local.weekday()], phrases()["months"][local.month - 1]
    return f"{day} {local.day} {month} at {local.hour % 12 or 12}{minutes}{half}"
