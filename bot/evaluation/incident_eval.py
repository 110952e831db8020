"""How well the facts of an account are found.

A line of the set is {"id", "author", "now", "text", "behaviours", "place", "person", "evidence_mentioned", "witnesses",
"reported", "police_reference", "impact"}. For place and person any of the listed wordings will do; null means that none
is told. `round` 2 marks the accounts written after the first ones had been scored.
"""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path
from typing import Any

from bot.evaluation.row import Row
from bot.understanding.incident import Incident, read_incident


def evaluate(path: str | Path) -> list[Row]:
    """Found where told, and rightly unknown where not. A row "F1" counts twice the shared over all told and all
    found.
    """
    pairs = []
    for line in Path(path).read_text(encoding="utf-8").splitlines():
        case = json.loads(line)
        pairs.append((case, read_incident(case["text"], datetime.fromisoformat(case["now"]))))
    rows = [_f1("behaviours F1", pairs, "behaviours"), _f1("evidence mentioned F1", pairs, "evidence_mentioned")]
    for name in ("place", "person"):
        rows += [_found(name, pairs), _rightly_none(name, pairs)]
    for name in ("witnesses", "reported"):
        told = [(case, read) for case, read in pairs if case[name] is not None]
        quiet = [(case, read) for case, read in pairs if case[name] is None]
        rows.append(
            Row(f"{name}: told and read", sum(getattr(read, name) == case[name] for case, read in told), len(told))
        )
        rows.append(Row(f"{name}: nothing made up", sum(getattr(read, name) is None for _, read in quiet), len(quiet)))
    references = [(case, read) for case, read in pairs if case["police_reference"] or read.police_reference]
    rows.append(
        Row(
            "police reference",
            sum(read.police_reference == case["police_reference"] for case, read in references),
            len(references),
        )
    )
    impacts = [(case, read) for case, read in pairs if case["impact"]]
    rows.append(
        Row(
            "impact found",
            sum(case["impact"].lower() in (read.impact or "").lower() for case, read in impacts),
            len(impacts),
        )
    )
    return rows


def _f1(label: str, pairs: list[tuple[dict[str, Any], Incident]], name: str) -> Row:
    shared = sum(len(set(case[name]) & set(getattr(read, name))) for case, read in pairs)
    told = sum(len(case[name]) + len(getattr(read, name)) for case, read in pairs)
    return Row(label, 2 * shared, told)


def _found(name: str, pairs: list[tuple[dict[str, Any], Incident]]) -> Row:
    told = [(case, str(getattr(read, name) or "").lower().replace("’", "'")) for case, read in pairs if case[name]]
    return Row(
        f"{name}: found", sum(any(words.lower() in read for words in case[name]) for case, read in told), len(told)
    )


def _rightly_none(name: str, pairs: list[tuple[dict[str, Any], Incident]]) -> Row:
    quiet = [read for case, read in pairs if not case[name]]
    return Row(f"{name}: nothing made up", sum(getattr(read, name) is None for read in quiet), len(quiet))
