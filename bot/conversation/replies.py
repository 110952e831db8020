"""Answers, made where the diary's key is: the state of the conversation, the words of the outlines, one transaction for both."""
from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from bot.conversation.body import Said
from bot.conversation.desk import request_of
from bot.conversation.opening import opening, reopening
from bot.conversation.speaker import Message, Speaker
from bot.conversation.state import State
from bot.diary import conversations, turns
from bot.diary.diary import Diary
from bot.diary.interview.prompts import prompts
from bot.diary.interview.turn import Turn
from bot.diary.sessions import Open, touch
from bot.house import House

OPENING_KEY = "opening"
BARE_CARD = "m-0"


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

    def turn(self, open_: Open, state: State, said: Said, text: str, shown: str, intent: str, now: datetime) -> dict[str, Any]:
        """A turn as it is sealed for the diary, with what the page's log shows of it."""
        place = said if said.placed else state
        turn = Turn(intent, text, now, prompt=place.prompt, entry=place.entry, cue=place.cue, values=said.values, label=said.label, card=said.card,
                    has_words=open_.has_words)
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

    def card(self, open_: Open, number: int, state: State, kind: str, now: datetime) -> list[Message]:
        """The card for a danger; the open question and the unfinished note stay as they are."""
        # What comes next is read as an answer to whether there is danger still.
        state.checking = True
        with self._house.factory.begin() as db:
            return self._write(db, open_, number, state, now, lambda speaker: speaker.say([{"say": "crisis", "kind": kind}, {"say": "carry_on"}]))

    def bare_card(self, kind: str) -> Message:
        """The card alone, where nothing behind it works."""
        return {"v": 1, "id": BARE_CARD, **self._house.cards.card(kind)}

    def answer(self, open_: Open, number: int, state: State, outlines: list[dict[str, Any]], aside: str | None, check: bool,
               now: datetime) -> list[Message]:
        """What the dialogue says, then the card that belongs beside it, and the one question about danger."""
        fresh = replace(state, prompt=None, entry=None, cue=None, checking=False)
        said = [{"say": "crisis", "kind": aside}] if aside and all(o.get("kind") != aside for o in outlines) else []
        asks = [{"say": "check_danger"}] if check else []
        with self._house.factory.begin() as db:
            placed = _placed(turns.current(db, open_.conversation_id, open_.diary_key), number, state, outlines)
            return self._write(db, open_, number, fresh, now, lambda speaker: speaker.say(said + placed + asks))

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
        speaker = Speaker(state, Diary(db, open_.diary_id, open_.diary_key), house.knowledge, house.cards, now,
                          lambda: house.door.give_words(db, open_))
        said = messages(speaker)
        turns.finish(db, open_, number, {"messages": said})
        conversations.save(db, open_, state.to_dict())
        house.leases.end(db, open_.conversation_id)
        return said


def _placed(turn: turns.CurrentTurn | None, number: int, state: State, outlines: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Questions, each with the note it is about: the diary's own, or the one that was open before something came between."""
    outcome = turn.outcome if turn is not None and turn.number == number else None
    place = {"entry": state.entry, "cue": state.cue} if outcome is None else {"entry": outcome["entry"], "cue": outcome["cue"]}
    return [{**o, **place} if o["say"] == "prompt" else o for o in outlines]
