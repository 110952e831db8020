"""One message's way through: danger first, then the diary's store, then the dialogue, and an answer back."""
from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import datetime
from typing import Any, Protocol

from sqlalchemy.exc import SQLAlchemyError

from bot.conversation.body import Body
from bot.conversation.hearing import hear
from bot.conversation.replies import Replies
from bot.conversation.speaker import Message
from bot.diary.interview.turn import Outcome
from bot.diary.sessions import Open
from bot.house import House
from bot.safety import rules
from bot.safety.assessment import NOTHING
from bot.safety.cards import REFUSES, aside, choose

Parsed = dict[str, Any]
Outline = dict[str, Any]
DANGER: Parsed = {"intent": "emergency", "confidence": 1.0, "topic": None}


class Mind(Protocol):
    """The loaded model and its dialogue."""

    async def parse(self, text: str, asked: str | None) -> Parsed:
        """{"intent", "confidence", "topic", "safety": Assessment} of a text. Raises MindAway."""

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
        danger = choose(rules.assess(body.text)) if body.text else None
        try:
            open_ = await asyncio.to_thread(find)
            return await self._one_at_a_time(open_.conversation_id, lambda: self._turn(open_, key, raw, body, danger, now))
        except (SQLAlchemyError, MindAway):
            if danger is None:
                raise
            return [self._replies.bare_card(danger)]

    async def _turn(self, open_: Open, key: str, raw: bytes, body: Body, danger: str | None, now: datetime) -> list[Message]:
        turns = self._house.turns
        answer, state, asked = await asyncio.to_thread(lambda: (turns.answered(open_, key, raw), *self._replies.stands(open_)))
        if answer is not None:
            return list(answer["messages"])
        said, shown = body.said(state, now), body.logged(state)
        danger = danger or (choose(rules.assess(body.text, asked)) if body.text else None) or said.danger
        parsed = said.parsed or (DANGER if danger else await self._mind.parse(body.text, asked))
        felt = parsed.get("safety", NOTHING)
        heard = replace(hear(parsed["intent"], felt, body.text, state, now), noticed=parsed.get("noticed"))
        if state.checking and not said.placed:
            # The last question was about danger: yes and no are answers to it, and not to the one before.
            danger = danger or ("emergency" if heard.intent == "affirm" else None)
            heard = replace(heard, intent="carry_on") if heard.intent == "deny" else heard
        if state.pausing and not said.placed and heard.intent in ("affirm", "deny"):
            # Stop, or carry on: neither yes nor no answers the question that waits.
            heard = replace(heard, intent="carry_on")
        danger = danger or choose(felt)
        request = self._replies.turn(open_, state, said, body.text, shown, heard, now)
        number = await asyncio.to_thread(self._replies.begin, open_, key, raw, request, now, lease=danger is None and not heard.pause)
        kept = await asyncio.to_thread(self._replies.keep, open_, number, heard, bool(danger))
        if danger:
            return await asyncio.to_thread(self._replies.card, open_, number, state, danger, kept, now)
        if heard.pause:
            return await asyncio.to_thread(self._replies.pause, open_, number, state, heard.pause, kept, now)
        card = aside(felt)
        refused = card in REFUSES and heard.intent in ("ask", "find_service")
        outlines = [] if refused else await self._dialogue(open_, number, {**parsed, "intent": heard.intent}, kept)
        check = felt.level == "check" or heard.asks_for_help
        return await asyncio.to_thread(self._replies.answer, open_, number, state, outlines, kept, card, check, now)

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


