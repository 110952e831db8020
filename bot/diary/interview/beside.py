"""Words that came with something else: with danger, a question, or distress. They are kept before that is answered."""
from __future__ import annotations

from dataclasses import replace
from typing import Any

from bot.diary.diary import Diary, corrects
from bot.diary.interview import draft as drafting
from bot.diary.interview.answering import facts_of
from bot.diary.interview.entry_facts import tell
from bot.diary.interview.plan import next_prompt
from bot.diary.interview.turn import Outcome, Turn, line
from bot.understanding.told_something import tells_of_deeds

# Fewer words than these are no telling: "he is here" says that there is danger, and no more. Where nothing was asked, it takes more.
LEAST, LEAST_MORE, LEAST_UNASKED = 6, 3, 9
# So many words with danger in them are a note where none is open; fewer where notes are kept already, and she is no longer only calling.
LEAST_FIRST, LEAST_KNOWN = 5, 4
PLAIN, WORDS = ("when", "kinds", "others", "keep", "told"), ("where", "who")
# What words may come with, and how few of a feeling are a cry, which is no part of an account.
DANGER, FEELING, QUESTION = "danger", "feeling", "question"
A_CRY = 9
FREE = ("account", "more", "add", "tell_more", "cue")
UNTOLD = (None, "safety", "account", "unfinished")


def keep_with_question(diary: Diary, turn: Turn, told: str) -> Outcome | None:
    """Keeps what is `told` beside a question: as the answer where it is one to the question that is open, else with the note.

    An account is kept whole, with what it asks: nothing of it is cut.
    """
    draft, alone = _open_draft(diary, turn), replace(turn, intent="tell", text=told)
    # Any words could be a place, a person or an effect: there, only a few are taken for the answer.
    answers = turn.prompt in PLAIN or turn.prompt in WORDS and len(told.split()) < LEAST
    if draft is not None and turn.prompt and answers and facts_of(alone):
        tell(draft, facts_of(alone), inferred=turn.prompt == "when")
        drafting.record(draft, turn.prompt, turn.text, turn.now)
        diary.save_draft(draft)
        return Outcome([line("kept_beside")], next_prompt(draft), draft["id"])
    return keep_beside(diary, replace(turn, intent="tell"), QUESTION, told)


def keep_beside(diary: Diary, turn: Turn, came_with: str = DANGER, told: str = "") -> Outcome | None:
    """Keeps the words of a turn that the interview does not take; what to say and where the talk then stands, None if nothing was kept.

    Nothing is read here, as a card may be waiting. `came_with`: DANGER, FEELING or QUESTION. After the last two the account is asked for
    again, unless something done is `told`: what of the words is no question.
    """
    tells = bool(told) and tells_of_deeds(told)
    length = len((turn.text if tells or not told else told).split())
    in_hand = diary.draft(turn.entry) if turn.entry else None
    if in_hand is not None and corrects(in_hand) and turn.prompt and LEAST_MORE <= len((told or turn.text).split()) < LEAST_UNASKED:
        # Too few for a note of their own: they stand beside the saved note that is being changed.
        drafting.note(in_hand, turn.prompt, turn.text, turn.now)
        diary.save_draft(in_hand)
        return Outcome([line("kept_beside")], turn.prompt, turn.entry, turn.cue)
    draft = None if turn.prompt == "unfinished" else _open_draft(diary, turn)
    if not turn.text or draft is None and length < _least(diary, turn, came_with != DANGER):
        return None
    cry = came_with == FEELING and length <= A_CRY
    if draft is None and cry:
        return None
    if draft is None:
        draft = drafting.begin_unread(diary.new_draft(), turn.text, turn.now)
        diary.save_draft(draft)
        if turn.prompt not in UNTOLD:
            return Outcome([line("kept_apart")], turn.prompt, turn.entry, turn.cue)
        return Outcome([line("kept_beside")], "account" if came_with != DANGER and not tells else "more", draft["id"])
    if turn.prompt not in FREE and came_with == DANGER:
        return _apart(diary, turn, length)
    if length >= (LEAST_MORE if turn.prompt in FREE else LEAST) and not cry:
        drafting.add_unread(draft, turn.text)
    if turn.prompt:
        drafting.note(draft, turn.prompt, turn.text, turn.now, drafting.phrase_of(draft, turn.cue))
    diary.save_draft(draft)
    return Outcome([line("kept_beside")], turn.prompt, turn.entry, turn.cue)


def _apart(diary: Diary, turn: Turn, length: int) -> Outcome | None:
    """What is happening now is no part of the note in hand: it waits in one of its own, to be gone on with or thrown away."""
    if length < LEAST:
        return None
    # One such note is enough, until it is gone on with.
    others = [diary.draft(d["id"]) for d in diary.unfinished() if d["id"] != turn.entry]
    waiting = next((draft for draft in others if draft is not None and draft["_"].get("unread")), None)
    diary.save_draft(drafting.add_unread(waiting, turn.text) if waiting else drafting.begin_unread(diary.new_draft(), turn.text, turn.now))
    return Outcome([line("kept_apart")], turn.prompt, turn.entry, turn.cue)


def _least(diary: Diary, turn: Turn, beside_question: bool) -> int:
    """How many words make a note where none is open."""
    if beside_question:
        return LEAST if turn.prompt in ("account", "safety") else LEAST_UNASKED
    return LEAST_KNOWN if turn.prompt not in ("account", "safety") and diary.last_entry_id() else LEAST_FIRST


def _open_draft(diary: Diary, turn: Turn) -> dict[str, Any] | None:
    """The note that is being told; not a correction in hand, whose account never changes."""
    draft = diary.draft(turn.entry) if turn.entry else None
    return draft if draft is not None and not corrects(draft) else None
