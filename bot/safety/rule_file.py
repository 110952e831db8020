"""Reads one rules file. Every scalar stays the word it is: in plain YAML "no" and "on" would turn into booleans."""

from __future__ import annotations

from importlib import resources
from typing import Any

import yaml


def read_rules(name: str) -> Any:
    """rules/`name`, with strings, lists and mappings only."""
    text = resources.files(__package__).joinpath("rules").joinpath(name).read_text("utf-8")
    return yaml.load(text, Loader=yaml.BaseLoader)  # BaseLoader builds plain strings only
