"""The labelled accounts that the learned readers are fitted on, by the person who wrote them."""
from __future__ import annotations

import re
from dataclasses import dataclass
from importlib import resources

import yaml

from bot.understanding.text_parts import Span

# "[my ex](person)": the words of a fact, where they stand.
_MARKED = re.compile(r"\[([^\[\]]+)\]\((place|person|ref|impact)\)")


@dataclass(frozen=True)
class Account:
    """`text` without its marks. `spans`: kind of fact (place, person, ref, impact) -> where its words stand. `labels`: see noticed.HEADS."""
    text: str
    spans: dict[str, Span]
    labels: frozenset[str]
    voice: str


def accounts() -> list[Account]:
    """All of examples/*.yml, in the order of their files."""
    found = []
    for file in _files():
        raw = yaml.safe_load(file)
        for told in raw["accounts"]:
            text, spans = _unmarked(told["text"])
            labels = {*told.get("behaviours", ()), *(f"evidence {kind}" for kind in told.get("evidence", ()))}
            labels |= {f"{name} {'yes' if told[name] else 'no'}" for name in ("witnesses", "reported") if told.get(name) is not None}
            found.append(Account(text, spans, frozenset(labels), raw["author"]))
    return found


def _unmarked(marked: str) -> tuple[str, dict[str, Span]]:
    text, at = "", 0
    spans: dict[str, Span] = {}
    for found in _MARKED.finditer(marked):
        text += marked[at:found.start()]
        spans.setdefault(found[2], (len(text), len(text) + len(found[1])))
        text += found[1]
        at = found.end()
    return text + marked[at:], spans


def _files() -> list[str]:
    folder = resources.files("bot.understanding").joinpath("examples")
    return [f.read_text("utf-8") for f in sorted(folder.iterdir(), key=lambda f: f.name) if f.name.endswith(".yml")]
