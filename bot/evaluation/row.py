"""One line of the evaluation's table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Row:
    """A figure: so many right of so many. `misses`: the texts that were not, as far as they can be named."""

    name: str
    right: int
    total: int
    misses: tuple[str, ...] = ()

    @property
    def share(self) -> float:
        """From 0 to 1; 1 where nothing was counted."""
        return self.right / self.total if self.total else 1.0


def counted(name: str, cases: Sequence[tuple[str, bool]]) -> Row:
    """A row of cases, each with its text and whether it was right."""
    return Row(name, sum(right for _, right in cases), len(cases), tuple(text for text, right in cases if not right))
