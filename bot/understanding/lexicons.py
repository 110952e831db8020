"""The word lists of `lexicon/*.yml`, each read once, when first asked for."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Any

import yaml

_FOLDER = Path(__file__).with_name("lexicon")


@cache
def lexicon(name: str) -> dict[str, Any]:
    """The content of `lexicon/<name>.yml`."""
    with open(_FOLDER / f"{name}.yml", encoding="utf-8") as file:
        return dict(yaml.safe_load(file))


@cache
def patterns(name: str, *keys: str) -> tuple[re.Pattern[str], ...]:
    """The list of patterns at `keys` in a lexicon, compiled.

    A pattern is a regular expression in which `<word>` stands for a list under `parts` of the same file, a space
    for any
    white space, an apostrophe for either kind or none, and a closing "ing" also for "in". Every pattern starts and
    ends at a word's edge.
    """
    book = lexicon(name)
    found: Any = book
    for key in keys:
        found = found[key]
    return tuple(compiled(pattern, book.get("parts", {})) for pattern in found)


def compiled(pattern: str, parts: dict[str, str]) -> re.Pattern[str]:
    """One pattern, as in `patterns`."""
    for _ in range(3):
        pattern = re.sub(r"<([a-z_]+)>", lambda m: f"(?:{parts[m[1]]})" if m[1] in parts else m[0], pattern)
    pattern = re.sub(r"ing(?=[)|])", "ing?", pattern)
    pattern = pattern.replace("'", "['’]?").replace(" ?", r"\s{0,3}").replace(" ", r"\s{1,9}")
    return re.compile(rf"(?<!\w)(?:{pattern})(?!\w)", re.IGNORECASE)
