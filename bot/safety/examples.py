"""The labelled messages that the learned signals are fitted on, by the person who wrote them."""
from __future__ import annotations

from dataclasses import dataclass
from importlib import resources

import yaml


@dataclass(frozen=True)
class Example:
    """`asked`: the question it answers, or None."""
    text: str
    asked: str | None
    level: str
    signals: tuple[str, ...]
    voice: str


def examples() -> list[Example]:
    """All of examples/*.yml, in the order of their files."""
    found = []
    for file in _files():
        raw = yaml.safe_load(file)
        for group in raw["groups"]:
            for text in group["texts"]:
                words, asked = (text["text"], text.get("asked")) if isinstance(text, dict) else (text, group.get("asked"))
                found.append(Example(str(words), asked, group["level"], tuple(group.get("signals", ())), raw["author"]))
    return found


def _files() -> list[str]:
    folder = resources.files("bot.safety").joinpath("examples")
    return [f.read_text("utf-8") for f in sorted(folder.iterdir(), key=lambda f: f.name) if f.name.endswith(".yml")]
