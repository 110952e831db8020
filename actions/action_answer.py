"""Says the answer that a question is about."""
from __future__ import annotations

from typing import Any, Dict, List

from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.at_hand import in_shell
from actions.safely import safely
from bot.house import house


class ActionAnswer(Action):
    """The slot `topic` says which; one that is not known is answered by saying so."""

    def name(self) -> str:
        """As in domain.yml."""
        return "action_answer"

    @safely
    async def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Dict[str, Any]) -> List[Dict[str, Any]]:
        """Only the topic's name travels, and which part of its answer; the channel puts the text in."""
        topic, _, part = (next(tracker.get_latest_entity_values("topic"), None) or "").partition("/")
        if topic not in house().knowledge.topics:
            dispatcher.utter_message(json_message={"say": "text", "text": "not_understood"})
        elif in_shell(tracker):
            dispatcher.utter_message(text=house().knowledge.answer(topic)["text"])
        else:
            dispatcher.utter_message(json_message={"say": "answer", "topic": topic, "part": part})
        return []
