"""Sessions, leases and turns."""
from __future__ import annotations

from datetime import timedelta

import pytest
from conftest import NOW

from bot.diary import turns as turning
from bot.diary.door import Door
from bot.diary.keys import Keys
from bot.diary.leases import Leases, NoLease
from bot.diary.sessions import NoSession, Open, Opened, Sessions
from bot.diary.storage.engine import Factory, open_database
from bot.diary.turns import OtherBody, Turns

CANARY = "kingfisher marmalade"



def test_a_session_outlives_a_restart(url: str, keys: Keys, opened: Opened) -> None:
    assert Sessions(open_database(url), keys).find(opened.token, NOW) == opened.open


def test_an_unknown_token_is_no_session(sessions: Sessions) -> None:
    with pytest.raises(NoSession):
        sessions.find("nothing", NOW)


def test_an_idle_session_locks_once_there_are_words(factory: Factory, sessions: Sessions, door: Door, opened: Opened) -> None:
    sessions.find(opened.token, NOW + timedelta(hours=2))
    with factory.begin() as db:
        door.give_words(db, opened.open)
    sessions.find(opened.token, NOW + timedelta(hours=2, minutes=9))
    sessions.find(opened.token, NOW + timedelta(hours=2, minutes=18))
    with pytest.raises(NoSession):
        sessions.find(opened.token, NOW + timedelta(hours=2, minutes=29))
    with pytest.raises(NoSession):
        sessions.find(opened.token, NOW)


def test_a_session_ends_after_twelve_hours(sessions: Sessions, opened: Opened) -> None:
    for hours in range(1, 12):
        sessions.find(opened.token, NOW + timedelta(hours=hours))
    with pytest.raises(NoSession):
        sessions.find(opened.token, NOW + timedelta(hours=12))


def test_leaving_destroys_what_the_session_held(factory: Factory, keys: Keys, sessions: Sessions, opened: Opened) -> None:
    with factory.begin() as db:
        turning.begin(db, opened.open, "k", b"", {"text": "words"}, NOW)
        Leases(keys).grant(db, opened.open)
    assert sessions.end(opened.token, NOW) == opened.open.conversation_id
    assert sessions.end(opened.token, NOW) is None
    with pytest.raises(NoSession):
        sessions.find(opened.token, NOW)
    with factory.begin() as db, pytest.raises(NoLease):
        Leases(keys).take(db, opened.open.conversation_id)
    assert Turns(factory).history(opened.open) == []


def test_a_lease_gives_the_key_for_one_turn(factory: Factory, keys: Keys, open_: Open) -> None:
    leases = Leases(keys)
    with factory.begin() as db:
        leases.grant(db, open_)
    with factory.begin() as db:
        assert leases.take(db, open_.conversation_id) == (open_.diary_id, open_.diary_key)
    with factory.begin() as db:
        leases.end(db, open_.conversation_id)
    with factory.begin() as db, pytest.raises(NoLease):
        leases.take(db, open_.conversation_id)




def test_the_same_key_and_body_get_the_same_answer(factory: Factory, open_: Open) -> None:
    turns = Turns(factory)
    assert turns.answered(open_, "k", b"body") is None
    with factory.begin() as db:
        number = turning.begin(db, open_, "k", b"body", {"text": "hello"}, NOW)
        assert turning.begin(db, open_, "k", b"body", {"text": "hello"}, NOW) == number
        turning.finish(db, open_, number, {"messages": [1]})
    assert turns.answered(open_, "k", b"body") == {"messages": [1]}
    assert turns.history(open_) == [({"text": "hello"}, {"messages": [1]})]
    with pytest.raises(OtherBody):
        turns.answered(open_, "k", b"other")


def test_what_the_diary_said_is_kept_with_the_turn(factory: Factory, open_: Open) -> None:
    with factory.begin() as db:
        number = turning.begin(db, open_, "k", b"", {"text": "t"}, NOW)
        turning.record_outcome(db, open_.conversation_id, number, open_.diary_key, {"prompt": "more"})
    with factory.begin() as db:
        current = turning.current(db, open_.conversation_id, open_.diary_key)
    assert current == turning.CurrentTurn(number, {"text": "t"}, {"prompt": "more"})
