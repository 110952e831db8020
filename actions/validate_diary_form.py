"""Hands the answer that was typed to the diary, and tells the form which question comes next."""
from __future__ import annotations

from typing import Any, Dict, List

from rasa_sdk import Action, Tracker
from rasa_sdk.events import SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.at_hand import take_turn
from actions.safely import safely

REQUESTED = "requested_slot"


class ValidateDiaryForm(Action):
    """A plain action rather than Rasa's FormValidationAction: there is one service behind all the questions."""

    def name(self) -> str:
        """As in domain.yml."""
        return "validate_diary_form"

    @safely
    async def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Dict[str, Any]) -> List[Dict[str, Any]]:
        """No slot but the requested one: the form steps back, a rule answers, and the question is put again."""
        question = tracker.get_slot(REQUESTED)
        if tracker.latest_message["intent"]["name"] in domain["forms"]["diary_form"]["ignored_intents"]:
            return [SlotSet(REQUESTED, question)]
        outcome = take_turn(tracker, dispatcher)
        return [SlotSet(question or "safety", "answered"), SlotSet(REQUESTED, outcome.prompt)]
