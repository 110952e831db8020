"""The sentences of wording.yml and of the interview's lines.yml."""
from __future__ import annotations

from functools import lru_cache
from importlib import resources
from typing import Any

import yaml


@lru_cache(maxsize=1)
def wording() -> dict[str, Any]:
    """Everything the conversation says outside the diary's own questions."""
    loaded: dict[str, Any] = yaml.safe_load(resources.files(__package__).joinpath("wording.yml").read_text("utf-8"))
    return loaded


@lru_cache(maxsize=1)
def lines() -> dict[str, str]:
    """What the diary says between its questions."""
    loaded: dict[str, str] = yaml.safe_load(resources.files("bot.diary.interview").joinpath("lines.yml").read_text("utf-8"))
    return loaded
