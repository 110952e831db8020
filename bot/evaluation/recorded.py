"""The floors, and the figures recorded last."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from importlib import resources

import yaml

from bot.evaluation.row import Row

SLACK, CASES = 2.0, 2
"""Points, and cases, by which a figure may fall below what is recorded: tuning is not the same to the last bit on every processor."""


@lru_cache(maxsize=1)
def figures() -> dict[str, dict[str, float | None]]:
    """By name of a row: its `floor` and what is `recorded`, both in per cent or None."""
    raw = yaml.safe_load(resources.files("bot.evaluation").joinpath("floors.yml").read_text("utf-8"))
    return dict(raw["figures"])


def fallen(rows: Sequence[Row]) -> list[str]:
    """One line for each figure that is worse than recorded."""
    found = []
    for row in rows:
        recorded = figures().get(row.name, {}).get("recorded")
        if recorded is not None and 100 * row.share < recorded - max(SLACK, 100 * (CASES + 0.5) / max(row.total, 1)):
            found.append(f"{row.name}: {100 * row.share:.1f} %, recorded {recorded:.1f} %")
    return found
