"""The loaded model's dialogue, as the exchange sees it: nothing passes for an answer that is none."""
from __future__ import annotations

import asyncio
from typing import Any, Dict, List, Optional
from unittest.mock import Mock

import pytest
from rasa.core.channels.channel import UserMessage

from bot.adapters.mind import RasaMind
from bot.conversation.exchange import MindAway

TELL = {"intent": "tell", "confidence": 1.0, "topic": None}
ASK = {"intent": "ask", "confidence": 1.0, "topic": "spo"}
MENU = {"say": "menu"}
LOST = {"say": "text", "text": "not_understood"}


def reply(parsed: Dict[str, Any], *said: Dict[str, Any], heard: Optional[List[UserMessage]] = None) -> List[Dict[str, Any]]:
    """What the exchange is given when the dialogue says `said`."""

    async def handle(message: UserMessage) -> None:
        if heard is not None:
            heard.append(message)
        for response in said:
            await message.output_channel.send_response("a", response)

    agent = Mock(handle_message=handle)
    return asyncio.run(RasaMind(lambda: agent).reply("a", parsed))


def test_outlines_pass_in_their_order() -> None:
    assert reply(TELL, {"custom": LOST}, {"custom": MENU}) == [LOST, MENU]


def test_texts_from_elsewhere_are_dropped() -> None:
    assert reply(TELL, {"text": "utter_default"}, {"custom": {"other": 1}}, {"custom": MENU}) == [MENU]


def test_the_dialogue_is_told_what_a_message_is_and_never_its_words() -> None:
    heard: List[UserMessage] = []
    reply(ASK, {"custom": {"say": "answer", "topic": "spo"}}, heard=heard)
    assert heard[0].text == "[withheld]"
    assert heard[0].parse_data == {"text": "[withheld]", "intent": {"name": "ask", "confidence": 1.0},
                                   "entities": [{"entity": "topic", "value": "spo"}]}


def test_a_form_that_falls_back_again_and_again_is_a_failure() -> None:
    with pytest.raises(MindAway):
        reply(TELL, *[{"custom": LOST}] * 10)


def test_a_question_that_gets_no_answer_is_a_failure() -> None:
    with pytest.raises(MindAway):
        reply(ASK, {"custom": MENU})


def test_a_dialogue_that_raises_is_a_failure_without_its_message(caplog: pytest.LogCaptureFixture) -> None:
    async def handle(message: UserMessage) -> None:
        raise ValueError("he was in the car park")

    with pytest.raises(MindAway):
        asyncio.run(RasaMind(lambda: Mock(handle_message=handle)).reply("a", TELL))
    assert "ValueError" in caplog.text and "car park" not in caplog.text


def test_no_model_is_a_failure() -> None:
    with pytest.raises(MindAway):
        asyncio.run(RasaMind(lambda: None).reply("a", TELL))


def test_a_dialogue_that_broke_off_begins_anew() -> None:
    async def handle(message: UserMessage) -> None:
        for _ in range(10):
            await message.output_channel.send_response("a", {"custom": LOST})

    dropped: List[str] = []
    with pytest.raises(MindAway):
        asyncio.run(RasaMind(lambda: Mock(handle_message=handle), dropped.append).reply("a", TELL))
    assert dropped == ["a"]


def test_what_the_channel_found_in_the_words_stays_there() -> None:
    heard: List[UserMessage] = []
    reply({"intent": "find_service", "confidence": 1.0, "topic": "forces", "forces": ("gwent",)}, {"custom": {"say": "forces"}}, heard=heard)
    assert "gwent" not in repr(vars(heard[0]))
