"""`daybook`: the command line. Results go to standard output, everything else to standard error."""
from __future__ import annotations

import argparse
import importlib
import sys
from collections.abc import Sequence

from bot.adapters.environment import prepare
from bot.commands.failure import Failed

COMMANDS = {
    "serve": "start the page, Rasa and the action server",
    "train": "train the model, if what it is made of has changed",
    "parse": "JSONL in, what each text is and says, JSONL out",
    "when": "JSONL in, when each text says that it was, JSONL out",
    "content": "check every answer, service and source",
    "evaluate": "run the project's own labelled sets, with 95 %% intervals",
    "verify": "check a pack, with no account and no network",
    "keys": "say where the keys are, and whether they can be used",
    "retention": "take away what is not needed any more",
    "erase": "erase one diary for good",
    "doctor": "look for what is wrong with an installation",
}


def main(argv: Sequence[str] | None = None) -> int:
    """The exit status: 0, or 1 with one sentence a person can act on; 2 for a command that was not understood."""
    prepare()
    parser = argparse.ArgumentParser(prog="daybook", description="Daybook keeps a diary of what happens, for people who are being stalked.")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    modules = {}
    for name, does in COMMANDS.items():
        command = commands.add_parser(name, help=does, description=does[0].upper() + does[1:].replace("%%", "%") + ".")
        modules[name] = importlib.import_module(f"bot.commands.{name}")
        modules[name].arguments(command)
    told = parser.parse_args(argv)
    try:
        return int(modules[told.command].run(told) or 0)
    except Failed as wrong:
        print(f"daybook {told.command}: {wrong}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main())
