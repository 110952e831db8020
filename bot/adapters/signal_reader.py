"""The two learned readers of danger as one: the tuned encoder, and the n-grams."""
from __future__ import annotations

from typing import Any, Optional, Sequence

from bot.adapters.encoder import DANGER, SentenceEncoder
from bot.adapters.ngrams import Ngrams
from bot.safety.asked import kind_of


class SignalReader:
    """Their scores added, so that either can be sure where the other is not."""

    def __init__(self, encoder: SentenceEncoder, ngrams: Ngrams) -> None:
        self._encoder, self._ngrams = encoder, ngrams

    def scores(self, texts: Sequence[str], asked: Optional[str]) -> Any:
        """Logits, shape (len(texts), heads), in the order of bot.safety.learned.HEADS. `asked`: the question just put."""
        return self._encoder.scores(DANGER, texts) + self._ngrams.scores(texts, [kind_of(asked)] * len(texts))
