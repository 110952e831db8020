"""`daybook serve`: the page, the API and Rasa's agent in one process, and the action server beside it."""
from __future__ import annotations

import asyncio
import logging
from pathlib import Path
from typing import Any, Optional

from rasa.core.agent import Agent
from rasa.core.lock_store import InMemoryLockStore
from sanic import Sanic
from sanic.request import Request
from sanic.response import HTTPResponse

from bot.adapters.action_endpoint import ActionEndpoint, check_answers_once_compiled
from bot.adapters.action_process import ActionProcess
from bot.adapters.channel import DiaryChannel
from bot.adapters.encoder import shared_encoder
from bot.adapters.tracker_store import SealedTrackerStore
from bot.adapters.web import LONGEST_BODY, error_answer, refusal_of
from bot.house import House

logger = logging.getLogger(__name__)
# Sanic's own limit only cuts off what is hopeless; the routes refuse with a sentence long before.
HARD_LIMIT = 8 * LONGEST_BODY
SECONDS_TO_STOP = 5


class Loaded:
    """The agent, once it is there."""
    agent: Optional[Agent] = None
    actions: Optional[ActionEndpoint] = None
    watching: "Optional[asyncio.Task[None]]" = None


def make_app(house: House, model: Path) -> Sanic:
    """The application; the model is loaded once it listens, so that danger is answered from the first second."""
    app, loaded, actions = Sanic("daybook", configure_logging=False), Loaded(), ActionProcess(house.settings.data_dir)
    app.config.update(REQUEST_MAX_SIZE=HARD_LIMIT, GRACEFUL_SHUTDOWN_TIMEOUT=SECONDS_TO_STOP, ACCESS_LOG=False, MOTD=False,
                      PROXIES_COUNT=int(house.settings.environ.get("PROXIES_COUNT") or 0) or None)
    channel = DiaryChannel(lambda: loaded.agent, lambda: actions.address)

    async def on_message(_: Any) -> None:
        """Messages go by the exchange, which asks the agent itself."""

    app.blueprint(channel.blueprint(on_message))

    @app.exception(Exception)
    async def refused(request: Request, wrong: Exception) -> HTTPResponse:
        return error_answer(refusal_of(wrong), house)

    @app.after_server_start
    async def load(app_: Sanic, loop: Any) -> None:
        actions.start()
        loaded.watching = loop.create_task(actions.watch())
        app_.add_task(_load(loaded, model, actions.address, house))

    @app.before_server_stop
    async def stop(app_: Sanic, loop: Any) -> None:
        if loaded.watching is not None:
            loaded.watching.cancel()
        if loaded.actions is not None:
            await loaded.actions.close()
        await asyncio.to_thread(actions.stop)

    return app


async def _load(loaded: Loaded, model: Path, action_server: str, house: House) -> None:
    loaded.actions = ActionEndpoint(f"{action_server}/webhook")
    check_answers_once_compiled()

    def read() -> Agent:
        agent = Agent(tracker_store=SealedTrackerStore(), lock_store=InMemoryLockStore(), action_endpoint=loaded.actions)
        agent.load_model(str(model))
        shared_encoder().warm()
        return agent

    try:
        loaded.agent = await asyncio.to_thread(read)
    except Exception as wrong:  # noqa: BLE001
        logger.error("The model could not be loaded (%s). Delete the folder models and start again.", type(wrong).__name__)
        return
    settings = house.settings
    logger.info("Ready: http://%s:%s/", settings.host, settings.port)


def serve(house: House, model: Path) -> None:
    """Until Ctrl-C."""
    make_app(house, model).run(house.settings.host, house.settings.port, workers=1, debug=False, access_log=False)
