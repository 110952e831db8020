"""The compiler that makes the page: typst, with its own fonts first and the machine's for signs those lack."""

from __future__ import annotations

import json
import re
from datetime import datetime, timezone
from functools import lru_cache
from importlib import resources
from typing import Any, Final

import typst

TEMPLATE = "copy.typ"
STANDARD: Final = "ua-1"
# What typst says of each sign it cannot draw, which PDF/UA-1 forbids. No documented interface, so a test holds it.
_LACKS = re.compile(r'the text `"((?:[^"\\]|\\.)*)"` could not be displayed')
_ESCAPE = re.compile(r"\\u\{([0-9a-f]+)\}|\\(.)")
PROBE = "probe.typ"


class CannotPrint(RuntimeError):
    """The page could not be made. `signs`: those no font has. The message holds nothing of what was to be printed."""

    def __init__(self, signs: frozenset[str]) -> None:
        super().__init__("the printed copy could not be made")
        self.signs = signs


@lru_cache(maxsize=2)
def fonts(of_the_machine: bool = True) -> typst.Fonts:
    """The fonts of the wheel (they cover Welsh and Polish) and, if asked for, the machine's, such as Noto."""
    return typst.Fonts(include_system_fonts=of_the_machine, include_embedded_fonts=True)


def undrawable(runs: list[str], of_the_machine: bool = True) -> frozenset[str]:
    """The signs among these short texts that no font can draw. About a millisecond."""
    try:
        _compile(PROBE, {"runs": json.dumps(runs)}, datetime(2000, 1, 1, tzinfo=timezone.utc), of_the_machine)
    except CannotPrint as refusal:
        return refusal.signs
    return frozenset()


def typeset(doc: dict[str, Any], made_at: datetime, of_the_machine: bool = True) -> bytes:
    """A4, tagged, held to PDF/UA-1 (ISO 14289-1) while it compiles, dated `made_at`. Bytes; CannotPrint if refused."""
    return _compile(TEMPLATE, {"doc": json.dumps(doc)}, made_at, of_the_machine)


def _compile(template: str, inputs: dict[str, str], made_at: datetime, of_the_machine: bool) -> bytes:
    source = resources.files(__package__).joinpath(template).read_bytes()
    try:
        made = typst.compile(
            source,
            format="pdf",
            pdf_standards=STANDARD,
            timestamp=int(made_at.timestamp()),
            sys_inputs=inputs,
            font_paths=fonts(of_the_machine),
            ignore_system_fonts=True,
        )
        return made
    except typst.TypstError as error:
        signs = frozenset(sign for run in _LACKS.findall(error.diagnostic) for sign in _unescaped(run))
    raise CannotPrint(signs)  # outside the handler: the compiler's own message quotes what was typed


def _unescaped(run: str) -> str:
    return _ESCAPE.sub(lambda m: chr(int(m[1], 16)) if m[1] else m[2], run)
