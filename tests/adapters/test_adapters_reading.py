"""What the pipeline makes of a message when the question that was open is taken into account."""
from __future__ import annotations

from typing import Any, Optional

import pytest
from rasa.shared.nlu.training_data.message import Message

from bot.adapters.reading_component import ReadingComponent

UNSURE = {"name": "nlu_fallback", "confidence": 0.2}
RANKED = [UNSURE, {"name": "thank", "confidence": 0.2}, {"name": "affirm", "confidence": 0.18}]


def read(text: str, asked: Optional[str]) -> Any:
    message = Message({"text": text, "intent": UNSURE, "intent_ranking": RANKED, "metadata": {"asked": asked}})
    return ReadingComponent().process([message])[0].get("intent")["name"]


@pytest.mark.parametrize("text", ["qwerty zxc", "flurb"])
def test_what_cannot_be_understood_is_never_left_without_a_rule(text: str) -> None:
    assert read(text, None) == "out_of_scope"


def test_a_long_message_is_a_telling_even_if_the_model_is_unsure() -> None:
    assert read("so there he was again by the bins behind my flat with his hood up", None) == "tell"
