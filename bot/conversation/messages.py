"""Messages of CONTRACT section 2, and the options in them."""
from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from bot.conversation.state import State

Message = dict[str, Any]


class Messages:
    """Makes those of one turn; what their options mean is kept in its state."""

    def __init__(self, state: State) -> None:
        self._state = state

    def message(self, type_: str, text: str, **fields: Any) -> Message:
        """One message of CONTRACT section 2."""
        return {"v": 1, "id": self._state.new_message(), "type": type_, "lang": "en", "text": text, **fields}

    def choices(self, text: str, options: Sequence[dict[str, Any]], type_: str = "choices",
                 many: bool = False, **fields: Any) -> Message:
        """A question with options; `many`: more than one may be picked."""
        message = self.message(type_, "")
        shown = self.options(options, many)
        message["text"] = "\n".join([text, *(o["label"] for o in shown)])
        message.update(options=shown, **({"many": many} if type_ == "choices" else {}), **fields)
        return message

    def options(self, options: Sequence[dict[str, Any]], many: bool = False) -> list[dict[str, Any]]:
        """Options as they are shown, each under a name that says nothing."""
        shown: list[dict[str, Any]] = []
        for option in options:
            values = option.get("values") or ([option["value"]] if "value" in option else [])
            means = {"intent": option["intent"], "values": values, "topic": option.get("topic"), "label": option["label"],
                     "many": many and bool(values)}
            shown.append({"id": self._state.new_option(means), "label": option["label"]})
            # Beside boxes to tick, one that goes with no other.
            if many and not values:
                shown[-1]["alone"] = True
        return shown
