"""A talk of any length leaves a tracker of the same length, and the dialogue goes on from it as it would have."""
from __future__ import annotations

from typing import Any

from rasa.shared.core.domain import Domain
from rasa.shared.core.trackers import DialogueStateTracker

from bot.adapters.short_tracker import TURNS, shortened

FORM = {"event": "active_loop", "name": "diary_form"}
LISTEN = {"event": "action", "name": "action_listen"}
DOMAIN = Domain.from_dict({"intents": ["tell"], "slots": {"requested_slot": {"type": "any", "mappings": [{"type": "custom"}]}},
                           "forms": {"diary_form": {"required_slots": []}}})


def turn(n: int) -> list[dict[str, Any]]:
    return [{"event": "user", "text": "[withheld]", "parse_data": {"intent": {"name": "tell", "confidence": 1.0}, "entities": []}},
            {"event": "action", "name": "diary_form"}, {"event": "slot", "name": "requested_slot", "value": f"question {n}"}, LISTEN]


def talk(turns: int) -> list[dict[str, Any]]:
    return [{"event": "action", "name": "action_session_start"}, {"event": "session_started"}, LISTEN, *turn(0)[:1], FORM, *turn(0)[1:],
            *(event for n in range(1, turns) for event in turn(n))]


def state(events: list[dict[str, Any]]) -> Any:
    tracker = DialogueStateTracker.from_dict("x", events, DOMAIN.slots)
    return tracker.active_loop_name, tracker.get_slot("requested_slot"), tracker.latest_action_name, tracker.latest_message.intent["name"]


def test_a_long_talk_keeps_its_last_turns_its_form_and_its_slots() -> None:
    short = shortened(talk(40))
    assert sum(event["event"] == "user" for event in short) == TURNS
    assert state(short) == state(talk(40)) == ("diary_form", "question 39", "action_listen", "tell")


def test_it_stays_as_short_turn_after_turn() -> None:
    kept, lengths = talk(3), set()
    for n in range(3, 30):
        kept = shortened(kept + turn(n))
        lengths.add(len(kept))
    assert len(lengths) == 1 and state(kept) == state(talk(30))


def test_a_short_talk_is_left_alone() -> None:
    assert shortened(talk(1)) == talk(1) and shortened([]) == []


def test_a_form_that_was_left_does_not_come_back() -> None:
    left = [*talk(4), {"event": "active_loop", "name": None}, *turn(5), *turn(6), *turn(7)]
    assert state(shortened(left))[0] is None


def test_a_turn_that_broke_off_leaves_a_dialogue_that_listens() -> None:
    say = {"event": "action", "name": "action_say"}
    broken = [*talk(3), turn(3)[0], *[say] * 10]
    assert state(shortened(broken))[2] == "action_listen"
    again = shortened([*broken, turn(4)[0]])
    assert [e["name"] for e in again if e["event"] == "action"] == ["action_listen", "action_listen"]
    assert again[-2]["event"] == "user"
