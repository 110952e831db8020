"""How sure a share is, given how few cases it was counted on."""

from __future__ import annotations

from math import sqrt


def wilson(right: int, total: int, z: float = 1.96) -> tuple[float, float]:
    """The Wilson score interval of a share, from 0 to 1 (E. B. Wilson, 1927); (0, 1) where nothing was counted."""
    if total <= 0:
        return 0.0, 1.0
    share, square = right / total, z * z / total
    middle = (share + square / 2) / (1 + square)
    half = z * sqrt(share * (1 - share) / total + square / (4 * total)) / (1 + square)
    return max(0.0, middle - half), min(1.0, middle + half)
