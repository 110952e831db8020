"""Settles the intent by the question that was open: the Rasa side of bot/understanding/reading.py."""
from __future__ import annotations

from typing import Any, Dict, List, Text

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.constants import ENTITIES, INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message

from bot.adapters.intent_component import TOPIC, topic_entity
from bot.understanding.reading import settle, settle_unsure


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=False)
class ReadingComponent(GraphComponent):
    """Needs `asked` in the message's metadata: the text of the open question, or nothing."""

    @classmethod
    def create(cls, config: Dict[Text, Any], model_storage: ModelStorage, resource: Resource,
               execution_context: ExecutionContext) -> "ReadingComponent":
        """Nothing to configure."""
        return cls()

    def process(self, messages: List[Message]) -> List[Message]:
        """Replaces the intent, and its topic with it, where the rules know better."""
        for message in messages:
            found = message.get(INTENT) or {"name": None, "confidence": 0.0}
            ranked = message.get("intent_ranking") or [found]
            best = next((r for r in ranked if r["name"] != "nlu_fallback"), found)
            asked = (message.get("metadata") or {}).get("asked")
            read = settle_unsure if found["name"] == "nlu_fallback" else settle
            name = read(str(best["name"]), float(best["confidence"]), message.get(TEXT) or "", asked)
            message.set(INTENT, {"name": name, "confidence": float(best["confidence"])}, add_to_output=True)
            topics = message.get("topics") or {}
            others = [e for e in message.get(ENTITIES, []) if e.get("entity") != TOPIC]
            told = [topic_entity(message, topics[name])] if name in topics else []
            message.set(ENTITIES, others + told, add_to_output=True)
        return messages
