"""Which question is open after a turn: the diary's next one, or, where something came between, the one that was open before."""
from __future__ import annotations

from typing import Any

from bot.conversation.state import State
from bot.diary.interview.turn import Outcome

Outline = dict[str, Any]


def place(outcome: Outcome | None, kept: Outcome | None, state: State, outlines: list[Outline]) -> list[Outline]:
    """The outlines of a turn, each question with the note that it is about.

    `outcome`: what the diary said to the turn, None where something else answered it. `kept`: the same, where only words beside a
    question were kept. An interruption never closes a question, whatever the dialogue believes to be open.
    """
    if outcome is not None and kept is None:
        # The diary's own word for it; the dialogue only carries it.
        return [*(o for o in outlines if o["say"] != "prompt"), *_question(outcome)]
    open_ = kept or state
    said = [o for o in (*(kept.says if kept else []), *outlines) if o["say"] != "prompt"]
    if open_.prompt is None:
        return said if any(o["say"] in ("menu", "after") for o in said) else [*said, {"say": "menu"}]
    return [*(o for o in said if o["say"] != "menu"), *_question(open_)]


def _question(open_: Outcome | State) -> list[Outline]:
    return [{"say": "prompt", "prompt": open_.prompt, "entry": open_.entry, "cue": open_.cue}] if open_.prompt else []
