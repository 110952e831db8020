"""`daybook retention`: meant to be run every day."""
from __future__ import annotations

import argparse
import json
from datetime import datetime, timezone

from bot.commands.installation import found
from bot.diary.retention import sweep


def arguments(parser: argparse.ArgumentParser) -> None:
    """Nothing."""
    parser.epilog = "Prints how many of each were taken away. A diary that has its five words is never taken away."


def run(told: argparse.Namespace) -> None:
    """One sweep."""
    print(json.dumps(sweep(found().factory, datetime.now(timezone.utc))))
