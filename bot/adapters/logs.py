"""What goes to standard error: kinds of events and places in the code, never what anyone typed."""
from __future__ import annotations

import logging
import sys
import warnings
from typing import Any, MutableMapping

import structlog

OURS = ("bot", "actions")
# These print messages, trackers or bodies at some level.
QUIET = ("rasa", "rasa_sdk", "sanic", "sanic.root", "sanic.error", "sanic.access", "asyncio", "aiohttp", "matplotlib", "apscheduler", "tensorflow",
         "sqlalchemy", "alembic", "urllib3", "transformers")


class OnlyKinds(logging.Filter):
    """Drops an exception's message and its stack: both can hold words. The kind of the exception stays."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Changes the record on its way out."""
        if record.exc_info and record.exc_info[0] is not None:
            record.msg, record.args = f"{record.name}: {record.exc_info[0].__name__}", ()
            record.exc_info = record.exc_text = record.stack_info = None
        elif record.name.split(".")[0] in QUIET:
            record.msg, record.args = f"{record.name}: {record.levelname.lower()} at {record.module}:{record.lineno}", ()
        return True


def quiet_logs() -> None:
    """Ours from INFO, the libraries' from ERROR, and no words of either's messages but our own."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    handler.addFilter(OnlyKinds())
    logging.basicConfig(level=logging.INFO, handlers=[handler], force=True)
    # A library raises the root's level while the model is loaded.
    for name in OURS:
        logging.getLogger(name).setLevel(logging.INFO)
    for name in QUIET:
        library = logging.getLogger(name)
        library.setLevel(logging.ERROR)
        library.handlers.clear()
        library.propagate = True
    warnings.filterwarnings("ignore")
    quiet_structlog()


def _only_the_event(_: Any, level: str, event: MutableMapping[str, Any]) -> str:
    return f"rasa: {level} {event.get('event')}"


def quiet_structlog() -> None:
    """Rasa's own log, which prints what was typed at its lowest level: errors alone, by the name of the event."""
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.ERROR), processors=[_only_the_event],
                        logger_factory=structlog.PrintLoggerFactory(sys.stderr), cache_logger_on_first_use=False)
