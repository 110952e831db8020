"""`daybook parse`: what the loaded model and the understanding make of a text, by the code of a live turn."""
from __future__ import annotations

import argparse
import asyncio
from typing import Any

from bot.commands.jsonl import answer_lines, moment
from bot.commands.train import model_here
from bot.safety import rules
from bot.safety.assessment import NOTHING, merge
from bot.understanding.incident import read_incident

NOTHING_SAID: dict[str, Any] = {"intent": "tell", "confidence": 0.0, "safety": NOTHING, "noticed": {}}


def arguments(parser: argparse.ArgumentParser) -> None:
    """Nothing but standard input."""
    parser.epilog = 'Each line in: {"id", "text", "now"?, "asked"?}. Each line out: {"id", "intent", "confidence", "safety", "incident"}.'


def run(told: argparse.Namespace) -> None:
    """Trains first if it must; DATA_DIR is not touched."""
    from bot.adapters.parser import load_parser

    model = model_here()
    mind = load_parser(model)

    def answer(number: int, line: dict[str, Any]) -> dict[str, Any]:
        text, asked = line["text"], line.get("asked")
        parsed: dict[str, Any] = asyncio.run(mind.parse(text, asked)) if text.strip() else NOTHING_SAID
        found = merge(parsed["safety"], rules.assess(text, asked))
        return {"intent": parsed["intent"], "confidence": round(parsed["confidence"], 4),
                "safety": {"level": found.level, "signals": list(found.signals)},
                "incident": read_incident(text, moment(line, number), asked, parsed["noticed"]).to_dict()}

    answer_lines(answer)
