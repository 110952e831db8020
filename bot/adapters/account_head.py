"""What a stretch of an account tells, read off its vector: a head of the encoder that is fitted once the layers are tuned."""
from __future__ import annotations

from typing import Any, Dict, List, Text, Tuple

import numpy as np

from bot.adapters import regressions
from bot.adapters.encoder import ACCOUNT, SentenceEncoder
from bot.safety.normalise import plain
from bot.understanding.accounts import accounts
from bot.understanding.noticed import HEADS

STRENGTH = 10.0


def lessons() -> Tuple[List[Text], Any]:
    """Texts of bot/understanding/examples, and which of noticed.HEADS hold for each, (texts, heads)."""
    told = accounts()
    return [plain(account.text) for account in told], np.array([[float(head in account.labels) for head in HEADS] for account in told])


def fit(encoder: SentenceEncoder) -> Dict[str, Any]:
    """Arrays for SentenceEncoder.tune: account_w (384, heads) and account_b (heads,)."""
    texts, right = lessons()
    weights, bias = regressions.fit(encoder.encode(texts), right, STRENGTH)
    return {f"{ACCOUNT}_w": weights, f"{ACCOUNT}_b": bias}
