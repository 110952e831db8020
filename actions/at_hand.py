"""The turn that an action is called for: in the page's diary, or in the throw-away one of `rasa shell`."""
from __future__ import annotations

from datetime import datetime, timezone
from functools import lru_cache

from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher

from bot.conversation.shell import ShellDiary
from bot.diary.interview.turn import Outcome
from bot.house import house

SHELL = "cmdline"


@lru_cache(maxsize=1)
def _shell_diary() -> ShellDiary:
    return ShellDiary()


def in_shell(tracker: Tracker) -> bool:
    """Whether somebody tries the bot in a terminal, without the page."""
    return tracker.get_latest_input_channel() == SHELL


def take_turn(tracker: Tracker, dispatcher: CollectingDispatcher) -> Outcome:
    """Takes the turn into the diary, once however often it is asked, and says what the diary says to it."""
    if in_shell(tracker):
        intent = tracker.latest_message["intent"]
        outcome, texts = _shell_diary().take(tracker.get_slot("requested_slot"), intent["name"], float(intent["confidence"]),
                                             tracker.latest_message["text"], datetime.now(timezone.utc))
        for text in texts:
            dispatcher.utter_message(text=text)
        return outcome
    outcome = house().desk.take(tracker.sender_id)
    for outline in outcome.says:
        dispatcher.utter_message(json_message=outline)
    return outcome
