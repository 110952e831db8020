"""Which question comes next: only what is missing, each at most once."""
from __future__ import annotations

from typing import Any

from bot.diary.interview.entry_facts import missing
from bot.understanding.place import may_be_anywhere

# Question, and the field of the entry it is there to fill.
GAPS = (("when", "when"), ("where", "place"), ("who", "person"), ("kinds", "behaviours"), ("said", None), ("others", "witnesses"),
        ("source", None), ("impact", "impact"), ("keep", "evidence_mentioned"), ("told", "reported"))
GAP_FIELDS = {prompt: name for prompt, name in GAPS if name}
SPOKEN = {"contact", "threats", "publishing", "approach_family_or_work", "impersonation"}
MOST_CUES = 3


def next_prompt(draft: dict[str, Any]) -> str:
    """The key of the next question, `check` when nothing is missing."""
    progress = draft["_"]
    if "cue" not in progress["done"] and progress["cues"]:
        return "cue"
    for prompt, name in GAPS:
        if prompt in progress["done"]:
            continue
        if name and missing(draft, name) or prompt == "where" and _place_moves(draft):
            return prompt
        if prompt == "said" and _words_missing(draft) or prompt == "source" and progress["hearsay"]:
            return prompt
    return "check"


def _place_moves(draft: dict[str, Any]) -> bool:
    """Whether all that the account tells of the place is a thing that stands anywhere: where that was is still asked."""
    return "place" in draft["_"]["inferred"] and may_be_anywhere(draft["place"])


def _words_missing(draft: dict[str, Any]) -> bool:
    return bool(SPOKEN.intersection(draft["behaviours"])) and not draft["_"]["said"]
