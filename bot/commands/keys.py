"""`daybook keys`: the deployment's own keys."""
from __future__ import annotations

import argparse

from bot.commands.installation import failing, keys_here, settings_here
from bot.diary.keys import keys_path


def arguments(parser: argparse.ArgumentParser) -> None:
    """Nothing."""
    parser.epilog = "Makes them where there are neither keys nor diaries yet. Never prints a key."


def run(told: argparse.Namespace) -> None:
    """Says where they are."""
    settings = settings_here()
    with failing():
        keys_here(settings)
    print(keys_path(settings.data_dir, settings.environ))
