"""Lines of JSON in and out."""
from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime, timezone
from typing import Any

from bot.commands.failure import Failed


def each_line(lines: Iterable[str]) -> Iterator[tuple[int, dict[str, Any]]]:
    """Number and object of every line that is not empty. Raises Failed at the first that is not JSON."""
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            told = json.loads(line)
        except ValueError:
            raise Failed(f"line {number} is not JSON.") from None
        if not isinstance(told, dict) or not isinstance(told.get("text"), str):
            raise Failed(f'line {number} is not an object with a "text".')
        yield number, told


def moment(told: dict[str, Any], number: int) -> datetime:
    """Its `now`, else the machine's clock, to the second. Raises Failed."""
    if told.get("now") is None:
        return datetime.now(timezone.utc).replace(microsecond=0)
    try:
        now = datetime.fromisoformat(str(told["now"]).replace("Z", "+00:00"))
    except ValueError:
        raise Failed(f'line {number} has a "now" that is not an ISO 8601 time.') from None
    return (now if now.tzinfo else now.replace(tzinfo=timezone.utc)).replace(microsecond=0)


def answer_lines(answer: Callable[[int, dict[str, Any]], dict[str, Any]]) -> None:
    """From standard input to standard output, one for one, in order."""
    sys.stdin.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]
    for number, told in each_line(sys.stdin):
        print(json.dumps({"id": told.get("id"), **answer(number, told)}, ensure_ascii=True), flush=True)
