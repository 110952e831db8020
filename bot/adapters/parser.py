"""The loaded model without a tracker store of ours: nothing is kept, and no key or database is needed."""
from __future__ import annotations

from pathlib import Path

from rasa.core.agent import Agent

from bot.adapters.logs import quiet_logs
from bot.adapters.mind import RasaMind


def load_parser(model: Path) -> RasaMind:
    """A mind that can parse."""
    quiet_logs()
    agent = Agent()
    agent.load_model(str(model))
    return RasaMind(lambda: agent)
