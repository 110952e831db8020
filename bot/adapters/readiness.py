"""Is the service ready: each part says true, or why not."""
from __future__ import annotations

import asyncio
from typing import Any, Callable, Dict, Optional

import aiohttp
from rasa.core.agent import Agent
from sanic import Blueprint
from sanic.request import Request
from sanic.response import HTTPResponse

from bot.adapters.tracker_store import SealedTrackerStore
from bot.adapters.web import answer, guarded
from bot.diary.storage.engine import DatabaseDown, check_writable
from bot.house import House

SECONDS = 3


def health_routes(blueprint: Blueprint, house: House, agent: Callable[[], Optional[Agent]], action_server: Callable[[], str]) -> None:
    """Puts the routes on a blueprint. `action_server`: its address, as http://host:port."""
    held = guarded(house)

    async def checks() -> Dict[str, Any]:
        loaded = agent()
        return {"model": _model(loaded), "tracker_store": _store(loaded), "database": await asyncio.to_thread(_database, house),
                "action_server": await _actions(action_server())}

    @blueprint.get("/healthz")
    @held
    async def healthz(request: Request) -> HTTPResponse:
        return answer({"checks": await checks()})

    @blueprint.get("/readyz")
    @held
    async def readyz(request: Request) -> HTTPResponse:
        found = await checks()
        return answer({"checks": found}, 200 if all(c is True for c in found.values()) else 503)


def _model(agent: Optional[Agent]) -> Any:
    return True if agent is not None and agent.is_ready() else "the model is not loaded yet"


def _store(agent: Optional[Agent]) -> Any:
    if agent is None:
        return "the model is not loaded yet"
    store = agent.tracker_store
    # Rasa wraps the store it was given, and puts one in memory in its place if it cannot make ours.
    inner = getattr(store, "_tracker_store", store)
    return True if isinstance(inner, SealedTrackerStore) else f"{type(inner).__name__} is not ours"


def _database(house: House) -> Any:
    try:
        check_writable(house.factory)
    except DatabaseDown as wrong:
        return str(wrong)
    except Exception as wrong:  # noqa: BLE001  a look at the parts answers, whatever is wrong with one of them
        return f"the database failed ({type(wrong).__name__})"
    return True


async def _actions(address: str) -> Any:
    try:
        async with aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=SECONDS)) as session:
            async with session.get(f"{address}/health") as response:
                return True if response.status == 200 else f"the action server answered {response.status}"
    except (aiohttp.ClientError, asyncio.TimeoutError):
        return "the action server does not answer"
