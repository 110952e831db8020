"""The topic of a question, as the rest of Rasa meets it."""
from __future__ import annotations

from unittest.mock import Mock

import numpy as np
import pytest
from rasa.core.test import EvaluationStore
from rasa.shared.nlu.training_data.message import Message

from bot.adapters import topic_component

TEXT = "what is a stalking protection order"


@pytest.fixture
def entity(monkeypatch: pytest.MonkeyPatch) -> dict[str, object]:
    """What the component adds to a question."""
    monkeypatch.setattr(topic_component, "shared_encoder", lambda: Mock(encode=lambda texts: np.ones((1, 2))))
    weights = {"ask": (["other", "spo_what"], np.array([[0.0, 0.0], [1.0, 1.0]]), np.zeros(2))}
    message = Message({"text": TEXT, "intent": {"name": "ask"}})
    component = topic_component.TopicComponent(Mock(), Mock(), weights)
    return dict(component.process([message])[0].get("entities")[0])


def test_a_topic_says_that_it_is_of_the_whole_message(entity: dict[str, object]) -> None:
    assert (entity["value"], entity["start"], entity["end"]) == ("spo_what", 0, len(TEXT))


def test_rasa_test_can_sort_it(entity: dict[str, object]) -> None:
    found = {**entity, "text": TEXT}
    targets, predictions = EvaluationStore(entity_predictions=[found], entity_targets=[found]).serialise()
    assert targets == predictions and "spo_what" in targets[0]
