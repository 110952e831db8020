"""One line of the evaluation's table."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Row:
    """A figure: so many right of so many."""

    name: str
    right: int
    total: int
