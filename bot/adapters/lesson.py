"""What a reader is taught: texts, and what each tells."""
from __future__ import annotations

from dataclasses import dataclass
from typing import Any, List, Sequence

import numpy as np

# An output that few texts hold counts more where it holds, but no more than so many times; of classes, no less than so little either.
_RAREST = 6.0
_CLASS_LEAST, _CLASS_MOST = 0.3, 3.0


@dataclass(frozen=True)
class Lesson:
    """`wanted` (texts, outputs): 1.0 told, 0.0 not told, NaN not known. `kinds`: what each text answers, "" for no question.

    `exclusive`: just one output is right for each text. `epochs`: how often the convolution sees it.
    """
    texts: Sequence[str]
    kinds: Sequence[str]
    wanted: Any
    exclusive: bool
    epochs: int

    def weights(self) -> Any:
        """How much each text counts for each output, (texts, outputs); for exclusive ones (texts, 1)."""
        told = np.nan_to_num(self.wanted)
        share = np.maximum(told.mean(axis=0), 1e-6)
        if self.exclusive:
            return (told * np.clip(1.0 / (share * told.shape[1]), _CLASS_LEAST, _CLASS_MOST)).sum(axis=1, keepdims=True)
        weights = np.where(told > 0, np.clip(0.5 / share, 1.0, _RAREST), 1.0)
        return np.where(np.isnan(self.wanted), 0.0, weights)

    def at(self, rows: List[int]) -> "Lesson":
        """Of these texts only."""
        return Lesson([self.texts[i] for i in rows], [self.kinds[i] for i in rows], self.wanted[rows], self.exclusive, self.epochs)
