"""Words added to a saved note: its account stays, so they stand beside it, with what they tell. They may become a note of their own."""
from __future__ import annotations

from datetime import datetime
from typing import Any

from bot.diary.interview import draft as drafting
from bot.diary.interview.entry_facts import FIELDS, missing, plain, tell
from bot.understanding.incident import read_incident
from bot.understanding.noticed import Scores

LISTS = ("behaviours", "evidence_mentioned")


def add_words(copy: dict[str, Any], prompt: str, text: str, now: datetime, noticed: Scores | None = None) -> None:
    """Puts words beside the account of a correction in hand. What they tell fills gaps, and adds to lists; it replaces nothing.

    `prompt`: the question that was open, `unasked` where none was.
    """
    progress = copy["_"]
    progress.setdefault("added", {"words": [], "before": {name: copy[name] for name in FIELDS}, "inferred": list(progress["inferred"])})
    progress["added"]["words"].append(text)
    drafting.note(copy, prompt, text, now)
    told = read_incident(text, now, noticed=noticed)
    found = {name: plain(getattr(told, name)) for name in FIELDS}
    joined = {name: [*copy[name], *(v for v in found[name] if v not in copy[name])] for name in LISTS if set(found[name]) - set(copy[name])}
    tell(copy, {**{k: v for k, v in found.items() if missing(copy, k) and v not in (None, [])}, **joined}, inferred=True)


def take_out(copy: dict[str, Any]) -> str:
    """The words added, taken out of the correction again with what they told; "" where there are none."""
    progress = copy["_"]
    added = progress.pop("added", None)
    if added is None:
        return ""
    copy.update(added["before"])
    progress["inferred"] = added["inferred"]
    copy["asked"] = [a for a in copy["asked"] if a["answer"] not in added["words"]]
    return "\n".join(added["words"])
