"""A line of the check card emptied, as she asks: "take out Colin"."""
from __future__ import annotations

from bot.diary.diary import Diary
from bot.diary.interview import draft as drafting
from bot.diary.interview.entry_facts import told_nothing
from bot.diary.interview.turn import Outcome, Turn, line
from bot.diary.interview.unclear import understood
from bot.understanding.correction import taken_out


def take_line_out(diary: Diary, turn: Turn) -> Outcome | None:
    """What comes of it; None where the turn asks for no such thing."""
    draft = diary.draft(turn.entry) if turn.prompt == "check" and turn.entry and not turn.chosen else None
    name = taken_out(turn.text, draft) if draft is not None else None
    if draft is None or name is None:
        return None
    understood(draft)
    draft[name] = None
    told_nothing(draft, name)
    drafting.note(draft, "check", turn.text, turn.now)
    diary.save_draft(draft)
    return Outcome([line("taken_out_line")], "check", draft["id"])
