"""Says that a message was not understood, and what can be done here."""
from __future__ import annotations

from typing import Any, Dict, List

from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.at_hand import in_shell
from actions.safely import safely
from bot.conversation.wording import wording


class ActionSay(Action):
    """What the dialogue falls back to."""

    def name(self) -> str:
        """As in config.yml."""
        return "action_say"

    @safely
    async def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Dict[str, Any]) -> List[Dict[str, Any]]:
        """In the middle of a note, the question is put again instead of the menu."""
        if in_shell(tracker):
            dispatcher.utter_message(text=wording()["not_understood"])
            return []
        dispatcher.utter_message(json_message={"say": "text", "text": "not_understood"})
        if not tracker.active_loop.get("name"):
            dispatcher.utter_message(json_message={"say": "menu"})
        return []
