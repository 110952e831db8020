"""Writes into this virtual environment what Rasa reads at its start, so that `.venv/bin/rasa` tells nobody of anything, as `make` does.

A .pth file in site-packages is read by every interpreter of the environment (Python's `site` module).
"""
from __future__ import annotations

import sysconfig
from pathlib import Path

SETTINGS = {"RASA_TELEMETRY_ENABLED": "false", "SQLALCHEMY_SILENCE_UBER_WARNING": "1"}


def main() -> None:
    """One line: such a file runs only lines that begin with import."""
    line = f"import os; os.environ.update({SETTINGS!r})\n"
    (Path(sysconfig.get_path("purelib")) / "daybook-environment.pth").write_text(line, "ascii")


if __name__ == "__main__":
    main()
