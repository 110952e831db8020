"""What of a tracker has to be kept for the next turn: its last turns, and what was set before them.

Rasa's policies walk through every event of a tracker, several times a turn, and its action endpoint sends them all. The
dialogue needs the last turns, the active form and the slots; kept to these, a turn costs the same at any length of a talk.
"""
from __future__ import annotations

from typing import Any, Dict, List, Optional, Text

Event = Dict[Text, Any]
TURNS = 1


def shortened(events: List[Event]) -> List[Event]:
    """`events` as Rasa's `as_dict` gives them; the last TURNS turns, after the slots and the form that they began with."""
    starts = [n for n, event in enumerate(events) if event["event"] == "user"]
    if len(starts) <= TURNS:
        return events
    cut = starts[-TURNS]
    slots: Dict[Text, Event] = {}
    form: Optional[Event] = None
    for event in events[:cut]:
        if event["event"] == "slot":
            slots[event["name"]] = event
        elif event["event"] == "active_loop":
            form = event
    listening = next(event for event in reversed(events[:cut]) if event["event"] == "action")
    set_before = [slot for slot in slots.values() if slot["value"] is not None]
    return [*set_before, *([form] if form and form["name"] else []), listening, *events[cut:]]
