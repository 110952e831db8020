"""`daybook verify PACK`."""
from __future__ import annotations

import argparse
from pathlib import Path

from bot.commands.failure import Failed
from bot.handoff.verify import verify


def arguments(parser: argparse.ArgumentParser) -> None:
    """One file."""
    parser.add_argument("pack", type=Path, metavar="PACK")


def run(told: argparse.Namespace) -> None:
    """Says the first thing that is wrong."""
    if not told.pack.is_file():
        raise Failed(f"there is no file {told.pack}.")
    wrong = verify(told.pack)
    if wrong is not None:
        raise Failed(wrong)
    print("Nothing is wrong with this pack.")
