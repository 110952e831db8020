"""The loaded model without a tracker store of ours: nothing is kept, and no key or database is needed."""
from __future__ import annotations

from pathlib import Path

from rasa.core.agent import Agent

from bot.adapters.logs import quiet_logs
from bot.adapters.mind import RasaMind
from bot.adapters.reader import Reader
from bot.adapters.safety_component import SafetyComponent


def load_parser(model: Path) -> RasaMind:
    """A mind that can parse."""
    agent = _loaded(model)
    return RasaMind(lambda: agent)


def load_reader(model: Path) -> Reader:
    """What gives the scores of danger, by itself. KeyError for a model without it."""
    graph = _loaded(model).processor.graph_runner
    nodes = graph._instantiated_nodes
    component = next(node._component for node in nodes.values() if isinstance(node._component, SafetyComponent))
    if component.reader is None:
        raise KeyError("the model has no reader of danger")
    return component.reader


def _loaded(model: Path) -> Agent:
    quiet_logs()
    agent = Agent()
    agent.load_model(str(model))
    return agent
