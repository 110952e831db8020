"""A message's `text` holds the whole message; these take out the parts that are shown as controls.

Nothing is ever dropped: what cannot be found in the text stays in it.
static/script/split.js does the same in the browser.
"""
from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple


class Check(NamedTuple):
    """A check card's text in its parts; `rows_found` is False where the rows do not stand in it as expected."""

    intro: str
    account: str
    question: str
    rows_found: bool


def without_labels(text: str, labels: Sequence[str]) -> str:
    """The text without the option labels that close it, one a line."""
    ending = "\n".join(labels)
    if not labels or not text.endswith(ending):
        return text
    rest = text[: -len(ending)]
    return rest[:-1] if rest.endswith("\n") else text if rest else ""


def without_actions(text: str, actions: Iterable[dict[str, Any]]) -> str:
    """The text without the lines that are nothing but an action's label, or its label with its number or address."""
    shown = {line for action in actions for line in _action_lines(action)}
    return "\n".join(line for line in text.split("\n") if line.strip() not in shown)


def _action_lines(action: dict[str, Any]) -> list[str]:
    label, target = str(action["label"]), str(action.get("tel") or action.get("url") or "")
    return [label, f"{label}: {target}", f"{label} ({target})", f"{label} {target}"]


def check_parts(text: str, rows: Sequence[dict[str, Any]]) -> Check:
    """Finds the rows from the last backwards, as her account may hold a line that looks like one."""
    end, start, tail = len(text), len(text), ""
    for row in reversed(rows):
        start = text.rfind(f"\n{row['label']}: {row['value']}", 0, end)
        if start < 0:
            return Check(text, "", "", False)
        if end == len(text):
            line_end = text.find("\n", start + len(f"\n{row['label']}: {row['value']}"))
            tail = "" if line_end < 0 else text[line_end + 1:]
        end = start
    intro, _, account = text[:start].partition("\n")
    return Check(intro, account, tail, True)


def sources_apart(text: str, heading: str) -> tuple[list[str], list[str]]:
    """The lines before the heading of the sources, and the lines after it. The last such line counts."""
    lines = text.split("\n")
    at = max((i for i, line in enumerate(lines) if line == heading), default=None)
    return (lines, []) if at is None else (lines[:at], lines[at + 1:])


def around(line: str, part: str | None) -> tuple[str, str] | None:
    """What stands before and after `part` in the line, or None if it is not there."""
    if not part or part not in line:
        return None
    before, _, after = line.partition(part)
    return before, after
