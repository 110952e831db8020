"""One message's way through: danger first, then the diary's store, then the dialogue, and an answer back."""
from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import datetime
from typing import Any, Protocol

from sqlalchemy.exc import SQLAlchemyError

from bot.conversation.body import Body
from bot.conversation.english_only import with_english_only
from bot.conversation.follow_up import leaning, together
from bot.conversation.hearing import after_card, hear, spared
from bot.conversation.nearest import with_nearest
from bot.conversation.police import naming_police, with_police
from bot.conversation.replies import Replies
from bot.conversation.speaker import Message
from bot.conversation.state import State
from bot.conversation.who_for import fitting
from bot.diary.interview.turn import Outcome
from bot.diary.sessions import Open
from bot.house import House
from bot.safety import rules
from bot.safety.assessment import NOTHING, Assessment, by_rule
from bot.safety.cards import REFUSES, aside, choose
from bot.understanding.reading import question_beside

Parsed = dict[str, Any]
Outline = dict[str, Any]
# Once she has said that there is no danger, a faint sign in this many messages asks nothing again.
CALM_FOR = 8
# Where an account is told.
TOLD_AT = (None, "safety", "account", "more", "add")
DANGER: Parsed = {"intent": "emergency", "confidence": 1.0, "topic": None}


class Mind(Protocol):
    """The loaded model and its dialogue."""

    async def parse(self, text: str, asked: str | None) -> Parsed:
        """{"intent", "confidence", "topic", "topic_shares": {name: share}, "safety": Assessment} of a text. Raises MindAway."""

    async def reply(self, conversation_id: str, parsed: Parsed) -> list[Outline]:
        """What the dialogue says, as outlines. It is told what a message is, never its words. Raises MindAway."""


class MindAway(Exception):
    """The model is not loaded, or the dialogue or its action server failed."""


class Exchange:
    """Turns of all sessions; those of one conversation go one after another."""

    def __init__(self, house: House, mind: Mind) -> None:
        self._house, self._mind, self._replies = house, mind, Replies(house)
        self._waiting: dict[str, tuple[asyncio.Lock, int]] = {}

    async def take(self, find: Callable[[], Open], key: str, raw: bytes, body: Body, now: datetime) -> list[Message]:
        """The messages that answer one request.

        Raises NoSession, OtherBody, UnknownChoice, BadBody, MindAway or SQLAlchemyError; in the last two cases the same
        key may be sent again, and nothing is done twice.
        """
        seen = rules.reading(body.typed)
        try:
            open_ = await asyncio.to_thread(find)
            return await self._one_at_a_time(open_.conversation_id, lambda: self._turn(open_, key, raw, body, seen, now))
        except (SQLAlchemyError, MindAway):
            # Nothing can be asked now: what a rule would only ask about gets its card as well.
            found = seen(None)
            card = choose(found) or aside(found) or ("emergency" if found.level == "check" else None)
            if card is None:
                raise
            return [self._replies.bare_card(card)]

    async def _turn(self, open_: Open, key: str, raw: bytes, body: Body, seen: Callable[[str | None], Assessment],
                    now: datetime) -> list[Message]:
        turns = self._house.turns
        answer, state, asked = await asyncio.to_thread(lambda: (turns.answered(open_, key, raw), *self._replies.stands(open_)))
        if answer is not None:
            return list(answer["messages"])
        said, shown = body.said(state, now), body.logged(state)
        danger = choose(seen(asked)) or said.danger
        parsed = said.parsed or (DANGER if danger else await self._parsed(body.text, asked, state))
        felt = spared(parsed.get("safety", NOTHING), body.text, state.prompt)
        text = "" if said.placed else body.text
        heard = replace(hear(parsed["intent"], felt, text, state, now), noticed=parsed.get("noticed"))
        if state.carded and text:
            heard, again = after_card(heard, text, state)
            danger = danger or again
        if state.checking and not said.placed:
            # The last question was about danger: yes and no are answers to it, and not to the one before.
            danger = danger or ("emergency" if heard.intent == "affirm" else None)
            heard = replace(heard, intent="carry_on") if heard.intent == "deny" else heard
        if state.checking and heard.intent == "carry_on" and not heard.asks_for_help:
            state.calm_to = state.count + CALM_FOR
        if state.pausing and not said.placed and heard.intent in ("affirm", "deny"):
            # Stop, or carry on: neither yes nor no answers the question that waits.
            heard = replace(heard, intent="carry_on")
        danger = danger or choose(felt)
        request = self._replies.turn(open_, state, said, text, shown, heard, now)
        number = await asyncio.to_thread(self._replies.begin, open_, key, raw, request, now, lease=danger is None and not heard.pause)
        kept = await asyncio.to_thread(self._replies.keep, open_, number, heard, bool(danger))
        if danger:
            return await asyncio.to_thread(self._replies.card, open_, number, state, danger, kept, now)
        if heard.pause:
            return await asyncio.to_thread(self._replies.pause, open_, number, state, heard.pause, kept, now)
        card = aside(felt)
        refused = card in REFUSES and heard.intent in ("ask", "find_service")
        outlines = [] if refused else await self._dialogue(open_, number, {**parsed, "intent": heard.intent}, kept)
        outlines = with_police(with_nearest(outlines, parsed, self._house.knowledge), parsed)
        outlines = with_english_only(outlines, text, state)
        check = heard.asks_for_help or felt.level == "check" and (state.count > state.calm_to or by_rule(felt))
        return await asyncio.to_thread(self._replies.answer, open_, number, state, outlines, kept, card, check, now)

    async def _parsed(self, text: str, asked: str | None, state: State) -> Parsed:
        """What a text is, where the last answer, the places and what it tells of the person are taken into account."""
        knowledge = self._house.knowledge
        alone, both = await self._with_question(await self._mind.parse(text, asked), text, state), together(text, state, knowledge)
        found = leaning(alone, await self._mind.parse(both, None) if both else None, text, state, knowledge)
        return naming_police(fitting(found, text, knowledge), text, state, knowledge)

    async def _with_question(self, parsed: Parsed, text: str, state: State) -> Parsed:
        """`parsed`, of a long account that asks something as well: with what it asks, so that this is answered while the account is kept."""
        question = question_beside(text) if parsed["intent"] == "tell" and state.prompt in TOLD_AT else ""
        found = await self._mind.parse(question, None) if question else parsed
        if found["intent"] not in ("ask", "find_service"):
            return parsed
        return {**parsed, **{name: found[name] for name in ("intent", "topic", "topic_shares") if name in found}}

    async def _dialogue(self, open_: Open, number: int, parsed: Parsed, kept: Outcome | None) -> list[Outline]:
        """What the dialogue says. If it fails once the diary has taken the turn, the diary's own words stand in."""
        try:
            outlines = await self._mind.reply(open_.conversation_id, parsed)
        except MindAway:
            outlines = [{"say": "failed"}]
        if outlines and all(o["say"] != "failed" for o in outlines):
            return outlines
        if kept is not None:
            return []
        stood_in = await asyncio.to_thread(self._replies.kept_outcome, open_, number)
        if stood_in is None:
            raise MindAway
        return stood_in

    async def _one_at_a_time(self, conversation_id: str, work: Callable[[], Awaitable[list[Message]]]) -> list[Message]:
        lock, users = self._waiting.get(conversation_id, (asyncio.Lock(), 0))
        self._waiting[conversation_id] = (lock, users + 1)
        try:
            async with lock:
                return await work()
        finally:
            lock, users = self._waiting.pop(conversation_id)
            if users > 1:
                self._waiting[conversation_id] = (lock, users - 1)


