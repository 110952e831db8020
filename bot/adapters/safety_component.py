"""Is this person in danger: the Rasa side of bot/safety, last in the pipeline."""
from __future__ import annotations

from typing import Any, Dict, List, Optional, Text

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.constants import INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message

from bot.adapters.encoder import SentenceEncoder, shared_encoder
from bot.safety import learned, rules
from bot.safety.assessment import NOTHING, Assessment, merge
from bot.safety.passages import passages

SAFETY = "safety"


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=False)
class SafetyComponent(GraphComponent):
    """Sets `safety` on every message, and the intent where there is an emergency. Rules and learned signals only raise each other."""

    def __init__(self) -> None:
        """The encoder is tuned by EncoderFeaturizer, which comes before."""
        self._encoder = shared_encoder()

    @classmethod
    def create(cls, config: Dict[Text, Any], model_storage: ModelStorage, resource: Resource,
               execution_context: ExecutionContext) -> "SafetyComponent":
        """Nothing of its own to load."""
        return cls()

    def process(self, messages: List[Message]) -> List[Message]:
        """Reads `asked` in the metadata: the question that was put, as it was seen."""
        for message in messages:
            found = assess(self._encoder, message.get(TEXT) or "", (message.get("metadata") or {}).get("asked"))
            message.set(SAFETY, {"level": found.level, "signals": list(found.signals), "rules": list(found.rules)}, add_to_output=True)
            if found.level == "emergency":
                name = "self_harm" if "self_harm" in found.signals and "emergency" not in found.signals else "emergency"
                message.set(INTENT, {"name": name, "confidence": 1.0}, add_to_output=True)
        return messages


def assess(encoder: SentenceEncoder, text: Text, asked: Optional[Text]) -> Assessment:
    """Rules and learned signals together."""
    if not text.strip():
        return NOTHING
    return merge(rules.assess(text, asked), learned.assess(encoder.danger(passages(text)).tolist()))
