"""Answers, made where the diary's key is: the state of the conversation, the words of the outlines, one transaction for both."""
from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import asdict, replace
from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from bot.conversation.body import Said
from bot.conversation.desk import request_of, turn_of
from bot.conversation.hearing import Heard
from bot.conversation.opening import opening, reopening
from bot.conversation.placing import place
from bot.conversation.speaker import Message, Speaker
from bot.conversation.state import State
from bot.conversation.wording import wording
from bot.diary import conversations, turns
from bot.diary.diary import Diary
from bot.diary.erase import erase
from bot.diary.interview.beside import DANGER, FEELING, keep_beside, keep_with_question
from bot.diary.interview.prompts import prompts
from bot.diary.interview.turn import Outcome, Turn
from bot.diary.sessions import Open, touch
from bot.house import House
from bot.understanding.reading import INTERRUPTIONS

logger = logging.getLogger(__name__)
ERASE = {"say": "erase"}
OPENING_KEY = "opening"
BARE_CARD = "m-0"
# Questions that may be open without being shown: what is typed then answers no words that she has not seen.
WAITS = ("safety", "more")


class Replies:
    """Every method that answers is one transaction: what the person sees, and where the conversation stands then."""

    def __init__(self, house: House) -> None:
        self._house = house

    def stands(self, open_: Open) -> tuple[State, str | None]:
        """Where a conversation stands, and the question that is open, as the person saw it."""
        with self._house.factory.read() as db:
            state = State(**conversations.load(db, open_))
            if state.checking:
                return state, str(self._house.cards.check_question["text"])
            if state.prompt is None:
                return state, None
            cued = state.cue is not None and state.entry is not None
            draft = Diary(db, open_.diary_id, open_.diary_key).draft(str(state.entry)) if cued else None
        return state, prompts()[state.prompt].words(draft["_"]["cues"][int(state.cue or 0)] if draft else None)

    def begin(self, open_: Open, key: str, raw: bytes, request: dict[str, Any], now: datetime, lease: bool) -> int:
        """Seals a turn, and counts it as use of the session; the turn's number. `lease`: the action server is to have the diary's key."""
        with self._house.factory.begin() as db:
            touch(db, open_.conversation_id, now)
            if lease:
                self._house.leases.grant(db, open_)
            return turns.begin(db, open_, key, raw, request, now)

    def turn(self, open_: Open, state: State, said: Said, text: str, shown: str, heard: Heard, now: datetime) -> dict[str, Any]:
        """A turn as it is sealed for the diary, with what the page's log shows of it."""
        here = said if said.placed else state
        turn = Turn(heard.intent, text, now, prompt=here.prompt, entry=here.entry, cue=here.cue, values=said.values, label=said.label, card=said.card,
                    has_words=open_.has_words, noticed=heard.noticed)
        return {**request_of(turn), "shown": shown}

    def open_new(self, open_: Open, now: datetime) -> list[Message]:
        """The first messages of a new diary's session."""
        return self._opened(open_, now, opening)

    def open_again(self, open_: Open, now: datetime) -> list[Message]:
        """The first messages after the five words."""
        tries = self._house.door.tries(open_, now)

        def messages(speaker: Speaker) -> list[Message]:
            return reopening(speaker, tries, speaker.count_saved(), speaker.last_unfinished())

        return self._opened(open_, now, messages)

    def keep(self, open_: Open, number: int, heard: Heard, danger: bool) -> Outcome | None:
        """Keeps words that the interview is not given: those of an emergency or of distress, and what is told beside a question.

        None where there are none. A failure is only noted where a card waits: that must come whatever happens here.
        """
        if not heard.beside or not (danger or heard.pause or heard.intent in INTERRUPTIONS):
            return None
        try:
            with self._house.factory.begin() as db:
                turn = turns.current(db, open_.conversation_id, open_.diary_key)
                if turn is None or turn.number != number:
                    return None
                if turn.outcome is not None:
                    return Outcome(**turn.outcome)
                diary, said = Diary(db, open_.diary_id, open_.diary_key), turn_of(turn.request)
                if danger or heard.pause:
                    kept = keep_beside(diary, said, FEELING if heard.pause else DANGER)
                else:
                    kept = keep_with_question(diary, said, heard.beside)
                if kept is not None:
                    turns.record_outcome(db, open_.conversation_id, number, open_.diary_key, asdict(kept))
                return kept
        except Exception as wrong:  # noqa: BLE001
            if not danger:
                raise
            logger.error("Words beside a card could not be kept: %s", type(wrong).__name__)
            return None

    def card(self, open_: Open, number: int, state: State, kind: str, kept: Outcome | None, now: datetime) -> list[Message]:
        """The card for a danger; the open question and the unfinished note stay as they are."""
        # What comes next is read as an answer to whether there is danger still.
        here = replace(_moved(state, kept), checking=True, carded=kind, pausing=False)
        with self._house.factory.begin() as db:
            return self._write(db, open_, number, here, now, lambda speaker: speaker.say([{"say": "crisis", "kind": kind}, {"say": "carry_on"}]))

    def pause(self, open_: Open, number: int, state: State, kind: str, kept: Outcome | None, now: datetime) -> list[Message]:
        """The card for a feeling, and the choice to stop or to carry on; the question stays open."""
        here = replace(_moved(state, kept), checking=False, carded=None, pausing=True)
        says = [{"say": "crisis", "kind": kind}, *(kept.says if kept else []), {"say": "pause"}]
        with self._house.factory.begin() as db:
            return self._write(db, open_, number, here, now, lambda speaker: speaker.say(says))

    def bare_card(self, kind: str) -> Message:
        """The card alone, where nothing behind it works."""
        return {"v": 1, "id": BARE_CARD, **self._house.cards.card(kind)}

    def answer(self, open_: Open, number: int, state: State, outlines: list[dict[str, Any]], kept: Outcome | None, aside: str | None,
               check: bool, now: datetime) -> list[Message]:
        """What the dialogue says, then the card that belongs beside it, and the one question about danger."""
        fresh = replace(state, prompt=None, entry=None, cue=None, checking=False, carded=None, pausing=False, answered=None)
        said = [{"say": "crisis", "kind": aside}] if aside and all(o.get("kind") != aside for o in outlines) else []
        with self._house.factory.begin() as db:
            turn = turns.current(db, open_.conversation_id, open_.diary_key)
            outcome = Outcome(**turn.outcome) if turn is not None and turn.number == number and turn.outcome is not None else None
            if outcome is None or ERASE not in outcome.says:
                placed = place(outcome, kept, state, outlines)
                if check and placed and (placed[-1].get("prompt") in WAITS or placed[-1]["say"] == "menu"):
                    # One question at a time, as a "no" would answer both: whether there is danger goes first.
                    waits = placed.pop()
                    fresh.prompt, fresh.entry, fresh.cue = waits.get("prompt"), waits.get("entry"), waits.get("cue")
                asks = [{"say": "check_danger"}] if check else []
                return self._write(db, open_, number, fresh, now, lambda speaker: speaker.say(said + placed + asks))
            erased = self._speaker(db, open_, State(), now).message("status", wording()["erased"])
        erase(self._house.factory, open_.diary_id, now)
        return [erased]

    def kept_outcome(self, open_: Open, number: int) -> list[dict[str, Any]] | None:
        """What the diary said to a turn that it has taken, as outlines; None if it has not."""
        with self._house.factory.begin() as db:
            turn = turns.current(db, open_.conversation_id, open_.diary_key)
            if turn is None or turn.number != number or turn.outcome is None:
                if turn is not None and turn.number == number:
                    turns.forget(db, open_, number)
                self._house.leases.end(db, open_.conversation_id)
                return None
        prompt = turn.outcome["prompt"]
        return list(turn.outcome["says"]) + ([{"say": "prompt", "prompt": prompt}] if prompt else [])

    def log(self, open_: Open) -> list[dict[str, Any]]:
        """Everything said in this session, both ways."""
        said: list[dict[str, Any]] = []
        for request, answer in self._house.turns.history(open_):
            said += [{"from": "you", "text": request["shown"]}] if request["shown"] else []
            said += answer["messages"]
        return said

    def _opened(self, open_: Open, now: datetime, messages: Callable[[Speaker], list[Message]]) -> list[Message]:
        with self._house.factory.begin() as db:
            number = turns.begin(db, open_, OPENING_KEY, b"", {"shown": ""}, now)
            return self._write(db, open_, number, State(), now, messages)

    def _write(self, db: Session, open_: Open, number: int, state: State, now: datetime,
               messages: Callable[[Speaker], list[Message]]) -> list[Message]:
        house = self._house
        state.before = state.count
        said = messages(self._speaker(db, open_, state, now))
        turns.finish(db, open_, number, {"messages": said})
        conversations.save(db, open_, state.to_dict())
        house.leases.end(db, open_.conversation_id)
        return said

    def _speaker(self, db: Session, open_: Open, state: State, now: datetime) -> Speaker:
        house = self._house
        return Speaker(state, Diary(db, open_.diary_id, open_.diary_key), house.knowledge, house.cards, now,
                       lambda: house.door.give_words(db, open_))


def _moved(state: State, kept: Outcome | None) -> State:
    """Where the conversation stands once words were kept."""
    return state if kept is None else replace(state, prompt=kept.prompt, entry=kept.entry, cue=kept.cue)
