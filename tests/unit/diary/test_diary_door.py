"""The five words, and what they cost whoever guesses."""
from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from conftest import NOW

from bot.diary.diary import Diary
from bot.diary.door import Door, WrongWords
from bot.diary.sessions import Open
from bot.diary.storage.engine import Factory
from bot.diary.words import clean_words, new_words, word_list

CANARY = "kingfisher marmalade"



def diary_of(db: Any, open_: Open) -> Diary:
    return Diary(db, open_.diary_id, open_.diary_key)


def test_five_words_open_the_diary_again(factory: Factory, door: Door, open_: Open, saved: dict[str, Any]) -> None:
    with factory.begin() as db:
        words = door.give_words(db, open_)
        assert door.give_words(db, open_) is None
    assert words is not None
    again = door.open_with(" - ".join(words).upper(), "10.0.0.1", NOW)
    assert again.open.has_words and again.open.diary_key == open_.diary_key
    with factory.begin() as db:
        assert diary_of(db, again.open).entries() == [saved]
    assert door.tries(open_, NOW) == {"opened": 1, "too_soon": 0}


def test_wrong_unknown_and_malformed_words_are_answered_alike(door: Door) -> None:
    waits = []
    for n, text in enumerate((" ".join(word_list()[:5]), "not words of ours at", "", "one")):
        with pytest.raises(WrongWords) as wrong:
            door.open_with(text, f"10.0.0.{n}", NOW)
        waits.append((str(wrong.value), wrong.value.retry_after >= 1))
    assert set(waits) == {("these words open nothing now", True)}


def test_the_delay_grows_and_holds_even_for_right_words(factory: Factory, door: Door, open_: Open, clock: list[Any]) -> None:
    wrong = " ".join(word_list()[:5])
    waits = []
    for _ in range(8):
        with pytest.raises(WrongWords) as failed:
            door.open_with(wrong, "10.0.0.9", NOW)
        waits.append(failed.value.retry_after)
    assert waits == sorted(waits) and waits[-1] > waits[0]
    with factory.begin() as db:
        words = door.give_words(db, open_)
    with pytest.raises(WrongWords):
        door.open_with(" ".join(words or ()), "10.0.0.9", NOW)
    clock[0] += timedelta(hours=1)
    assert door.open_with(" ".join(words or ()), "10.0.0.9", NOW).open.diary_id == open_.diary_id
    assert door.tries(open_, NOW) == {"opened": 1, "too_soon": 1}


def test_words_are_plain_and_many() -> None:
    assert len(word_list()) > 1600
    assert all(w.isalpha() and w.islower() and 3 <= len(w) <= 10 for w in word_list())
    assert clean_words(", ".join(new_words()).title()) is not None
    assert clean_words("five words that are not") is None
