"""`daybook erase`: for a person who asks for it, with her five words."""
from __future__ import annotations

import argparse
import getpass
import sys
from datetime import datetime, timezone

from bot.commands.failure import Failed
from bot.commands.installation import found
from bot.diary.erase import erase
from bot.diary.storage import key_slots
from bot.diary.words import clean_words


def arguments(parser: argparse.ArgumentParser) -> None:
    """The words come on standard input, so that they stand in no shell's history."""
    parser.add_argument("--yes", action="store_true", help="do it; without this, only say whether there is such a diary")


def run(told: argparse.Namespace) -> None:
    """The keys first, then the rows."""
    house = found()
    words = clean_words(getpass.getpass("The five words: ") if sys.stdin.isatty() else sys.stdin.read())
    locator = house.vault.locator(words) if words else b""
    with house.factory.read() as db:
        slot = key_slots.find(db, locator)
    if slot is None:
        raise Failed("these words open no diary here.")
    if not told.yes:
        print("There is a diary with these words. Run it again with --yes to erase it for good.")
        return
    erase(house.factory, slot.diary_id, datetime.now(timezone.utc))
    print("Erased. Copies in backups made before now can be opened until those are gone too.")
