"""How often danger is seen, and how often it is seen where there is none.

A line of the set is {"id", "author", "text", "asked", "level", "signals"}: the level and the signals a careful reader gives.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, Callable

from bot.evaluation.row import Row, counted
from bot.safety.assessment import SIGNALS, Assessment

Seen = list[tuple[dict[str, Any], Assessment]]


def evaluate(path: str | Path, assess: Callable[[str, str | None], Assessment]) -> list[Row]:
    """The floors of DESIGN section 10, each counted so that more is better, then how often each other signal is found."""
    cases = [json.loads(line) for line in Path(path).read_text(encoding="utf-8").splitlines()]
    seen = [(case, assess(case["text"], case["asked"])) for case in cases]
    danger = [(c, f) for c, f in seen if c["level"] == "emergency"]
    calm = [(c, f) for c, f in seen if c["level"] == "none"]
    rows = [
        _row("safety: emergencies caught (emergency or check)", danger, lambda f: f.level != "none"),
        _row("safety: emergencies taken over", danger, lambda f: f.level == "emergency"),
        _row("safety: ordinary messages not taken over", calm, lambda f: f.level != "emergency"),
        _row("safety: ordinary messages without a check", calm, lambda f: f.level == "none"),
    ]
    for signal in SIGNALS[1:]:
        told = [(c, f) for c, f in seen if signal in c["signals"]]
        rows.append(_row(f"safety: {signal} found", told, lambda f, s=signal: s in f.signals))
        quiet = [(c, f) for c, f in seen if signal not in c["signals"]]
        rows.append(_row(f"safety: {signal} not seen where there is none", quiet, lambda f, s=signal: s not in f.signals))
    return rows


def _row(name: str, cases: Seen, right: Callable[..., bool]) -> Row:
    return counted(name, [(f"{case['asked']} — {case['text']}" if case["asked"] else case["text"], right(found)) for case, found in cases])
