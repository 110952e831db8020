"""`daybook serve`: what `make run` starts."""
from __future__ import annotations

import argparse
import sys

from bot.commands.installation import check_port, opened, settings_here
from bot.commands.train import model_here


def arguments(parser: argparse.ArgumentParser) -> None:
    """Settings come from the environment."""
    parser.epilog = "HOST, PORT and DATA_DIR move it; .env.example names every setting."


def run(told: argparse.Namespace) -> None:
    """Stays in the foreground until Ctrl-C."""
    settings = settings_here()
    # First of all, so that a start that cannot be makes nothing.
    check_port(settings.host, settings.port)
    house = opened()
    model = model_here()
    print(f"Starting on http://{house.settings.host}:{house.settings.port}/ ...", file=sys.stderr, flush=True)
    from bot.adapters.logs import quiet_logs
    from bot.adapters.server import serve

    quiet_logs()
    serve(house, model)
