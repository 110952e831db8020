"""Holds every action: nothing a person wrote gets out in an error, and there is always an answer."""
from __future__ import annotations

import functools
import logging
from typing import Any, Awaitable, Callable, Dict, List

from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher

logger = logging.getLogger(__name__)
Run = Callable[[Any, CollectingDispatcher, Tracker, Dict[str, Any]], Awaitable[List[Dict[str, Any]]]]


def safely(run: Run) -> Run:
    """An action that fails says so with an outline, and logs the kind of the error and its place: never its message."""

    @functools.wraps(run)
    async def held(self: Any, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Dict[str, Any]) -> List[Dict[str, Any]]:
        try:
            return await run(self, dispatcher, tracker, domain)
        except Exception as wrong:  # noqa: BLE001  the SDK would log the whole tracker
            place = wrong.__traceback__
            while place is not None and place.tb_next is not None:
                place = place.tb_next
            where = f"{place.tb_frame.f_globals.get('__name__')}:{place.tb_lineno}" if place else "nowhere"
            logger.error("%s failed: %s at %s", self.name(), type(wrong).__name__, where)
            dispatcher.messages.clear()
            dispatcher.utter_message(json_message={"say": "failed"})
            return []

    return held
