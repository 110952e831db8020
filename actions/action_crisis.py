"""Shows the card for the danger that was heard, and a way to carry on afterwards."""
from __future__ import annotations

from typing import Any, Dict, List

from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.at_hand import in_shell
from actions.safely import safely
from bot.house import house

KINDS = {"self_harm": "self_harm"}


class ActionCrisis(Action):
    """On the page the channel shows this card before Rasa is asked; here it stands for every other way in."""

    def name(self) -> str:
        """As in domain.yml."""
        return "action_crisis"

    @safely
    async def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Dict[str, Any]) -> List[Dict[str, Any]]:
        """The intent says which card."""
        kind = KINDS.get(tracker.latest_message["intent"]["name"], "emergency")
        if in_shell(tracker):
            dispatcher.utter_message(text=house().cards.card(kind)["text"])
        else:
            dispatcher.utter_message(json_message={"say": "crisis", "kind": kind})
            dispatcher.utter_message(json_message={"say": "carry_on"})
        return []
