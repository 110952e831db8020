"""Shows services that can help, and whether they are open; or a police force, and those of a part of the country."""
from __future__ import annotations

from datetime import datetime, timezone
from typing import Any, Dict, List

from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.at_hand import in_shell
from actions.safely import safely
from bot.house import house
from bot.knowledge.forces import FORCES
from bot.knowledge.load import AND


class ActionService(Action):
    """The entity `topic` says which; where it names none, the short list is shown."""

    def name(self) -> str:
        """As in domain.yml."""
        return "action_service"

    @safely
    async def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Dict[str, Any]) -> List[Dict[str, Any]]:
        """Only names travel; the channel puts the text in."""
        named = next(tracker.get_latest_entity_values("topic"), None)
        name, _, region = (named or "").partition("/")
        services = house().knowledge.services_named(named)
        if name == FORCES:
            dispatcher.utter_message(json_message={"say": "forces", "region": region})
        elif in_shell(tracker):
            for one in services:
                dispatcher.utter_message(text=house().knowledge.service(one, datetime.now(timezone.utc))["text"])
        else:
            dispatcher.utter_message(json_message={"say": "service", "service": AND.join(services)})
        return []
