"""What a message tells of an incident, as far as it has to be learned: the Rasa side of bot/understanding/noticed.py."""
from __future__ import annotations

import inspect
from typing import Any, Dict, List, Optional, Text

import numpy as np
from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.constants import TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.adapters import account_head
from bot.adapters import ngrams as ngrams_module
from bot.adapters.encoder import ACCOUNT, shared_encoder
from bot.adapters.ngrams import Ngrams
from bot.understanding import noticed
from bot.understanding.accounts import fingerprint

NOTICED = "noticed"
FILE = "ngrams.npz"


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class AccountComponent(GraphComponent):
    """Sets `noticed` on every message: n-grams, and the encoder's head that EncoderFeaturizer brought, their scores added."""

    def __init__(self, storage: ModelStorage, resource: Resource, ngrams: Optional[Ngrams]) -> None:
        """`ngrams`: None until it is trained."""
        self._storage, self._resource, self._ngrams, self._encoder = storage, resource, ngrams, shared_encoder()

    @classmethod
    def create(cls, config: Dict[Text, Any], model_storage: ModelStorage, resource: Resource,
               execution_context: ExecutionContext) -> "AccountComponent":
        """An untrained component."""
        return cls(model_storage, resource, None)

    @classmethod
    def load(cls, config: Dict[Text, Any], model_storage: ModelStorage, resource: Resource,
             execution_context: ExecutionContext, **kwargs: Any) -> "AccountComponent":
        """A trained one."""
        with model_storage.read_from(resource) as folder:
            return cls(model_storage, resource, Ngrams.from_arrays(dict(np.load(folder / FILE, allow_pickle=False))))

    @classmethod
    def fingerprint_addon(cls, config: Dict[str, Any]) -> Optional[str]:
        """The labelled accounts are not among what Rasa looks at; a change retrains all the same."""
        return fingerprint() + "".join(inspect.getsource(module) for module in (ngrams_module, account_head, noticed))

    def train(self, training_data: TrainingData) -> Resource:
        """Fits the n-grams on bot/understanding/examples."""
        texts, right = account_head.lessons()
        self._ngrams = Ngrams.fit(texts, [""] * len(texts), right)
        with self._storage.write_to(self._resource) as folder:
            np.savez_compressed(folder / FILE, **self._ngrams.arrays())
        return self._resource

    def process(self, messages: List[Message]) -> List[Message]:
        """Reads each message by itself."""
        for message in messages:
            text = message.get(TEXT) or ""
            message.set(NOTICED, self._read(self._ngrams, text) if self._ngrams and text.strip() else {}, add_to_output=True)
        return messages

    def _read(self, ngrams: Ngrams, text: Text) -> Dict[Text, float]:
        """The scores of noticed.HEADS that may count, each the highest of any stretch of the text."""
        stretches = noticed.stretches(text)
        scores = self._encoder.scores(ACCOUNT, stretches) + ngrams.scores(stretches, [""] * len(stretches))
        return noticed.kept(scores.max(axis=0).tolist())


