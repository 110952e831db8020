"""Puts facts into a draft: those read from her words, marked as inferred, and those she gave as an answer."""
from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import Any

from bot.understanding.behaviours import BEHAVIOURS
from bot.understanding.evidence import EVIDENCE
from bot.understanding.incident import read_day
from bot.understanding.short_answers import says_nothing

FIELDS = ("when", "place", "behaviours", "person", "evidence_mentioned", "witnesses", "reported", "police_reference", "impact")


def plain(value: Any) -> Any:
    """A fact as it stands in an ENTRY: dicts, lists and plain values."""
    if hasattr(value, "to_dict"):
        return value.to_dict()
    return list(value) if isinstance(value, tuple) else value


def missing(entry: dict[str, Any], name: str) -> bool:
    """Whether nothing is known for a field: None, or an empty list (False means she said no)."""
    return entry.get(name) is None or entry.get(name) == []


def day_of(entry: dict[str, Any]) -> str:
    """The day of a note as the calendar has it; "" where none is known."""
    return ((entry.get("when") or {}).get("edtf") or "").rstrip("?~")


def infer(draft: dict[str, Any], now: datetime) -> None:
    """Reads the account. What she answered or corrected herself is never replaced."""
    progress = draft["_"]
    day = day_of(draft) if "when" in progress["told"] else ""
    found = read_day(draft["account"], now, progress.get("noticed"), day)
    if progress.get("ruled"):
        # Not every message was read by the learned readers: what a rule finds is enough then.
        ruled = read_day(draft["account"], now, day=day)
        found = replace(found, behaviours=_both(BEHAVIOURS, found.behaviours, ruled.behaviours),
                        evidence_mentioned=_both(EVIDENCE, found.evidence_mentioned, ruled.evidence_mentioned))
    for name in FIELDS:
        value = plain(getattr(found, name))
        if name in progress["told"] or value is None or value == []:
            continue
        draft[name] = value
        if name not in progress["inferred"]:
            progress["inferred"].append(name)
    progress.update(said=found.said or says_nothing(draft["account"]), hearsay=found.hearsay)


def _both(kinds: tuple[str, ...], one: tuple[str, ...], other: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(kind for kind in kinds if kind in one or kind in other)


def tell(draft: dict[str, Any], facts: dict[str, Any], inferred: bool = False) -> None:
    """Takes facts from an answer; they stand over anything inferred from the account before."""
    progress = draft["_"]
    for name, value in facts.items():
        if name not in FIELDS or value is None:
            continue
        draft[name] = plain(value)
        progress["told"] = sorted({*progress["told"], name})
        progress["inferred"] = [f for f in progress["inferred"] if f != name]
        if inferred:
            progress["inferred"].append(name)


def told_nothing(draft: dict[str, Any], name: str) -> None:
    """She took a fact out herself: it is not read from the account again."""
    progress = draft["_"]
    progress["told"] = sorted({*progress["told"], name})
    progress["inferred"] = [f for f in progress["inferred"] if f != name]
