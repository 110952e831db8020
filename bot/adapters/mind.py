"""The loaded model, as the exchange sees it: it parses words in memory, and its dialogue never gets to see them."""
from __future__ import annotations

import asyncio
import logging
from typing import Any, Callable, Dict, List, Optional, Text

from rasa.core.agent import Agent
from rasa.core.channels.channel import OutputChannel, UserMessage

from bot.conversation.exchange import MindAway
from bot.safety.assessment import assessed

logger = logging.getLogger(__name__)
WITHHELD = "[withheld]"
SECONDS = 20.0
DANGER = ("emergency", "self_harm")
MUST_SAY = {"ask": ("answer", "text"), "find_service": ("service", "forces")}


class Outlines(OutputChannel):
    """Collects what the dialogue says. Anything but an outline of ours is dropped: no text may come from elsewhere."""

    def __init__(self) -> None:
        """Nothing yet."""
        self.said: List[Dict[Text, Any]] = []

    @classmethod
    def name(cls) -> Text:
        """As the dialogue knows it."""
        return "daybook"

    async def send_response(self, recipient_id: Text, message: Dict[Text, Any]) -> None:
        """Takes the `custom` part."""
        outline = message.get("custom")
        if isinstance(outline, dict) and "say" in outline:
            self.said.append(outline)


class RasaMind:
    """`agent` gives the loaded agent, or None while there is none. `forget` drops a tracker: where a talk stands is kept by the
    exchange, so a dialogue that broke off may always begin anew."""

    def __init__(self, agent: Callable[[], Optional[Agent]], forget: Callable[[str], None] = lambda conversation_id: None) -> None:
        """Nothing is loaded here."""
        self._agent, self._forget = agent, forget

    def _ready(self) -> Agent:
        agent = self._agent()
        if agent is None or not agent.is_ready():
            raise MindAway
        return agent

    async def parse(self, text: str, asked: Optional[str]) -> Dict[str, Any]:
        """See Mind. A leading slash would be a command to Rasa; here it is only a sign that somebody typed."""
        processor = self._ready().processor
        assert processor is not None
        try:
            data = await processor.parse_message(UserMessage(text.lstrip("/ \n\t") or text.replace("/", "-"), metadata={"asked": asked}))
        except Exception as wrong:  # noqa: BLE001  whatever it was, its message may hold what was typed
            logger.error("The model failed: %s", type(wrong).__name__)
            raise MindAway from None
        found = data.get("safety") or {"level": "none", "signals": [], "rules": []}
        topic = next((e["value"] for e in data["entities"] if e["entity"] == "topic"), None)
        intent = data["intent"]["name"] or "tell"
        if intent in DANGER and found["level"] != "emergency":
            # The classifier alone does not take over: bot/safety is asked, and its threshold is measured. One question is.
            intent, found = "tell", {**found, "level": "check"}
        return {"intent": intent, "confidence": float(data["intent"]["confidence"]), "topic": topic, "topic_shares": data.get("topic_shares") or {},
                "noticed": data.get("noticed") or {}, "safety": assessed(found["level"], found["signals"], found["rules"])}

    async def reply(self, conversation_id: str, parsed: Dict[str, Any]) -> List[Dict[str, Any]]:
        """See Mind."""
        agent, out = self._ready(), Outlines()
        entities = [{"entity": "topic", "value": parsed["topic"]}] if parsed.get("topic") else []
        known = {"text": WITHHELD, "intent": {"name": parsed["intent"], "confidence": parsed["confidence"]}, "entities": entities}
        message = UserMessage(WITHHELD, out, conversation_id, parse_data=known, input_channel=Outlines.name())
        try:
            await asyncio.wait_for(agent.handle_message(message), SECONDS)
        except Exception as wrong:  # noqa: BLE001
            logger.error("The dialogue failed: %s", type(wrong).__name__)
            raise await self._broken(conversation_id) from None
        # Rasa goes on as if nothing were when an action fails; what should have been said is then missing.
        if parsed["intent"] in MUST_SAY and not any(o["say"] in MUST_SAY[parsed["intent"]] for o in out.said):
            raise await self._broken(conversation_id)
        if any(outline in out.said[:n] for n, outline in enumerate(out.said)):
            # A form whose action failed falls back again and again.
            raise await self._broken(conversation_id)
        return out.said

    async def _broken(self, conversation_id: str) -> MindAway:
        """What is raised for a dialogue that broke off; the next turn finds none of it."""
        try:
            await asyncio.to_thread(self._forget, conversation_id)
        except Exception as wrong:  # noqa: BLE001
            logger.error("A dialogue could not be dropped: %s", type(wrong).__name__)
        return MindAway()
