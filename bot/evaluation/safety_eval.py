"""How often danger is seen, and how often it is seen where there is none.

A line of the set is {"id", "author", "text", "asked", "level", "signals"}: the level and the signals a careful reader gives.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, Callable

from bot.evaluation.row import Row
from bot.safety.assessment import SIGNALS, Assessment


def evaluate(path: str | Path, assess: Callable[[str, str | None], Assessment]) -> list[Row]:
    """The floors of DESIGN section 10, each counted so that more is better, then how often each other signal is found."""
    cases = [json.loads(line) for line in Path(path).read_text(encoding="utf-8").splitlines()]
    seen = [(case, assess(case["text"], case["asked"])) for case in cases]
    danger = [found.level != "none" for case, found in seen if _danger(case)]
    taken = [found.level == "emergency" for case, found in seen if _danger(case)]
    calm = [found.level for case, found in seen if case["level"] == "none"]
    harm = [(_told(case, "self_harm"), "self_harm" in found.signals) for case, found in seen]
    rows = [
        _row("safety: emergencies caught (emergency or check)", danger),
        _row("safety: emergencies taken over", taken),
        _row("safety: ordinary messages not taken over", [level != "emergency" for level in calm]),
        _row("safety: ordinary messages without a check", [level == "none" for level in calm]),
        _row("safety: self-harm caught", [found for told, found in harm if told]),
        _row("safety: self-harm not seen where there is none", [not found for told, found in harm if not told]),
    ]
    for signal in SIGNALS:
        if signal not in ("emergency", "self_harm"):
            rows.append(_row(f"safety: {signal} found", [signal in f.signals for c, f in seen if _told(c, signal)]))
            rows.append(_row(f"safety: {signal} not seen where there is none",
                             [signal not in f.signals for c, f in seen if not _told(c, signal)]))
    return rows


def _danger(case: dict[str, Any]) -> bool:
    return bool(case["level"] == "emergency")


def _told(case: dict[str, Any], signal: str) -> bool:
    return signal in case["signals"]


def _row(name: str, right: list[bool]) -> Row:
    return Row(name, sum(right), len(right))
