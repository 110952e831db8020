"""What a message wants, and which answer or service it is about: the retrieval intents ask/<topic> and find_service/<id>.

Rasa's ResponseSelector would train a DIET network for the topics; here intents and topics are outputs of one reader.
"""
from __future__ import annotations

import json
from pathlib import Path
from typing import Any, Dict, List, Sequence, Text

import numpy as np
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.constants import ENTITIES, INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData
from typing_extensions import Self

from bot.adapters import curriculum
from bot.adapters.encoder import shared_encoder
from bot.adapters.reader import Reader
from bot.adapters.reader_component import ReaderComponent
from bot.safety.normalise import plain

TOPIC, RANKING = "topic", "intent_ranking"
_NAMES = "names.json"
# Added scores are surer than they are right: so much of them gives shares that hold, set on the development set by their likelihood.
CALM = 0.5
# The likeliest of all topics: what a short question may mean after an answer.
KEPT = 12


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class IntentComponent(ReaderComponent):
    """Sets the intent with its ranking, the likeliest topic of each intent, and an entity `topic` where the intent has topics."""

    names: Sequence[Text] = ()

    @classmethod
    def from_folder(cls, storage: ModelStorage, resource: Resource, folder: Path) -> Self:
        """With the names of the reader's outputs."""
        found = super().from_folder(storage, resource, folder)
        found.names = json.loads((folder / _NAMES).read_text("utf-8"))
        return found

    def to_folder(self, folder: Path) -> None:
        """With the names of the reader's outputs."""
        super().to_folder(folder)
        (folder / _NAMES).write_text(json.dumps(list(self.names)), "utf-8")

    def learn(self, training_data: TrainingData) -> None:
        """From data/."""
        lesson, self.names = curriculum.intents(training_data.intent_examples)
        self.reader = Reader.fit(shared_encoder(), lesson)

    def process(self, messages: List[Message]) -> List[Message]:
        """Reads each message by itself."""
        for message in messages:
            if self.reader and (message.get(TEXT) or "").strip():
                self._read(self.reader, message)
        return messages

    def _read(self, reader: Reader, message: Message) -> None:
        scores = CALM * reader.scores([plain(message.get(TEXT))])[0]
        shares = np.exp(scores - scores.max())
        intents: Dict[Text, float] = {}
        topics: Dict[Text, Text] = {}
        shown: Dict[Text, float] = {}
        for share, name in sorted(zip((shares / shares.sum()).tolist(), self.names)):
            intent, _, topic = name.partition("/")
            intents[intent] = intents.get(intent, 0.0) + share
            if topic:
                # The likeliest comes last, and stays.
                topics[intent] = topic
                shown[topic] = share
        ranking: List[Dict[Text, Any]] = [{"name": name, "confidence": share} for name, share in sorted(intents.items(), key=lambda pair: -pair[1])]
        message.set(RANKING, ranking, add_to_output=True)
        message.set(INTENT, ranking[0], add_to_output=True)
        message.set("topics", topics, add_to_output=True)
        message.set("topic_shares", dict(list(shown.items())[-KEPT:]), add_to_output=True)
        if ranking[0]["name"] in topics:
            message.set(ENTITIES, [*message.get(ENTITIES, []), topic_entity(message, topics[ranking[0]["name"]])], add_to_output=True)


def topic_entity(message: Message, topic: Text) -> Dict[Text, Any]:
    """The topic as an entity. It is of the whole message, and says so: `rasa test` sorts entities by where they start."""
    return {"entity": TOPIC, "value": topic, "start": 0, "end": len(message.get(TEXT) or ""), "extractor": "IntentComponent"}
