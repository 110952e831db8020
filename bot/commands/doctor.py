"""`daybook doctor`: what is wrong with an installation, a line for each part. It looks, and makes or mends nothing."""
from __future__ import annotations

import argparse
from collections.abc import Callable

from bot.commands.failure import Failed
from bot.commands.installation import failing, settings_here
from bot.commands.train import ROOT
from bot.diary.keys import Keys, KeysOfAnother, keys_path, load_keys
from bot.diary.storage import keys_mark
from bot.diary.storage.engine import DatabaseDown, check_writable, open_database
from bot.diary.storage.migrate import NEWEST, NONE, form_of
from bot.settings import Settings

NEW = "none yet: the first start makes them"


def arguments(parser: argparse.ArgumentParser) -> None:
    """Nothing."""
    parser.epilog = "Makes nothing and changes nothing. Ends with 1 if anything is wrong."


def run(told: argparse.Namespace) -> int:
    """Looks at each part, whatever the others say."""
    parts: dict[str, Callable[[], str]] = {"settings": _settings, "keys": _keys, "database": _database, "sentence encoder": _encoder, "model": _model}
    wrong = 0
    for name, look in parts.items():
        try:
            print(f"ok     {name}: {look()}")
        except Exception as found:  # noqa: BLE001  a doctor reports whatever is wrong
            wrong = 1
            print(f"WRONG  {name}: {found or type(found).__name__}")
    return wrong


def _settings() -> str:
    settings = settings_here()
    return f"DATA_DIR is {settings.data_dir}, the page is at http://{settings.host}:{settings.port}/"


def _keys() -> str:
    settings = settings_here()
    return NEW if _new(settings) else f"{_loaded(settings)[1]}"


def _database() -> str:
    settings = settings_here()
    if _new(settings):
        return NEW
    with failing():
        form = form_of(settings.database_url)
    if form != NEWEST:
        return "none yet: the first start makes it" if form == NONE else "of an older Daybook: the next start brings it up to date"
    factory = open_database(settings.database_url)
    try:
        check_writable(factory)
    except DatabaseDown as down:
        raise Failed(str(down)) from None
    with factory.read() as db:
        mark = keys_mark.get(db)
    with failing():
        if mark not in (None, _loaded(settings)[0].mark):
            raise KeysOfAnother("It was made with other keys than these. Put back the right keys file.")
    return "it can be written, and is of these keys"


def _new(settings: Settings) -> bool:
    with failing():
        return not keys_path(settings.data_dir, settings.environ).exists() and form_of(settings.database_url) == NONE


def _loaded(settings: Settings) -> tuple[Keys, str]:
    path = keys_path(settings.data_dir, settings.environ)
    if not path.exists():
        raise Failed(f"there is a database but no keys file at {path}. Put it back from its backup.")
    with failing():
        keys, _ = load_keys(settings.data_dir, settings.environ)
    if path.stat().st_mode & 0o077:
        raise Failed(f"other users can read {path}. Run chmod 600 on it.")
    return keys, str(path)


def _encoder() -> str:
    from bot.adapters.encoder_weights import weights_folder

    weights_folder()
    return "the published weights"


def _model() -> str:
    from bot.adapters.model_files import Model

    model = Model(ROOT, ROOT / "models")
    return "trained from what is here" if model.up_to_date() else "out of date: the next start trains it"
