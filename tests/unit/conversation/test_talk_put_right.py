"""Corrections in few words: of the note saved last, at the check card, and what was never asked is not said to have been."""
from __future__ import annotations

from typing import Any

import pytest
from talk import Talk

from bot.diary.diary import Diary

ACCOUNT = "Colin followed me home yesterday at 4pm."


def waiting(talk: Talk) -> list[dict[str, Any]]:
    """What is kept and not saved."""
    with talk.house.factory.read() as db:
        return Diary(db, talk.open.diary_id, talk.open.diary_key).unfinished()


def line(talk: Talk, field: str) -> Any:
    return waiting(talk)[-1][field]


@pytest.mark.parametrize("words, guess, field, value", [
    ("not Colin, Craig", "deny", "person", "Craig"), ("it wasn't Colin, it was Craig", "tell", "person", "Craig"),
    ("police reference is 4521/09", "send_police", "police_reference", "4521/09"),
])
def test_a_few_words_put_the_saved_note_right(talk: Talk, words: str, guess: str, field: str, value: str) -> None:
    talk.saved(ACCOUNT)
    assert talk.entries()[-1]["person"] == "Colin"
    talk.say(words, guess)
    assert talk.state()["prompt"] == "check" and line(talk, field) == value and [d["account"] for d in waiting(talk)] == [ACCOUNT]
    assert (line(talk, "asked")[-1]["prompt"], line(talk, "asked")[-1]["answer"]) == ("unasked.v1", words)
    assert talk.pick("Save this").entries()[0]["version"] == 2


def test_an_hour_is_put_right_in_scots(talk: Talk) -> None:
    talk.saved(ACCOUNT).say("it wisnae 4 it wis 5", "out_of_scope")
    assert line(talk, "when")["earliest"].startswith("2026-02-10T17")


def test_no_question_is_recorded_that_was_not_put(talk: Talk) -> None:
    talk.saved(ACCOUNT).say("I want to change the place", "correct")
    talk.say("Nottingham")
    assert "Which line do you want to change?" not in str(line(talk, "asked"))


def test_undo_after_a_save_says_that_it_is_saved_and_what_can_be_done(talk: Talk) -> None:
    assert "is saved" in talk.saved(ACCOUNT).say("undo", "previous").text() and "delete that note" in talk.text()


@pytest.mark.parametrize("words", ["did it save", "is it saved?", "has my note saved"])
def test_whether_it_is_saved_is_answered(talk: Talk, words: str) -> None:
    talk.told(ACCOUNT, "check").say(words, "ask")
    assert "not saved yet" in talk.text() and talk.state()["prompt"] == "check"
    talk.pick("Save this").say(words, "ask")
    assert "is saved" in talk.text() and talk.state()["prompt"] == "words"
    assert "is saved" in talk.pick("Yes, I have them").say(words, "ask").text() and talk.drafts() == []


@pytest.mark.parametrize("words, guess, field, value", [("not Derby, Nottingham", "deny", "place", "Nottingham"), ("take out Colin",
                                                        "remove", "person", None),
                                                        ("delete Colin", "remove", "person", None)])
def test_the_card_is_put_right(talk: Talk, words: str, guess: str, field: str, value: str | None) -> None:
    talk.told("Colin followed me home. This was in Derby.")
    before = line(talk, field)
    talk.say(words, guess)
    assert before and line(talk, field) == value and talk.state()["prompt"] == "check" and words not in line(talk, "account")


def test_cancel_at_the_card_saves_nothing_and_keeps_the_note(talk: Talk) -> None:
    talk.told(ACCOUNT).say("cancel", "deny")
    assert talk.entries() == [] and "not finished" in talk.text() and len(talk.drafts()) == 1


def test_an_option_pressed_again_adds_no_record(talk: Talk) -> None:
    old = talk.told("It happened again.", "others").option("No")
    talk.choose(old)
    before = talk.asked()
    talk.choose(old)
    assert talk.asked() == before


def test_an_option_of_a_note_that_is_saved_begins_nothing(talk: Talk) -> None:
    old = talk.told("It happened again.", "told").option("No")
    talk.choose(old).pick("Save this").choose(old)
    assert talk.state()["prompt"] is None and "saved already" in talk.text() and talk.drafts() == []


@pytest.mark.parametrize("words", ["the first one", "1", "first", "number one please"])
def test_a_phrase_is_chosen_by_its_place(talk: Talk, words: str) -> None:
    talk.told("He rang my mum about me. He left a note on my gate.", "cue").say(words)
    assert talk.state()["prompt"] == "tell_more" and talk.state()["cue"] == "0"
