"""Somebody who writes in another language is told once what this page can read; nothing of theirs is lost."""
from __future__ import annotations

from talk import Talk

SPANISH = "mi ex me sigue todos los dias y tengo miedo"


def test_an_account_in_another_language_is_kept_and_it_is_said_once_that_only_english_is_read(talk: Talk) -> None:
    talk.say("yes", "affirm").say(SPANISH)
    assert "I can read English only" in talk.messages[0]["text"] and "interpreter is free" in talk.text() and "999" in talk.text()
    assert talk.drafts()[-1]["account"] == SPANISH and talk.state()["prompt"] == "more"
    talk.say("siempre esta con su hermano en la calle")
    assert "English only" not in talk.text()


def test_what_is_not_followed_says_so_too(talk: Talk) -> None:
    talk.say("помощь по этой странице", "out_of_scope")
    assert "I can read English only" in talk.text()


def test_english_hears_nothing_of_it(talk: Talk) -> None:
    talk.say("yes", "affirm").say("My ex José Luis Martínez followed me to El Paso Road on Monday")
    assert "English only" not in talk.text()


def test_danger_in_another_language_gets_the_card_with_the_dialogue_gone(talk: Talk) -> None:
    talk.say("yes", "affirm")
    talk.mind.away = True
    talk.say("он у моей двери")
    assert talk.messages[0]["type"] == "crisis" and talk.messages[0]["kind"] == "emergency"
