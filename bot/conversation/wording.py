"""The sentences of wording.yml and errors.yml, and of the interview's lines.yml."""
from __future__ import annotations

from functools import lru_cache
from importlib import resources
from typing import Any

import yaml


@lru_cache(maxsize=1)
def wording() -> dict[str, Any]:
    """What is said outside the diary's questions."""
    return _read("bot.conversation", "wording.yml")


@lru_cache(maxsize=1)
def errors() -> dict[str, Any]:
    """What is said when something cannot be done, by code."""
    return _read("bot.conversation", "errors.yml")


@lru_cache(maxsize=1)
def lines() -> dict[str, Any]:
    """What the diary says between its questions."""
    return _read("bot.diary.interview", "lines.yml")


def _read(package: str, name: str) -> dict[str, Any]:
    return dict(yaml.safe_load(resources.files(package).joinpath(name).read_text("utf-8")))
