"""An entry while it is being told."""
from __future__ import annotations

from datetime import datetime
from typing import Any

from bot.diary.interview.entry_facts import FIELDS, infer, missing
from bot.diary.interview.prompts import prompts
from bot.understanding.cues import find_cues
from bot.understanding.noticed import Scores, merged

# What stands in `asked` when a question was put and not answered.
UNANSWERED = {"not_known": "not known", "prefer_not": "prefer not to say", "skip": "skipped"}
NOT_ASKED = "not asked"
MOST_PHRASES = 5


def begin(draft: dict[str, Any], text: str, now: datetime, noticed: Scores | None = None) -> dict[str, Any]:
    """The first message of an account. `noticed`: see Turn."""
    return read(take_notice(begin_unread(draft, text, now), noticed), now)


def begin_unread(draft: dict[str, Any], text: str, now: datetime) -> dict[str, Any]:
    """The same where there is no time to read it: read_late does so at the next turn."""
    draft["_"] = {"done": [], "told": [], "inferred": [], "cues": [], "cues_used": [], "trail": [], "said": False, "hearsay": False,
                  "unread": True}
    draft["account"] = text
    draft["recorded_at"] = now.isoformat(timespec="seconds")
    return draft


def add(draft: dict[str, Any], text: str, now: datetime, noticed: Scores | None = None) -> dict[str, Any]:
    """One more message of the account; the ones before stay as they are."""
    return read(take_notice(add_unread(draft, text), noticed), now)


def add_unread(draft: dict[str, Any], text: str) -> dict[str, Any]:
    """The same where there is no time to read it."""
    draft["account"] += "\n" + text
    draft["_"]["unread"] = True
    return draft


def take_notice(draft: dict[str, Any], noticed: Scores | None) -> dict[str, Any]:
    """Adds what the learned readers made of a message of the account."""
    if noticed is not None:
        draft["_"]["noticed"] = merged(draft["_"].get("noticed", {}), noticed)
    return draft


def read_late(draft: dict[str, Any], now: datetime) -> dict[str, Any]:
    """Reads what was kept in haste, by the rules alone. It fills gaps, and takes no place or date of what was told before."""
    if not draft["_"].get("unread"):
        return draft
    draft["_"]["ruled"] = True
    before = {name: draft[name] for name in FIELDS if not missing(draft, name) and not isinstance(draft[name], list)}
    read(draft, now)
    draft.update(before)
    return draft


def read(draft: dict[str, Any], now: datetime) -> dict[str, Any]:
    """Reads the account again, and finds phrases of hers to come back to."""
    draft["_"]["unread"] = False
    infer(draft, now)
    if "cue" not in draft["_"]["done"]:
        # Those found before keep their places, as a question may be open about one of them.
        before = draft["_"]["cues"]
        draft["_"]["cues"] = [*before, *(cue for cue in find_cues(draft["account"]) if cue not in before)][: max(MOST_PHRASES, len(before))]
    return draft


def record(draft: dict[str, Any], prompt: str, answer: str, now: datetime, phrase: str | None = None) -> None:
    """Keeps the exact question beside the answer, which has then been put."""
    note(draft, prompt, answer, now, phrase)
    draft["_"].setdefault("trail", []).append(prompt)
    if prompt not in draft["_"]["done"]:
        draft["_"]["done"].append(prompt)


def is_said(draft: dict[str, Any], prompt: str, answer: str, phrase: str | None = None) -> bool:
    """Whether this is what stands already as the newest answer to a question."""
    asked = prompts()[prompt]
    told = [a["answer"] for a in draft["asked"] if (a["prompt"], a["text"]) == (asked.id, asked.words(phrase))]
    return told[-1:] == [answer]


def note(draft: dict[str, Any], prompt: str, words: str, now: datetime, phrase: str | None = None) -> None:
    """Keeps words that came while a question was open and did not answer it: beside that question, which stays open."""
    asked = prompts()[prompt]
    draft["asked"].append({"prompt": asked.id, "text": asked.words(phrase), "answer": words, "at": now.isoformat(timespec="seconds")})


def phrase_of(draft: dict[str, Any], cue: str | None) -> str | None:
    """Her phrase that `tell_more` asks about."""
    return None if cue is None else str(draft["_"]["cues"][int(cue)])


def finish(draft: dict[str, Any], names: dict[str, str], now: datetime) -> None:
    """Says of every question that was never put, and whose fact is missing, that it was not asked."""
    for prompt, name in names.items():
        if prompt not in draft["_"]["done"] and missing(draft, name):
            asked = prompts()[prompt]
            draft["asked"].append({"prompt": asked.id, "text": asked.text, "answer": NOT_ASKED, "at": now.isoformat(timespec="seconds")})
