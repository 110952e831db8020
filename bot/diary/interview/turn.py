"""What comes into the interview, and what comes out of it."""
from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from bot.understanding.hurt import tells_of_grave_harm


@dataclass(frozen=True)
class Turn:
    """One thing a person did.

    `intent`: what the pipeline or the chosen option says it is. `text`: her words exactly as typed, "" for a choice.
    `values`: what chosen options stand for. `card`: the fields of a date card. `prompt`: the question that was open.
    `entry`: the draft, or the saved entry, that the question was about. `cue`: which of her phrases `tell_more` asks about, by its
    place in the draft's list: never the phrase itself. `noticed`: what the learned readers made of the words (see
    bot/understanding/noticed.py), None where they did not read them.
    """
    intent: str
    text: str
    now: datetime
    prompt: str | None = None
    entry: str | None = None
    cue: str | None = None
    values: tuple[str, ...] = ()
    label: str = ""
    card: dict[str, Any] | None = None
    has_words: bool = False
    noticed: dict[str, float] | None = None

    @property
    def chosen(self) -> bool:
        """Whether an option was picked, rather than words typed."""
        return bool(self.label)

    @property
    def answer(self) -> str:
        """What stands in `asked` as her answer."""
        return self.text or self.label


@dataclass(frozen=True)
class Outcome:
    """What to say, in order, and the question that is open then (None: none).

    `says` are outlines, never words of hers: {"say": "line", "line": key}, {"say": "receipt", "entry", "number"}...
    """
    says: list[dict[str, Any]] = field(default_factory=list)
    prompt: str | None = None
    entry: str | None = None
    cue: str | None = None


def line(key: str, **more: Any) -> dict[str, Any]:
    """The outline of one fixed sentence of lines.yml."""
    return {"say": "line", "line": key, **more}


def before_leaving(turn: Turn) -> list[dict[str, Any]]:
    """What must be known of a note that is not saved before she goes: without five words, nothing opens it again."""
    return [] if turn.has_words else [line("gone_if_you_leave")]


def care(turn: Turn, account: str) -> list[dict[str, Any]]:
    """What is said first where grave harm is told: a body is seen to before any question. `account`: what was told before, "" for nothing."""
    return [line("hurt")] if tells_of_grave_harm(turn.text) and not tells_of_grave_harm(account) else []


def kept(turn: Turn) -> dict[str, Any]:
    """Says that an account is kept, and while no five words open it yet, that it is not saved."""
    return line("kept" if turn.has_words else "kept_first")
