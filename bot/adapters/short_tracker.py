"""What of a tracker has to be kept for the next turn: its last turns, and what was set before them.

Rasa's policies walk through every event of a tracker, several times a turn, and its action endpoint sends them all. The
dialogue needs the last turns, the active form and the slots; kept to these, a turn costs the same at any length of a talk.
"""
from __future__ import annotations

from typing import Any, Dict, List, Optional, Text

Event = Dict[Text, Any]
TURNS = 1
LISTEN = "action_listen"


def shortened(events: List[Event]) -> List[Event]:
    """`events` as Rasa's `as_dict` gives them; the last TURNS turns, after the slots and the form that they began with.

    A turn that broke off is closed: to a dialogue that does not listen, nothing that is said next matches a rule.
    """
    return _closed(_cut(events))


def _cut(events: List[Event]) -> List[Event]:
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
    listening = next((event for event in reversed(events[:cut]) if _listens(event)), {"event": "action", "name": LISTEN})
    set_before = [slot for slot in slots.values() if slot["value"] is not None]
    return [*set_before, *([form] if form and form["name"] else []), listening, *events[cut:]]


def _closed(events: List[Event]) -> List[Event]:
    last = next((event for event in reversed(events) if event["event"] in ("action", "user")), None)
    if last is None or _listens(last) or last.get("name") == "action_session_start":
        return events
    done = [event for event in events if event["event"] != "action_execution_rejected"]
    return [*done, {"event": "action", "name": LISTEN}]


def _listens(event: Event) -> bool:
    return event["event"] == "action" and event.get("name") == LISTEN
