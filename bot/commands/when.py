"""`daybook when`: the date grammar alone."""
from __future__ import annotations

import argparse
from typing import Any

from bot.commands.jsonl import answer_lines, moment
from bot.understanding.when import read_when

FIELDS = ("earliest", "latest", "edtf", "approximate")


def arguments(parser: argparse.ArgumentParser) -> None:
    """Nothing but standard input."""
    parser.epilog = 'Each line in: {"id", "text", "now"}. ' \
                    'Each line out: {"id", "earliest", "latest", "edtf", "approximate"}, all null where no date can be known.'


def run(told: argparse.Namespace) -> None:
    """Line by line."""
    answer_lines(_answer)


def _answer(number: int, told: dict[str, Any]) -> dict[str, Any]:
    found = read_when(told["text"], moment(told, number))
    read = found.to_dict() if found is not None else {}
    return {field: read.get(field) for field in FIELDS}
