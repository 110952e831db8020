"""The sentence encoder as a Rasa featurizer: tuned when the model is trained, put in place when it is loaded."""
from __future__ import annotations

import inspect
from typing import Any, Dict, List, Optional, Text

import numpy as np
from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.constants import FEATURIZER_CLASS_ALIAS
from rasa.nlu.featurizers.dense_featurizer.dense_featurizer import DenseFeaturizer
from rasa.shared.nlu.constants import FEATURE_TYPE_SENTENCE, TEXT
from rasa.shared.nlu.training_data.features import Features
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.adapters import account_head, encoder_layers, tuning
from bot.adapters import lessons as lessons_of
from bot.adapters.encoder import shared_encoder
from bot.safety import learned, passages
from bot.safety.examples import examples, fingerprint
from bot.understanding import accounts

WEIGHTS = "encoder.npz"


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.MESSAGE_FEATURIZER, is_trainable=True)
class EncoderFeaturizer(DenseFeaturizer, GraphComponent):
    """Sets one dense sentence feature of shape (1, 384) on every message with text."""

    def __init__(self, config: Dict[Text, Any], name: Text, storage: ModelStorage, resource: Resource) -> None:
        """Holds the process's one encoder."""
        super().__init__(name, config)
        self._storage, self._resource, self._encoder = storage, resource, shared_encoder()

    @classmethod
    def create(cls, config: Dict[Text, Any], model_storage: ModelStorage, resource: Resource,
               execution_context: ExecutionContext) -> "EncoderFeaturizer":
        """Rasa wires these parameters by name."""
        return cls(config, execution_context.node_name, model_storage, resource)

    @classmethod
    def load(cls, config: Dict[Text, Any], model_storage: ModelStorage, resource: Resource, execution_context: ExecutionContext,
             **kwargs: Any) -> "EncoderFeaturizer":
        """Puts the tuned layers into the process's encoder."""
        with model_storage.read_from(resource) as folder:
            shared_encoder().tune(dict(np.load(folder / WEIGHTS, allow_pickle=False)))
        return cls(config, execution_context.node_name, model_storage, resource)

    @classmethod
    def fingerprint_addon(cls, config: Dict[str, Any]) -> Optional[str]:
        """The examples and the code of the tuning are not among what Rasa looks at; a change retrains all the same."""
        code = (tuning, lessons_of, encoder_layers, learned, passages, account_head)
        return fingerprint() + accounts.fingerprint() + "".join(inspect.getsource(module) for module in code)

    def train(self, training_data: TrainingData) -> Resource:
        """Tunes the upper layers on bot/safety/examples and on the intents, then reads bot/understanding/examples with them."""
        arrays = tuning.fit(lessons_of.lessons(examples(), training_data.intent_examples))
        self._encoder.tune(arrays)
        arrays.update(account_head.fit(self._encoder))
        self._encoder.tune(arrays)
        with self._storage.write_to(self._resource) as folder:
            np.savez(folder / WEIGHTS, **arrays)
        return self._resource

    def process(self, messages: List[Message]) -> List[Message]:
        """Adds the vectors, in one batch."""
        told = [m for m in messages if m.get(TEXT)]
        for message, vector in zip(told, self._encoder.encode([m.get(TEXT) for m in told])):
            message.add_features(Features(vector[None, :], FEATURE_TYPE_SENTENCE, TEXT, self._config[FEATURIZER_CLASS_ALIAS]))
        return messages

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        """The same for the training examples."""
        self.process(training_data.training_examples)
        return training_data

    @classmethod
    def validate_config(cls, config: Dict[Text, Any]) -> None:
        """Nothing to configure."""
