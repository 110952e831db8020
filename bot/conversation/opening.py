"""The first messages of a session, before anything was typed."""
from __future__ import annotations

from typing import Any

from bot.conversation.speaker import Message, Speaker
from bot.conversation.wording import wording


def opening(speaker: Speaker) -> list[Message]:
    """Who is talking, what this is not, 999, and whether it is safe to write."""
    return [speaker.message("text", text) for text in wording()["opening"]] + speaker.say([{"say": "prompt", "prompt": "safety"}])


def reopening(speaker: Speaker, tries: dict[str, int], saved: int, unfinished: str | None) -> list[Message]:
    """After her words were right: the limits again, how often the notes were opened, and what was left unfinished.

    `tries`: of the right words in 7 days, {"opened": times, "too_soon": times the door stayed shut}. `unfinished`: the id of an open draft.
    """
    text = wording()
    notes = text["no_notes"] if not saved else text["one_note"] if saved == 1 else text["many_notes"].format(count=saved)
    known = [text["opened"].format(entries=notes), text["opened_times"].format(opened=times(tries["opened"]))]
    known += [text["too_soon"].format(count=times(tries["too_soon"]))] if tries["too_soon"] else []
    said = [speaker.message("text", text["opening"][0]), speaker.message("status", " ".join(known))]
    next_: list[dict[str, Any]] = [{"say": "prompt", "prompt": "unfinished", "entry": unfinished}] if unfinished else [{"say": "menu"}]
    return said + speaker.say(next_)


def times(count: int) -> str:
    """1 time, 3 times."""
    return str(wording()["once"]) if count == 1 else str(wording()["times"].format(count=count))
