"""What the check of a pack says, from text/verify.en.yml."""

from __future__ import annotations

from functools import lru_cache
from importlib import resources

import yaml

_LONGEST = 120


@lru_cache(maxsize=1)
def _said() -> dict[str, str]:
    file = resources.files(__package__).joinpath("text/verify.en.yml")
    loaded: dict[str, str] = yaml.safe_load(file.read_text("utf-8"))
    return loaded


class Wrong(Exception):
    """The first thing that is wrong with a pack, as a sentence. Names from a pack are hostile: cut short, printable."""

    def __init__(self, what: str, **names: object) -> None:
        super().__init__(_said()[what].format(**{key: _shown(str(value)) for key, value in names.items()}))


def _shown(name: str) -> str:
    plain = name.encode("ascii", "backslashreplace").decode("ascii")
    printable = "".join(sign if sign.isprintable() else repr(sign)[1:-1] for sign in plain)
    return printable if len(printable) <= _LONGEST else printable[:_LONGEST] + "..."
