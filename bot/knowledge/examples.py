"""Which answers and services have questions to learn from, in data/nlu."""
from __future__ import annotations

from pathlib import Path

import yaml

from bot.knowledge.load import Knowledge

LEAST = 5


def unlearned(knowledge: Knowledge, folder: Path) -> list[str]:
    """One sentence for each answer or service with fewer than LEAST examples in the YAML files of `folder`, and for each example of nothing."""
    counted: dict[str, int] = {}
    for file in sorted(folder.glob("*.yml")):
        for group in yaml.safe_load(file.read_text("utf-8"))["nlu"]:
            intent, _, name = group["intent"].partition("/")
            if intent in ("ask", "find_service") and name != "any":
                counted[name] = counted.get(name, 0) + sum(1 for line in group["examples"].splitlines() if line.strip())
    known = {*knowledge.topics, *knowledge.services}
    few = [name for name in sorted(known) if counted.get(name, 0) < LEAST]
    return [f"{name}: {counted.get(name, 0)} examples in data/nlu, where {LEAST} are the least" for name in few] + \
        [f"{name}: has examples in data/nlu, and no answer or service" for name in sorted(set(counted) - known)]
