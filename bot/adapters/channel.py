"""Rasa's view of the page: one channel, and the only one. `daybook serve` and `rasa run` both mount its routes."""
from __future__ import annotations

from typing import Any, Awaitable, Callable, Dict, Optional, Text

from rasa.core.agent import Agent
from rasa.core.channels.channel import InputChannel, UserMessage
from sanic import Blueprint, Sanic

from bot.adapters.api import api_routes
from bot.adapters.mind import Outlines, RasaMind
from bot.adapters.page_routes import page_routes
from bot.adapters.readiness import health_routes
from bot.conversation.exchange import Exchange
from bot.diary.storage import trackers
from bot.house import House, house
from bot.pages.render import Pages

ACTIONS = "http://127.0.0.1:5055"


class DiaryChannel(InputChannel):
    """Sessions of ours, not of the client's choosing; words parsed in memory, and withheld from the dialogue."""

    def __init__(self, agent: Optional[Callable[[], Optional[Agent]]] = None, action_server: Callable[[], str] = lambda: ACTIONS) -> None:
        """`agent`: where the loaded model is; by default, where `rasa run` puts it."""
        self._agent, self._action_server = agent, action_server

    @classmethod
    def name(cls) -> Text:
        """The channel's name in trackers."""
        return Outlines.name()

    @classmethod
    def from_credentials(cls, credentials: Optional[Dict[Text, Any]]) -> "DiaryChannel":
        """Nothing to configure: its settings come from the environment."""
        return cls()

    def blueprint(self, on_new_message: Callable[[UserMessage], Awaitable[Any]]) -> Blueprint:
        """The routes. Messages reach the model through the agent, which can also parse."""
        agent = self._agent or _of_rasa_run
        parts = house()
        exchange = Exchange(parts, RasaMind(agent, lambda conversation_id: _forget(parts, conversation_id)))
        blueprint = Blueprint("daybook")
        api_routes(blueprint, parts, exchange)
        health_routes(blueprint, parts, agent, self._action_server)
        page_routes(blueprint, parts, exchange, Pages.load())
        return blueprint


def _forget(parts: House, conversation_id: str) -> None:
    with parts.factory.begin() as db:
        trackers.destroy(db, conversation_id)


def _of_rasa_run() -> Optional[Agent]:
    return getattr(Sanic.get_app().ctx, "agent", None)
