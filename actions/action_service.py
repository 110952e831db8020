"""Shows a service that can help, and whether it is open."""
from __future__ import annotations

from datetime import datetime, timezone
from typing import Any, Dict, List

from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.at_hand import in_shell
from actions.safely import safely
from bot.house import house


class ActionService(Action):
    """The slot `topic` says which; one that is not known is answered by saying so."""

    def name(self) -> str:
        """As in domain.yml."""
        return "action_service"

    @safely
    async def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Dict[str, Any]) -> List[Dict[str, Any]]:
        """Only the topic's name travels; the channel puts the text in."""
        named = next(tracker.get_latest_entity_values("topic"), "any")
        service = named if named in house().knowledge.services else "any"
        if in_shell(tracker):
            for one in house().knowledge.services_for() if service == "any" else [service]:
                dispatcher.utter_message(text=house().knowledge.service(one, datetime.now(timezone.utc))["text"])
        else:
            dispatcher.utter_message(json_message={"say": "service", "service": service})
        return []
