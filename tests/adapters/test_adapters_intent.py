"""What a message wants, and the topic of a question, as the rest of Rasa meets them."""
from __future__ import annotations

from typing import Any
from unittest.mock import Mock

import numpy as np
import pytest
from rasa.core.test import EvaluationStore
from rasa.shared.nlu.training_data.message import Message

from bot.adapters.intent_component import IntentComponent

TEXT = "what is a stalking protection order"
NAMES = ["ask/other", "ask/spo_what", "tell"]


def read(*scores: float) -> Any:
    component = IntentComponent(Mock(), Mock(), Mock(scores=lambda texts: np.array([scores])))
    component.names = NAMES
    return component.process([Message({"text": TEXT})])[0]


@pytest.fixture
def message() -> Any:
    return read(0.0, 3.0, 0.0)


def test_a_topic_says_that_it_is_of_the_whole_message(message: Any) -> None:
    entity = message.get("entities")[0]
    assert (entity["value"], entity["start"], entity["end"]) == ("spo_what", 0, len(TEXT))


def test_rasa_test_can_sort_it(message: Any) -> None:
    found = {**message.get("entities")[0], "text": TEXT}
    targets, predictions = EvaluationStore(entity_predictions=[found], entity_targets=[found]).serialise()
    assert targets == predictions and "spo_what" in targets[0]


def test_topics_count_together_for_their_intent() -> None:
    assert read(2.0, 2.0, 2.5).get("intent")["name"] == "ask"
    assert read(0.0, 0.0, 2.5).get("intent")["name"] == "tell"


def test_the_ranking_is_of_shares_and_begins_with_the_intent(message: Any) -> None:
    ranking = message.get("intent_ranking")
    assert message.get("intent") == ranking[0] and sum(found["confidence"] for found in ranking) == pytest.approx(1.0)


def test_the_topic_of_every_intent_is_there_for_the_rules() -> None:
    found = read(2.0, 1.0, 9.0)
    assert found.get("intent")["name"] == "tell" and found.get("topics") == {"ask": "other"} and not found.get("entities")
