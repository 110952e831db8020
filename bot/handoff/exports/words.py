"""The words of the copy, from text/<language>.yml."""

from __future__ import annotations

from functools import lru_cache
from importlib import resources
from typing import Any

import yaml

DEFAULT = "en"


@lru_cache(maxsize=8)
def words(lang: str = DEFAULT) -> dict[str, Any]:
    """Every word of the copy that does not come from the person. KeyError for a language that has no file."""
    folder = resources.files(__package__).joinpath("text")
    if f"{lang}.yml" not in {item.name for item in folder.iterdir()}:
        raise KeyError("no words in that language")
    loaded: dict[str, Any] = yaml.safe_load(folder.joinpath(f"{lang}.yml").read_text("utf-8"))
    return loaded


def spoken_in(lang: str) -> str:
    """The language to print in: `lang` where there are words for it, otherwise English."""
    folder = resources.files(__package__).joinpath("text")
    return lang if f"{lang}.yml" in {item.name for item in folder.iterdir()} else DEFAULT
