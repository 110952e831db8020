"""How well the facts of an account are found.

A line of the set is {"id", "author", "now", "text", "behaviours", "place", "person", "evidence_mentioned", "witnesses",
"reported", "police_reference", "impact"}. For place and person any of the listed wordings will do; null means that none
is told.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

from bot.evaluation.row import Row, counted
from bot.understanding.incident import Incident

Pairs = list[tuple[dict[str, Any], Incident]]


def evaluate(path: str | Path, read: Callable[[str, datetime], Incident]) -> list[Row]:
    """Found where told, and rightly unknown where not. A row "F1" counts twice the shared over all told and all found."""
    cases = [json.loads(line) for line in Path(path).read_text(encoding="utf-8").splitlines()]
    pairs = [(case, read(case["text"], datetime.fromisoformat(case["now"]))) for case in cases]
    rows = [_f1("behaviours F1", pairs, "behaviours"), _f1("evidence mentioned F1", pairs, "evidence_mentioned")]
    for name in ("place", "person", "impact"):
        told = [(case, str(getattr(found, name) or "")) for case, found in pairs if case[name]]
        rows += [counted(f"{name}: found", [(case["text"], _any_in(case[name], words)) for case, words in told]), _rightly_none(name, pairs)]
    for name in ("witnesses", "reported"):
        known = [(case, found) for case, found in pairs if case[name] is not None]
        rows += [counted(f"{name}: told and read", [(c["text"], getattr(f, name) == c[name]) for c, f in known]), _rightly_none(name, pairs)]
    references = [(case, found) for case, found in pairs if case["police_reference"] or found.police_reference]
    rows.append(counted("police reference: right", [(c["text"], f.police_reference == c["police_reference"]) for c, f in references]))
    return rows


def _f1(label: str, pairs: Pairs, name: str) -> Row:
    shared = sum(len(set(case[name]) & set(getattr(found, name))) for case, found in pairs)
    told = sum(len(case[name]) + len(getattr(found, name)) for case, found in pairs)
    wrong = tuple(f"{case['text']} (told {sorted(case[name])}, read {sorted(getattr(found, name))})"
                  for case, found in pairs if set(case[name]) != set(getattr(found, name)))
    return Row(label, 2 * shared, told, wrong)


def _any_in(wordings: list[str] | str, read: str) -> bool:
    """Whether a wording stands in what was read; of a long one (an impact) a part that was read will do."""
    told = [_plain(words) for words in ([wordings] if isinstance(wordings, str) else wordings)]
    found = _plain(read)
    return any(words in found or (len(found) > 12 and found in words) for words in told)


def _plain(words: str) -> str:
    return words.lower().replace("’", "'").strip(" .,!?")


def _rightly_none(name: str, pairs: Pairs) -> Row:
    quiet = [(case["text"], getattr(found, name) is None) for case, found in pairs if case[name] is None]
    return counted(f"{name}: nothing made up", quiet)
