"""The first messages of a session, before anything was typed."""
from __future__ import annotations

from typing import Any

from bot.conversation.speaker import Message, Speaker
from bot.conversation.wording import wording


def opening(speaker: Speaker) -> list[Message]:
    """Who is talking, what this is not, 999, and whether it is safe to write."""
    return [speaker.message("text", text) for text in wording()["opening"]] + speaker.say([{"say": "prompt", "prompt": "safety"}])


def reopening(speaker: Speaker, tries: dict[str, int], saved: int, unfinished: str | None) -> list[Message]:
    """After her words were right: the limits again, who else has tried, and what was left unfinished.

    `tries`: {"opened": times in 7 days, "failed": wrong tries in 7 days}. `unfinished`: the id of an open draft.
    """
    text = wording()
    notes = text["no_notes"] if not saved else text["one_note"] if saved == 1 else text["many_notes"].format(count=saved)
    failed = text["failed_some"].format(count=times(tries["failed"])) if tries["failed"] else text["failed_none"]
    said = [speaker.message("text", text["opening"][0]),
            speaker.message("status", f"{text['opened'].format(entries=notes)} "
                                      f"{text['opened_times'].format(opened=times(tries['opened']), failed=failed)}")]
    next_: list[dict[str, Any]] = [{"say": "prompt", "prompt": "unfinished", "entry": unfinished}] if unfinished else [{"say": "menu"}]
    return said + speaker.say(next_)


def times(count: int) -> str:
    """1 time, 3 times."""
    return str(wording()["once"]) if count == 1 else str(wording()["times"].format(count=count))
