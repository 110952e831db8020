"""Which answer or which service a question is about: the retrieval intents ask/<topic> and find_service/<id>.

Rasa's ResponseSelector would train a DIET network for this; a logistic regression over the same vectors is fitted at once.
"""
from __future__ import annotations

import json
from typing import Any, Dict, List, Text

import numpy as np
from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.constants import ENTITIES, INTENT, INTENT_RESPONSE_KEY, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.adapters.encoder import shared_encoder

TOPIC = "topic"


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class TopicComponent(GraphComponent):
    """Adds an entity `topic` to a message whose intent has topics. Weights: intent -> (topics, W (n, 384), b (n,))."""

    def __init__(self, storage: ModelStorage, resource: Resource, weights: Dict[Text, Any]) -> None:
        """Starts with the weights of a trained model, or with none."""
        self._storage, self._resource, self._weights, self._encoder = storage, resource, weights, shared_encoder()

    @classmethod
    def create(cls, config: Dict[Text, Any], model_storage: ModelStorage, resource: Resource,
               execution_context: ExecutionContext) -> "TopicComponent":
        """An untrained component."""
        return cls(model_storage, resource, {})

    @classmethod
    def load(cls, config: Dict[Text, Any], model_storage: ModelStorage, resource: Resource,
             execution_context: ExecutionContext, **kwargs: Any) -> "TopicComponent":
        """A trained one."""
        with model_storage.read_from(resource) as folder:
            names = json.loads((folder / "topics.json").read_text("utf-8"))
            arrays = np.load(folder / "weights.npz", allow_pickle=False)
            return cls(model_storage, resource, {i: (topics, arrays[f"{i}_w"], arrays[f"{i}_b"]) for i, topics in names.items()})

    def train(self, training_data: TrainingData) -> Resource:
        """One multinomial regression for each intent that has topics."""
        from sklearn.linear_model import LogisticRegression

        told: Dict[Text, List[Message]] = {}
        for example in training_data.intent_examples:
            if example.get(INTENT_RESPONSE_KEY):
                told.setdefault(example.get(INTENT), []).append(example)
        for intent, examples in told.items():
            names = [e.get(INTENT_RESPONSE_KEY).split("/", 1)[1] for e in examples]
            vectors = np.stack([_vector(e) for e in examples])
            fitted = LogisticRegression(C=20.0, max_iter=200, tol=0.001).fit(vectors, names)
            self._weights[intent] = (list(fitted.classes_), fitted.coef_, fitted.intercept_)
        with self._storage.write_to(self._resource) as folder:
            (folder / "topics.json").write_text(json.dumps({i: w[0] for i, w in self._weights.items()}), "utf-8")
            np.savez(folder / "weights.npz", **{f"{i}_{part}": w[n] for i, w in self._weights.items() for n, part in ((1, "w"), (2, "b"))})
        return self._resource

    def process(self, messages: List[Message]) -> List[Message]:
        """Sets the topic that scores best."""
        for message in messages:
            best = {i: self._best(i, message.get(TEXT) or "") for i in self._weights}
            message.set("topics", best, add_to_output=True)
            name = (message.get(INTENT) or {}).get("name")
            if name in best:
                message.set(ENTITIES, [*message.get(ENTITIES, []), topic_entity(message, best[name])], add_to_output=True)
        return messages

    def _best(self, intent: Text, text: Text) -> Text:
        topics, weights, bias = self._weights[intent]
        scores = weights @ self._encoder.encode([text])[0] + bias
        return str(topics[int(np.argmax(scores))])


def topic_entity(message: Message, topic: Text) -> Dict[Text, Any]:
    """The topic as an entity. It is of the whole message, and says so: `rasa test` sorts entities by where they start."""
    return {"entity": TOPIC, "value": topic, "start": 0, "end": len(message.get(TEXT) or ""), "extractor": "TopicComponent"}


def _vector(message: Message) -> Any:
    """The encoder's, as it stands on a training example: in training the process's encoder need not be the tuned one."""
    _, found = message.get_dense_features(TEXT, [])
    if found is None:
        raise ValueError("TopicComponent needs bot.adapters.encoder_featurizer before it in the pipeline.")
    return found.features[0]
