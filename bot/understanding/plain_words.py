"""A message as its words alone, for lists of whole messages."""

from __future__ import annotations

import re


def plain(text: str) -> str:
    """Lower case, apostrophes gone, one space, no punctuation."""
    return " ".join(re.sub(r"[^\w\s]", " ", re.sub(r"['’]", "", text.lower())).split())
