"""Is this person in danger: the Rasa side of bot/safety, last in the pipeline."""
from __future__ import annotations

from typing import List, Optional, Text

from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.shared.nlu.constants import INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.adapters import curriculum
from bot.adapters.encoder import shared_encoder
from bot.adapters.reader import Reader
from bot.adapters.reader_component import ReaderComponent
from bot.safety import learned, rules
from bot.safety.asked import ABOUT_DANGER, kind_of
from bot.safety.assessment import NOTHING, Assessment, merge
from bot.safety.doubt import is_doubt
from bot.safety.examples import examples
from bot.safety.passages import passages
from bot.safety.past import tells_of_the_past
from bot.safety.respelt import respelt
from bot.understanding.accounts import accounts
from bot.understanding.plain_answer import is_plain_answer, is_relief

SAFETY = "safety"


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class SafetyComponent(ReaderComponent):
    """Sets `safety` on every message, and the intent where there is an emergency. Rules and learned signals only raise each other."""

    def learn(self, training_data: TrainingData) -> None:
        """From bot/safety/examples, what people ask, and accounts of what is over."""
        lesson, rows = curriculum.danger(examples(), training_data.intent_examples, accounts())
        self.reader = Reader.fit(shared_encoder(), lesson, rows)

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
        found = NOTHING
        if self.reader and not _needs_no_reader(text, asked):
            scores = self.reader.scores(passages(text), kind_of(asked)).tolist()
            found = learned.assess(scores, tells_of_the_past(text))
        return merge(rules.assess(text, asked), found)


def _needs_no_reader(text: Text, asked: Optional[Text]) -> bool:
    """What is only an answer says nothing of danger, unless it was asked about; the rules read it all the same."""
    kind = kind_of(asked)
    return is_relief(text) or kind != "danger" and is_doubt(respelt(text)) or is_plain_answer(text) and kind not in ABOUT_DANGER
