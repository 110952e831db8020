"""`daybook keys`: the deployment's own keys."""
from __future__ import annotations

import argparse

from bot.commands.installation import opened
from bot.diary.keys import FILE_NAME, VARIABLE


def arguments(parser: argparse.ArgumentParser) -> None:
    """Nothing."""
    parser.epilog = "Makes them where there are none yet. Never prints a key."


def run(told: argparse.Namespace) -> None:
    """Says where they are."""
    settings = opened().settings
    print(settings.environ.get(VARIABLE) or settings.data_dir / FILE_NAME)
