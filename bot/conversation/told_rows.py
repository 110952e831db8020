"""The lines of the check card for what she answered in words that fill no field."""
from __future__ import annotations

import re
from typing import Any

from bot.conversation.wording import wording
from bot.diary.interview.draft import NOT_ASKED, UNANSWERED
from bot.diary.interview.prompts import prompts
from bot.understanding.bare_answer import is_bare

NO_WORDS = frozenset({*UNANSWERED.values(), NOT_ASKED, ""})
# A phrase of her own is told more of by adding to the account.
GOES_TO = {"tell_more": "add"}
# Words that came after the account, at its card: each stands for itself.
LATER = frozenset({"add", "check", "change_what", "unasked"})


def told_rows(entry: dict[str, Any]) -> list[dict[str, str]]:
    """{"field", "label", "value", "goes_to": the question that changes it}; of two answers to one question, the later."""
    found: dict[str, dict[str, str]] = {}
    for asked in entry["asked"]:
        key = asked["prompt"].rsplit(".", 1)[0]
        if key in LATER:
            if asked["answer"] not in NO_WORDS and asked["answer"] not in entry["account"]:
                found[asked["answer"]] = {"field": "add", "label": wording()["told"]["add"], "value": asked["answer"], "goes_to": "add"}
            continue
        label = wording()["told"].get(key)
        if label is None:
            continue
        found.pop(asked["text"], None)
        # "Yes" and "no" to what was said are no words of his.
        if asked["answer"] not in NO_WORDS and not (key == "said" and is_bare(asked["answer"])):
            found[asked["text"]] = {"field": key, "label": label.format(phrase=_phrase(key, asked["text"])), "value": asked["answer"],
                                    "goes_to": GOES_TO.get(key, key)}
    return list(found.values())


def _phrase(key: str, text: str) -> str:
    before, _, after = prompts()[key].text.partition("{phrase}")
    found = re.fullmatch(f"{re.escape(before)}(.*){re.escape(after)}", text, re.DOTALL)
    return found[1] if found and after else ""
