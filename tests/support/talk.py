"""A conversation without a server: the exchange, the diary and a dialogue that hands every turn to where rules.yml hands it."""
from __future__ import annotations

import asyncio
import uuid
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict
from datetime import datetime, timezone
from typing import Any

from bot.conversation.body import canonical, read_body
from bot.conversation.exchange import Exchange, MindAway
from bot.conversation.replies import Replies
from bot.diary.diary import Diary
from bot.house import House
from bot.knowledge.forces import FORCES
from bot.safety.assessment import NOTHING, Assessment
from bot.understanding.reading import settle

NOW = datetime(2026, 2, 11, 10, 30, tzinfo=timezone.utc)
MENU = {"say": "menu"}
AROUND = {"ask": {"say": "answer", "topic": "stalking_law"}, "find_service": {"say": "service", "service": "any"},
          "greet": {"say": "text", "text": "greeting"},
          "thank": {"say": "text", "text": "thanks"}, "leave": {"say": "text", "text": "leave"}, "see_diary": {"say": "diary"},
          "take_copy": {"say": "text", "text": "copy"}, "distress": {"say": "crisis", "kind": "distress"},
          "out_of_scope": {"say": "text", "text": "not_understood"}}


class FakeMind:
    """`guess`, `topic`: what the classifier makes of the next message, before the rules of reading.py; `felt`: what safety says. `told`: the
    intent and the topic that the dialogue was last told, which are all that it is told."""

    def __init__(self, house: House) -> None:
        self._house = house
        self.guess, self.felt, self.away = "tell", NOTHING, False
        self.topic: str | None = None
        self.told: tuple[str, str | None] = ("", None)
        self.topic_shares: dict[str, float] = {}

    async def parse(self, text: str, asked: str | None) -> dict[str, Any]:
        return {"intent": settle(self.guess, 0.9, text, asked), "confidence": 0.9, "topic": self.topic,
                "topic_shares": self.topic_shares, "safety": self.felt}

    async def reply(self, conversation_id: str, parsed: dict[str, Any]) -> list[dict[str, Any]]:
        if self.away:
            raise MindAway
        self.told = (parsed["intent"], parsed["topic"])
        if parsed["intent"] in ("ask", "find_service") and parsed["topic"]:
            return [_of_topic(parsed["intent"], parsed["topic"]), MENU]
        if parsed["intent"] in AROUND:
            return [AROUND[parsed["intent"]], MENU]
        outcome = await asyncio.to_thread(self._house.desk.take, conversation_id)
        return [*outcome.says, *([{"say": "prompt", "prompt": outcome.prompt}] if outcome.prompt else [])]


def _of_topic(intent: str, topic: str) -> dict[str, Any]:
    """As the actions say it."""
    name, _, part = topic.partition("/")
    if name == FORCES:
        return {"say": "forces", "region": part}
    return {"say": "answer", "topic": name, "part": part} if intent == "ask" else {"say": "service", "service": name}


class Talk:
    """Somebody at the page; `messages` are the newest."""

    def __init__(self, house: House) -> None:
        self.house, self.mind = house, FakeMind(house)
        self._exchange = Exchange(house, self.mind)
        opened = house.sessions.begin(NOW)
        self.token, self.open = opened.token, opened.open
        self.replies = Replies(house)
        self.messages = self.replies.open_new(opened.open, NOW)

    def say(self, text: str, guess: str = "tell", felt: Assessment = NOTHING, topic: str | None = None) -> Talk:
        self.mind.guess, self.mind.felt, self.mind.topic = guess, felt, topic
        return self._send({"text": text})

    def pick(self, label: str) -> Talk:
        return self.choose(self.option(label))

    def option(self, label: str) -> str:
        options = [o for m in self.messages for o in m.get("options", [])]
        options += [{"id": r["change"], "label": f"Change: {r['label']}"} for m in self.messages for r in m.get("rows", [])]
        return str(next(o["id"] for o in options if o["label"] == label))

    def choose(self, option: str) -> Talk:
        return self._send({"choice": option})

    def fill(self, card: str, **values: str) -> Talk:
        return self._send({"card": card, "values": values})

    def to(self, question: str) -> Talk:
        """Skips until a question is open."""
        for _ in range(20):
            if self.state()["prompt"] == question:
                return self
            labels = [o["label"] for m in self.messages for o in m.get("options", [])]
            self.pick(next(label for label in ("No, that is all", "Move on", "Skip") if label in labels))
        raise AssertionError(f"{question} never came: {self.text()}")

    def told(self, account: str, question: str = "check") -> Talk:
        return self.say("yes", "affirm").say(account).to(question)

    def saved(self, account: str) -> Talk:
        return self.told(account).pick("Save this").pick("Yes, I have them")

    def state(self) -> dict[str, Any]:
        return asdict(self.replies.stands(self.open)[0])

    def text(self) -> str:
        return "\n".join(m["text"] for m in self.messages)

    def types(self) -> list[str]:
        return [m["type"] for m in self.messages]

    def drafts(self) -> list[dict[str, Any]]:
        with self.house.factory.read() as db:
            return Diary(db, self.open.diary_id, self.open.diary_key).drafts()

    def entries(self) -> list[dict[str, Any]]:
        with self.house.factory.read() as db:
            return Diary(db, self.open.diary_id, self.open.diary_key).entries()

    def asked(self) -> list[tuple[str, str]]:
        return [(a["prompt"].rsplit(".", 1)[0], a["answer"]) for a in (self.drafts() or self.entries())[-1]["asked"]]

    def _send(self, body: dict[str, Any]) -> Talk:
        taken = self._exchange.take(lambda: self.house.sessions.find(self.token, NOW), str(uuid.uuid4()), canonical(body), read_body(body), NOW)
        # In a thread of its own: the browser's tests leave a loop running in this one.
        with ThreadPoolExecutor(1) as thread:
            self.messages = thread.submit(asyncio.run, taken).result()
        return self
