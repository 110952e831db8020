"""`daybook evaluate`: the project's own labelled sets, none of which was used for training."""
from __future__ import annotations

import argparse
import asyncio
from pathlib import Path
from typing import Any

from bot.commands.train import model_here
from bot.evaluation import incident_eval, intent_eval, safety_eval, when_eval
from bot.evaluation.interval import wilson
from bot.safety import rules
from bot.safety.assessment import merge

SETS = Path(__file__).resolve().parents[1] / "evaluation" / "sets"


def arguments(parser: argparse.ArgumentParser) -> None:
    """Nothing."""
    parser.epilog = "Intervals are Wilson's, at 95 %. How each set was made, and its limits, stands beside it in bot/evaluation/sets."


def run(told: argparse.Namespace) -> None:
    """One row a figure."""
    from bot.adapters.parser import load_parser

    mind = load_parser(model_here())

    def parse(text: str, asked: str | None) -> dict[str, Any]:
        return asyncio.run(mind.parse(text, asked))

    rows = [*safety_eval.evaluate(SETS / "safety.jsonl", lambda t, a: merge(rules.assess(t, a), parse(t, a)["safety"])),
            *intent_eval.evaluate(SETS / "intents.jsonl", parse), *when_eval.evaluate(SETS / "when.jsonl"),
            *incident_eval.evaluate(SETS / "incident.jsonl")]
    width = max(len(row.name) for row in rows)
    print(f"{'':{width}}  right  of     share  95 % interval")
    for row in rows:
        low, high = wilson(row.right, row.total)
        share = f"{100 * row.right / row.total:5.1f} %" if row.total else "    -  "
        print(f"{row.name:{width}}  {row.right:5}  {row.total:5}  {share}  {100 * low:.1f} to {100 * high:.1f} %")
