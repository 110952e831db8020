"""The five words can be read again until the person has them, and by nobody after that."""
from __future__ import annotations

from typing import Any

import pytest
from conftest import NOW

from bot.conversation.desk import Desk, request_of
from bot.diary import turns as turning
from bot.diary.interview.turn import Turn
from bot.diary.keys import Keys
from bot.diary.leases import Leases
from bot.diary.sessions import Open
from bot.diary.storage import turns as stored
from bot.diary.storage.engine import Factory
from bot.diary.turns import Turns

WORDS = "apple gentle lamp river stone"
RECEIPT = {"type": "receipt", "ref": "I-0001", "words": WORDS, "text": f"Saved as I-0001.\nHere are five words.\n{WORDS}"}
QUESTION = {"type": "choices", "text": "Have you written your five words down?"}


@pytest.fixture
def saved_turn(factory: Factory, open_: Open) -> None:
    """The turn that saved the first note, and showed the words."""
    with factory.begin() as db:
        number = turning.begin(db, open_, "save", b"body", {"shown": "Save this"}, NOW)
        turning.finish(db, open_, number, {"messages": [RECEIPT, QUESTION]})


def says(factory: Factory, keys: Keys, open_: Open, intent: str, text: str = "") -> None:
    """The person answers the question about the words; the action server takes it into the diary."""
    leases, turn = Leases(keys), Turn(intent, text, NOW, prompt="words", entry="I-0001", label="" if text else "an option")
    with factory.begin() as db:
        leases.grant(db, open_)
        turning.begin(db, open_, intent, b"", {**request_of(turn), "shown": "an option"}, NOW)
    Desk(factory, leases).take(open_.conversation_id)


def transcript(factory: Factory, open_: Open) -> list[dict[str, Any]]:
    return list(Turns(factory).history(open_)[0][1]["messages"])


def test_until_the_person_has_them_a_reload_shows_the_words(factory: Factory, keys: Keys, open_: Open, saved_turn: None) -> None:
    says(factory, keys, open_, "deny")
    assert transcript(factory, open_) == [RECEIPT, QUESTION]


@pytest.mark.parametrize("typed", ["", "yes I have got them all"])
def test_once_the_person_has_them_no_reload_shows_the_words(factory: Factory, keys: Keys, open_: Open, saved_turn: None, typed: str) -> None:
    says(factory, keys, open_, "affirm", typed)
    assert transcript(factory, open_) == [{"type": "receipt", "ref": "I-0001", "text": "Saved as I-0001."}, QUESTION]


def test_a_save_that_is_sent_again_gets_its_receipt_without_the_words(factory: Factory, keys: Keys, open_: Open, saved_turn: None) -> None:
    says(factory, keys, open_, "affirm")
    again = Turns(factory).answered(open_, "save", b"body")
    assert again is not None and again["messages"][0]["ref"] == "I-0001" and WORDS not in str(again)


def test_nothing_sealed_holds_the_words_any_more(factory: Factory, keys: Keys, open_: Open, saved_turn: None) -> None:
    says(factory, keys, open_, "affirm")
    with factory.read() as db:
        rows = stored.all_of(db, open_.conversation_id)
    for row in rows:
        for part in ("request", "outcome", "answer"):
            sealed = getattr(row, part)
            place = f"{open_.conversation_id}/turn/{row.number}/{part}"
            assert sealed is None or WORDS not in str(turning.unseal_json(open_.diary_key, sealed, place))
