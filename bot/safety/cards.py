"""The cards that are shown when there is danger. They need nothing but a file of the package, read once."""
from __future__ import annotations

from importlib import resources
from typing import Any

import yaml

from bot.safety.assessment import Assessment

# Beside an answer, in this order, the first that fits.
BESIDE = ("self_harm", "silent", "perpetrator", "device_monitored", "child", "third_party", "distress")
# Beside this one nothing that was asked is answered: it could be of use to the one who does it.
REFUSES = ("perpetrator",)
# Of these the learned readers must be plainly sure, or a rule must have spoken: a card about children beside the account of a
# teacher, about helping a friend beside one's own, or a refusal where somebody asks for their rights, does harm.
PLAIN_ONLY = ("silent", "perpetrator", "device_monitored", "child", "third_party", "distress")


class Cards:
    """Cards by kind. `emergency_line`: one line for errors. `check_question`: {"text", "options": [{"label", "intent"}]}."""

    def __init__(self, raw: dict[str, Any]) -> None:
        self._raw = raw
        self.emergency_line = str(raw["emergency_line"])
        self.check_question: dict[str, Any] = raw["check"]

    @classmethod
    def load(cls) -> Cards:
        """Reads cards.yml."""
        return cls(yaml.safe_load(resources.files("bot.safety").joinpath("cards.yml").read_text("utf-8")))

    @property
    def kinds(self) -> tuple[str, ...]:
        """Every kind there is a card for."""
        return tuple(self._raw["cards"])

    def card(self, kind: str) -> dict[str, Any]:
        """Fields of a message of type crisis, but for its `v` and `id`. KeyError for an unknown kind."""
        card = self._raw["cards"][kind]
        actions = [self._raw["call_999"], *card.get("actions", [])]
        lines = [*card["text"], *(line for line in self._raw["always"] if "999" not in " ".join(card["text"]) or kind == "self_harm"),
                 *(action["label"] for action in actions)]
        return {"type": "crisis", "lang": "en", "kind": kind, "text": "\n".join(lines), "actions": [dict(a) for a in actions]}


def choose(found: Assessment) -> str | None:
    """The card that takes over, or None: only at the level of emergency."""
    if found.level != "emergency":
        return None
    if "self_harm" in found.signals and "emergency" not in found.signals:
        return "self_harm"
    return "silent" if "silent" in found.signals else "emergency"


def aside(found: Assessment) -> str | None:
    """The card that belongs beside an answer, or None."""
    if found.level == "emergency":
        return None
    return next((kind for kind in BESIDE if kind in found.signals and _belongs(kind, found)), None)


def _belongs(kind: str, found: Assessment) -> bool:
    if kind == "silent" and found.level == "none":
        # Somebody who once could not speak needs nothing now.
        return False
    return kind not in PLAIN_ONLY or f"plain.{kind}" in found.rules or f"learned.{kind}" not in found.rules
