"""Is this person in danger: the Rasa side of bot/safety, last in the pipeline."""
from __future__ import annotations

import inspect
from typing import Any, Dict, List, Optional, Text

import numpy as np
from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.constants import INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.adapters import lessons
from bot.adapters import ngrams as ngrams_module
from bot.adapters.encoder import shared_encoder
from bot.adapters.ngrams import Ngrams
from bot.adapters.signal_reader import SignalReader
from bot.safety import learned, rules
from bot.safety import passages as passages_module
from bot.safety.assessment import NOTHING, Assessment, merge
from bot.safety.examples import examples, fingerprint
from bot.safety.passages import passages
from bot.safety.past import tells_of_the_past
from bot.understanding import accounts

SAFETY = "safety"
NGRAMS = "ngrams.npz"


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class SafetyComponent(GraphComponent):
    """Sets `safety` on every message, and the intent where there is an emergency. Rules and learned signals only raise each other."""

    def __init__(self, storage: ModelStorage, resource: Resource, reader: Optional[SignalReader]) -> None:
        """`reader`: None until it is trained. The encoder is tuned by EncoderFeaturizer, which comes before."""
        self._storage, self._resource, self.reader = storage, resource, reader

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
            ngrams = Ngrams.from_arrays(dict(np.load(folder / NGRAMS, allow_pickle=False)))
        return cls(model_storage, resource, SignalReader(shared_encoder(), ngrams))

    @classmethod
    def fingerprint_addon(cls, config: Dict[str, Any]) -> Optional[str]:
        """The examples are not among what Rasa looks at; a change retrains all the same."""
        code = (ngrams_module, lessons, learned, passages_module)
        return fingerprint() + accounts.fingerprint() + "".join(inspect.getsource(module) for module in code)

    def train(self, training_data: TrainingData) -> Resource:
        """Fits the n-grams on bot/safety/examples, on what people ask, and on accounts of what is over."""
        told = lessons.with_calm(lessons.signals_of(examples()), training_data.intent_examples)
        ngrams = Ngrams.fit(told.texts, told.kinds, told.wanted)
        with self._storage.write_to(self._resource) as folder:
            np.savez_compressed(folder / NGRAMS, **ngrams.arrays())
        self.reader = SignalReader(shared_encoder(), ngrams)
        return self._resource

    def process(self, messages: List[Message]) -> List[Message]:
        """Reads `asked` in the metadata: the question that was put, as it was seen."""
        for message in messages:
            found = self._assess(message.get(TEXT) or "", (message.get("metadata") or {}).get("asked"))
            message.set(SAFETY, {"level": found.level, "signals": list(found.signals), "rules": list(found.rules)}, add_to_output=True)
            if found.level == "emergency":
                name = "self_harm" if "self_harm" in found.signals and "emergency" not in found.signals else "emergency"
                message.set(INTENT, {"name": name, "confidence": 1.0}, add_to_output=True)
        return messages

    def _assess(self, text: Text, asked: Optional[Text]) -> Assessment:
        """Rules and learned signals together."""
        if not text.strip():
            return NOTHING
        learned_signals = learned.assess(self.reader.scores(passages(text), asked).tolist(), tells_of_the_past(text)) if self.reader else NOTHING
        return merge(rules.assess(text, asked), learned_signals)
