"""The lists of lexicon/reading.yml: whole messages, and how messages begin, by what they mean."""

from __future__ import annotations

from functools import lru_cache
from importlib import resources
from typing import Any

import yaml


@lru_cache(maxsize=1)
def reading_lists() -> dict[str, Any]:
    """Each list by its name as a set; under `starts`, tuples by intent, and under `signs` and `signs_alone`, sets by intent."""
    raw = yaml.safe_load(resources.files("bot.understanding").joinpath("lexicon/reading.yml").read_text("utf-8"))
    starts = {key: tuple(values) for key, values in raw.pop("starts").items()}
    signs = {key: frozenset(values) for key, values in raw.pop("signs").items()}
    alone = {key: frozenset(values) for key, values in raw.pop("signs_alone").items()}
    return {"starts": starts, "signs": signs, "signs_alone": alone, **{key: frozenset(str(v) for v in values) for key, values in raw.items()}}
