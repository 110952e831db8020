"""Where a conversation stands: the open question, and what the options shown mean. Sealed with the diary's key."""
from __future__ import annotations

import secrets
from dataclasses import asdict, dataclass, field
from typing import Any

from bot.understanding.place_in_list import place_in_list
from bot.understanding.plain_words import plain

# Options of this many messages back can still be chosen: a double tap, or a second look at the card above.
MESSAGES_KEPT = 8
# Questions that show a list to choose from.
LISTS = ("cue", "kinds", "change_what")


class UnknownChoice(Exception):
    """An option or a card that this session was never shown, or that has gone stale."""


@dataclass
class State:
    """`options`: id -> {"intent", "values", "topic", "label", "many", "prompt", "entry", "cue", "message"}; `cards` likewise for date cards.

    `before`: how many messages there were before the newest answer. `checking`: whether the last question was if there is danger now;
    `carded`: the card for danger that was shown last, while nothing else was said since; `pausing`: whether the last question was to
    stop or to carry on. `calm_to`: up to which message her word that there is no danger stands against a faint sign of it. `answered`:
    the topic of the last answer, while nothing else was said since. `english_only`: whether it was said that only English is read.
    """
    prompt: str | None = None
    entry: str | None = None
    cue: str | None = None
    checking: bool = False
    carded: str | None = None
    pausing: bool = False
    calm_to: int = 0
    answered: str | None = None
    english_only: bool = False
    count: int = 0
    before: int = 0
    options: dict[str, dict[str, Any]] = field(default_factory=dict)
    cards: dict[str, dict[str, Any]] = field(default_factory=dict)

    def new_message(self) -> str:
        """The id of the next message; options of old messages are forgotten."""
        self.count += 1
        oldest = self.count - MESSAGES_KEPT
        self.options = {i: o for i, o in self.options.items() if o["message"] > oldest}
        self.cards = {i: c for i, c in self.cards.items() if c["message"] > oldest}
        return f"m-{self.count}-{secrets.token_hex(4)}"

    def new_option(self, means: dict[str, Any]) -> str:
        """An opaque id for an option of the message made last."""
        name = secrets.token_urlsafe(9)
        self.options[name] = {**means, "message": self.count, "prompt": self.prompt, "entry": self.entry, "cue": self.cue}
        return name

    def option(self, name: object) -> dict[str, Any]:
        """What an option means; raises UnknownChoice."""
        if not isinstance(name, str) or name not in self.options:
            raise UnknownChoice
        return self.options[name]

    def labelled(self, text: str) -> dict[str, Any] | None:
        """The option of the newest answer whose label was typed, marks and capitals aside; the one shown last where two have it."""
        typed = plain(text)
        shown = [o for o in self.options.values() if o["message"] > self.before and plain(o["label"]) == typed]
        return shown[-1] if typed and shown else None

    def numbered(self, text: str) -> dict[str, Any] | None:
        """The option of a list, just shown, that is named by its place in it: "the first one", "2"."""
        listed = [o for o in self.options.values() if o["message"] > self.before and o["prompt"] in LISTS and o["values"]]
        place = place_in_list(text, len(listed)) if listed else None
        return None if place is None else listed[place]

    def card(self, name: object) -> dict[str, Any]:
        """The question a date card was shown for; raises UnknownChoice."""
        if not isinstance(name, str) or name not in self.cards:
            raise UnknownChoice
        return self.cards[name]

    def to_dict(self) -> dict[str, Any]:
        """For the sealed store."""
        return asdict(self)
