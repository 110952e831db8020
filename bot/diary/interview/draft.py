"""An entry while it is being told."""
from __future__ import annotations

from datetime import datetime
from typing import Any

from bot.diary.interview.entry_facts import infer, missing
from bot.diary.interview.prompts import prompts
from bot.understanding.cues import find_cues

# What stands in `asked` when a question was put and not answered.
UNANSWERED = {"not_known": "not known", "prefer_not": "prefer not to say", "skip": "skipped"}
NOT_ASKED = "not asked"


def begin(draft: dict[str, Any], text: str, now: datetime) -> dict[str, Any]:
    """The first message of an account."""
    draft["_"] = {"done": [], "told": [], "inferred": [], "cues": [], "cues_used": [], "said": False, "hearsay": False, "more_days": False}
    draft["account"] = text
    draft["recorded_at"] = now.isoformat(timespec="seconds")
    return read(draft, now)


def add(draft: dict[str, Any], text: str, now: datetime) -> dict[str, Any]:
    """One more message of the account; the ones before stay as they are."""
    draft["account"] += "\n" + text
    return read(draft, now)


def read(draft: dict[str, Any], now: datetime) -> dict[str, Any]:
    """Reads the account again, and finds phrases of hers to come back to."""
    infer(draft, now)
    if "cue" not in draft["_"]["done"]:
        draft["_"]["cues"] = find_cues(draft["account"])
    return draft


def record(draft: dict[str, Any], prompt: str, answer: str, now: datetime, phrase: str | None = None) -> None:
    """Keeps the exact question beside the answer."""
    asked = prompts()[prompt]
    draft["asked"].append({"prompt": asked.id, "text": asked.words(phrase), "answer": answer, "at": now.isoformat(timespec="seconds")})
    if prompt not in draft["_"]["done"]:
        draft["_"]["done"].append(prompt)


def finish(draft: dict[str, Any], names: dict[str, str], now: datetime) -> None:
    """Says of every question that was never put, and whose fact is missing, that it was not asked."""
    for prompt, name in names.items():
        if prompt not in draft["_"]["done"] and missing(draft, name):
            asked = prompts()[prompt]
            draft["asked"].append({"prompt": asked.id, "text": asked.text, "answer": NOT_ASKED, "at": now.isoformat(timespec="seconds")})
