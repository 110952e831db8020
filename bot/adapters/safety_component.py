"""Is this person in danger: the Rasa side of bot/safety, last in the pipeline."""
from __future__ import annotations

from typing import Any, Dict, List, Optional, Text

import numpy as np
from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.constants import INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.adapters.encoder import shared_encoder
from bot.safety import rules
from bot.safety.assessment import NOTHING, Assessment, merge
from bot.safety.examples import examples, fingerprint
from bot.safety.learned import LearnedSafety

SAFETY = "safety"
WEIGHTS = "safety.npz"


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class SafetyComponent(GraphComponent):
    """Sets `safety` on every message, and the intent where there is an emergency. Rules and learned signals only raise each other."""

    def __init__(self, storage: ModelStorage, resource: Resource, learned: Optional[LearnedSafety]) -> None:
        """Without `learned`, the rules stand alone."""
        self._storage, self._resource, self._learned, self._encoder = storage, resource, learned, shared_encoder()

    @classmethod
    def create(cls, config: Dict[Text, Any], model_storage: ModelStorage, resource: Resource,
               execution_context: ExecutionContext) -> "SafetyComponent":
        """An untrained component."""
        return cls(model_storage, resource, None)

    @classmethod
    def load(cls, config: Dict[Text, Any], model_storage: ModelStorage, resource: Resource,
             execution_context: ExecutionContext, **kwargs: Any) -> "SafetyComponent":
        """A trained one."""
        with model_storage.read_from(resource) as folder:
            return cls(model_storage, resource, LearnedSafety.from_arrays(np.load(folder / WEIGHTS, allow_pickle=False)))

    @classmethod
    def fingerprint_addon(cls, config: Dict[str, Any]) -> Optional[str]:
        """The examples are not among Rasa's training data; a change of them retrains all the same."""
        return fingerprint()

    def train(self, training_data: TrainingData) -> Resource:
        """Fits on bot/safety/examples."""
        told = examples()
        self._learned = LearnedSafety.fit(self._encoder.encode([e.text for e in told]), told)
        with self._storage.write_to(self._resource) as folder:
            np.savez(folder / WEIGHTS, **self._learned.to_arrays())
        return self._resource

    def process(self, messages: List[Message]) -> List[Message]:
        """Reads `asked` in the metadata: the question that was put, as it was seen."""
        for message in messages:
            text = message.get(TEXT) or ""
            found = self._assess(text, (message.get("metadata") or {}).get("asked"))
            message.set(SAFETY, {"level": found.level, "signals": list(found.signals), "rules": list(found.rules)}, add_to_output=True)
            if found.level == "emergency":
                name = "self_harm" if "self_harm" in found.signals and "emergency" not in found.signals else "emergency"
                message.set(INTENT, {"name": name, "confidence": 1.0}, add_to_output=True)
        return messages

    def _assess(self, text: Text, asked: Optional[Text]) -> Assessment:
        if not text.strip():
            return NOTHING
        by_rule = rules.assess(text, asked)
        return by_rule if self._learned is None else merge(by_rule, self._learned.assess(self._encoder.encode([text])[0]))
