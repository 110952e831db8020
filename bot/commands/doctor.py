"""`daybook doctor`: what is wrong with an installation, a line for each part."""
from __future__ import annotations

import argparse
from collections.abc import Callable

from bot.commands.failure import Failed
from bot.commands.installation import opened
from bot.commands.train import ROOT
from bot.diary.storage.engine import DatabaseDown, check_writable


def arguments(parser: argparse.ArgumentParser) -> None:
    """Nothing."""
    parser.epilog = "Ends with 1 if anything is wrong."


def run(told: argparse.Namespace) -> int:
    """Looks at each part, whatever the others say."""
    parts: dict[str, Callable[[], str]] = {"settings, keys and database": _installation, "sentence encoder": _encoder, "model": _model}
    wrong = 0
    for name, look in parts.items():
        try:
            print(f"ok     {name}: {look()}")
        except Exception as found:  # noqa: BLE001  a doctor reports whatever is wrong
            wrong = 1
            print(f"WRONG  {name}: {found or type(found).__name__}")
    return wrong


def _installation() -> str:
    house = opened()
    try:
        check_writable(house.factory)
    except DatabaseDown as down:
        raise Failed(str(down)) from None
    return str(house.settings.data_dir)


def _encoder() -> str:
    from bot.adapters.encoder_weights import weights_folder

    weights_folder()
    return "the published weights"


def _model() -> str:
    from bot.adapters.model_files import Model

    model = Model(ROOT, ROOT / "models")
    return "trained from what is here" if model.up_to_date() else "out of date: the next start trains it"
