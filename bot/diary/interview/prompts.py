"""The questions as written in prompts.yml, and what stands in the place of one that was never put."""
from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from typing import Any

import yaml


@dataclass(frozen=True)
class Prompt:
    """One question: its key, exact text, kind (text, choices, date, check) and options."""
    key: str
    version: int
    kind: str
    text: str
    many: bool
    options: tuple[dict[str, Any], ...]

    @property
    def id(self) -> str:
        """As it stands in an entry's `asked`: the key and its version."""
        return f"{self.key}.v{self.version}"

    def words(self, phrase: str | None = None) -> str:
        """The question as the person sees it; `phrase` is a phrase of her own."""
        return self.text.replace("{phrase}", phrase or "")


@lru_cache(maxsize=1)
def prompts() -> dict[str, Prompt]:
    """Every question by its key."""
    raw = {key: one for name in ("prompts.yml", "unasked.yml")
           for key, one in yaml.safe_load(resources.files(__package__).joinpath(name).read_text("utf-8")).items()}
    return {key: Prompt(key, p["version"], p["kind"], p["text"], p.get("many", False), tuple(p.get("options", ())))
            for key, p in raw.items()}
