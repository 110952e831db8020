"""Another day in the same account, which may become a note of its own."""
from __future__ import annotations

import re
from datetime import datetime
from typing import Any

from bot.understanding.behaviours import find_behaviours
from bot.understanding.text_parts import TextParts, opening
from bot.understanding.when import told_days

A_DAY = re.compile(r"\d{4}-\d{2}-\d{2}[?~]?")


def other_days(entry: dict[str, Any]) -> list[str]:
    """Her own sentences about days other than the first; none where only one day is told.

    A day counts if it is a day of the calendar and something was done on it: "we split in 2021" tells of nothing else.
    """
    account, now = opening(entry["account"]), datetime.fromisoformat(entry["recorded_at"])
    parts = TextParts(account)
    first: str | None = None
    found: list[str] = []
    for when, (start, _) in told_days(account, now):
        day = (when.edtf or "").rstrip("?~")
        here = parts.sentence_at(start)
        if not A_DAY.fullmatch(when.edtf or "") or not find_behaviours(TextParts(account[slice(*here)])):
            continue
        if first is None or day == first:
            first = first or day
        elif (sentence := account[slice(*here)].strip()) not in found:
            found.append(sentence)
    return found
