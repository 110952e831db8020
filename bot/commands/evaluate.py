"""`daybook evaluate`: the project's own labelled sets, none of which was used for training."""
from __future__ import annotations

import argparse
import asyncio
from collections import Counter
from collections.abc import Sequence
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any

from bot.commands.failure import Failed
from bot.commands.train import model_here
from bot.evaluation import checklist_eval, follow_up_eval, incident_eval, intent_eval, safety_eval, when_eval
from bot.evaluation.interval import wilson
from bot.evaluation.recorded import fallen, figures
from bot.evaluation.row import Row
from bot.knowledge.load import shared
from bot.safety import rules
from bot.safety.assessment import Assessment, merge
from bot.understanding.incident import Incident, read_incident

SETS = Path(__file__).resolve().parents[1] / "evaluation" / "sets"


def arguments(parser: argparse.ArgumentParser) -> None:
    """Which set, and how much of what went wrong."""
    parser.add_argument("--set", choices=("test", "dev"), default="test", help="test (nothing was fitted or set by it), or dev (thresholds were)")
    parser.add_argument("--misses", type=int, default=0, metavar="N", help="of each figure list N messages that were not read right")
    parser.add_argument("--check", action="store_true", help="fail if a figure is worse than recorded in bot/evaluation/floors.yml")
    parser.epilog = "Intervals are Wilson's, at 95 %. How each set was made, and its limits, stands beside it in bot/evaluation/sets."


def run(told: argparse.Namespace) -> None:
    """One row a figure, then the intents that were taken for each other. Raises Failed with --check."""
    rows, confused = measured(SETS / told.set)
    _print_table(rows)
    print("\nIntents taken for another: meant, taken, times")
    for (meant, taken), times in confused.most_common(12):
        print(f"  {meant:14} {taken:14} {times}")
    for row in rows if told.misses else ():
        if row.misses:
            print(f"\n{row.name}")
            print("\n".join(f"  {miss}" for miss in row.misses[:told.misses]))
    worse = fallen(rows) if told.check else []
    if worse:
        raise Failed("worse than recorded: " + "; ".join(worse))


def measured(sets: Path) -> tuple[list[Row], Counter[tuple[str, str]]]:
    """Every figure on the sets of a folder, by the code of a live turn, and the confusion of intents."""
    from bot.adapters.parser import load_parser

    mind = load_parser(model_here())

    # Several figures are of the same messages.
    @cache
    def parse(text: str, asked: str | None) -> dict[str, Any]:
        return asyncio.run(mind.parse(text, asked))

    def read(text: str, now: datetime) -> Incident:
        return read_incident(text, now, noticed=parse(text, None)["noticed"])

    def assess(text: str, asked: str | None) -> Assessment:
        return merge(rules.assess(text, asked), parse(text, asked)["safety"])

    knowledge = shared()
    intents, confused = intent_eval.evaluate(sets / "intents.jsonl", parse, knowledge.topics)
    return [*safety_eval.evaluate(sets / "safety.jsonl", assess), *intents,
            *follow_up_eval.evaluate(sets / "follow_ups.jsonl", parse, knowledge), *when_eval.evaluate(sets / "when.jsonl"),
            *incident_eval.evaluate(sets / "incident.jsonl", read), *checklist_eval.evaluate(sets, assess, parse)], confused


def _print_table(rows: Sequence[Row]) -> None:
    width = max(len(row.name) for row in rows)
    print(f"{'':{width}}  right  of     share  95 % interval    floor")
    for row in rows:
        low, high = wilson(row.right, row.total)
        floor = figures().get(row.name, {}).get("floor") or "-"
        share = f"{100 * row.share:5.1f} %" if row.total else "    -  "
        print(f"{row.name:{width}}  {row.right:5}  {row.total:5}  {share}  {100 * low:4.1f} to {100 * high:5.1f} %  {floor}")
