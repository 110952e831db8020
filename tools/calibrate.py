"""Prints what each threshold of bot/safety/rules/thresholds.yml would catch and would raise for nothing, on the development set.

Rules and the trained model together, as in a live turn. The test set is not looked at. About a minute on two cores.
"""
from __future__ import annotations

import json
from pathlib import Path

import numpy as np

ROOT = Path(__file__).resolve().parents[1]
STEPS = (-3.0, -2.5, -2.0, -1.5, -1.0, -0.5, 0.0, 0.5, 1.0, 1.5, 2.0, 3.0)


def main() -> None:
    """One line a head: at each step the share found where it is told, and where it is not."""
    from bot.adapters.parser import load_reader
    from bot.commands.train import model_here
    from bot.safety import rules
    from bot.safety.asked import kind_of
    from bot.safety.examples import Example
    from bot.safety.learned import HEADS, wanted
    from bot.safety.passages import passages

    cases = [json.loads(line) for line in (ROOT / "bot/evaluation/sets/dev/safety.jsonl").read_text("utf-8").splitlines()]
    told = [Example(c["text"], c["asked"], c["level"], tuple(c["signals"]), c["author"]) for c in cases]
    reader = load_reader(model_here())
    scores = np.array([reader.scores(passages(e.text), kind_of(e.asked)).max(axis=0) for e in told])
    holds = np.array([wanted(e) for e in told]) > 0
    ruled = [rules.assess(e.text, e.asked) for e in told]
    print(f"{'':18}" + "".join(f"{step:>12}" for step in STEPS))
    for column, head in enumerate(HEADS):
        seen = np.array([head in r.signals or (head == "check" and r.level != "none") for r in ruled])
        yes, no = holds[:, column], ~holds[:, column]
        found = [(scores[:, column] >= step) | seen for step in STEPS]
        print(f"{head:18}" + "".join(f"{100 * f[yes].mean():6.1f}/{100 * f[no].mean():4.1f} " for f in found))


if __name__ == "__main__":
    main()
