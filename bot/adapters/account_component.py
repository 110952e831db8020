"""What a message tells of an incident, as far as it has to be learned: the Rasa side of bot/understanding/noticed.py."""
from __future__ import annotations

from typing import Dict, List, Text

from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.shared.nlu.constants import TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.adapters import curriculum
from bot.adapters.encoder import shared_encoder
from bot.adapters.reader import Reader
from bot.adapters.reader_component import ReaderComponent
from bot.understanding import noticed
from bot.understanding.accounts import accounts

NOTICED = "noticed"


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class AccountComponent(ReaderComponent):
    """Sets `noticed` on every message."""

    def learn(self, training_data: TrainingData) -> None:
        """From bot/understanding/examples."""
        self.reader = Reader.fit(shared_encoder(), curriculum.account(accounts()))

    def process(self, messages: List[Message]) -> List[Message]:
        """Reads each message by itself."""
        for message in messages:
            text = message.get(TEXT) or ""
            message.set(NOTICED, self._read(self.reader, text) if self.reader and text.strip() else {}, add_to_output=True)
        return messages

    def _read(self, reader: Reader, text: Text) -> Dict[Text, float]:
        """The scores of noticed.HEADS that may count, each the highest of any stretch of the text."""
        return noticed.kept(reader.scores(noticed.stretches(text)).max(axis=0).tolist())
