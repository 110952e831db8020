"""The copy as data: whole, exact, and the one to trust where the others cannot show a sign."""

from __future__ import annotations

import json
from typing import Any

from bot.handoff.exports.entry import leaving


def as_json(entries: list[dict[str, Any]], versions: list[dict[str, Any]]) -> bytes:
    """UTF-8 JSON {"entries": [ENTRY...], "versions": [every earlier ENTRY...]} (CONTRACT section 2). Text unchanged."""
    copy = {"entries": [leaving(e) for e in entries], "versions": [leaving(e) for e in versions]}
    return json.dumps(copy, ensure_ascii=False, indent=2, allow_nan=False).encode("utf-8") + b"\n"
