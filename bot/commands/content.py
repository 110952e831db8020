"""`daybook content`: what an editor of the answers and services needs to know before a change goes out."""
from __future__ import annotations

import argparse
from datetime import date

import yaml

from bot.commands.failure import Failed
from bot.commands.train import ROOT
from bot.knowledge.check import overdue, problems
from bot.knowledge.examples import unlearned
from bot.knowledge.load import Knowledge


def arguments(parser: argparse.ArgumentParser) -> None:
    """What to do, and on which day."""
    parser.add_argument("what", choices=("check",), help="check: look at every answer, service, police force and source")
    parser.add_argument("--today", type=date.fromisoformat, default=None, metavar="YYYY-MM-DD", help="look as on another day")
    parser.epilog = "Ends with 1 if anything is wrong or past its review date. docs/content.md says how to change an answer."


def run(told: argparse.Namespace) -> int:
    """One line for each thing that is wrong. Raises Failed where a file cannot be read at all."""
    try:
        knowledge = Knowledge.load()
    except KeyError as missing:
        raise Failed(f"a field, or a source that is cited, is missing: {missing}.") from None
    except (TypeError, ValueError, OSError, yaml.YAMLError) as wrong:
        raise Failed(f"a file of the content cannot be read: {wrong}.") from None
    today = told.today or date.today()
    found = problems(knowledge) + unlearned(knowledge, ROOT / "data" / "nlu")
    found += [f"{name}: was due to be looked at again before {today.isoformat()}" for name in overdue(knowledge, today)]
    for line in found:
        print(line)
    answers, services, forces = len(knowledge.topics), len(knowledge.services), len(knowledge.forces)
    print(f"{answers} answers, {services} services and {forces} police forces looked at: {len(found) or 'nothing'} to put right.")
    return 1 if found else 0
