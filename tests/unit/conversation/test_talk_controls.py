"""Yes, no, maybe, skip, back, repeat, help, later and delete: at every question, typed or tapped."""
from __future__ import annotations

import pytest
from talk import Talk

from bot.diary.sessions import NoSession

ACCOUNT = "He was in the car park again."
BARE = "It happened again."
QUESTIONS = ["account", "more", "when", "kinds", "others", "impact", "told", "check"]


def at(talk: Talk, question: str) -> Talk:
    return talk.say("yes", "affirm") if question == "account" else talk.told(BARE, question)


@pytest.mark.parametrize("question", QUESTIONS)
@pytest.mark.parametrize("words", ["repeat", "say that again please", "what can I do here?"])
def test_repeat_and_help_put_the_question_again_and_are_no_answer(talk: Talk, question: str, words: str) -> None:
    asked = at(talk, question).messages[-1]["text"]
    talk.say(words, "affirm")
    assert talk.state()["prompt"] == question and talk.messages[-1]["text"] == asked
    assert talk.entries() == [] and words not in str(talk.drafts())


@pytest.mark.parametrize("question", QUESTIONS)
@pytest.mark.parametrize("words", ["later", "stop"])
def test_later_keeps_the_note_as_not_finished(talk: Talk, question: str, words: str) -> None:
    at(talk, question).say(words)
    assert talk.state()["prompt"] is None and words not in str(talk.drafts())
    assert question == "account" or "not finished" in talk.text()


def test_back_opens_the_question_before_and_both_answers_are_kept(talk: Talk) -> None:
    talk.told("He rang me.", "where").say("go back")
    assert talk.state()["prompt"] == "when"
    talk.say("yesterday")
    assert talk.drafts()[-1]["when"]["edtf"] == "2026-02-10" and talk.state()["prompt"] == "where"
    assert [a for p, a in talk.asked() if p == "when"] == ["skipped", "yesterday"]


def test_back_and_back_again_goes_further(talk: Talk) -> None:
    talk.told("He rang me.", "who").say("back").say("back")
    assert talk.state()["prompt"] == "when"


def test_back_at_the_first_question_says_that_there_is_none(talk: Talk) -> None:
    talk.say("yes", "affirm").say("back")
    assert "no question before" in talk.text() and talk.state()["prompt"] == "account"


@pytest.mark.parametrize("question, field", [("others", "witnesses"), ("where", "place"), ("who", "person"), ("told", "reported")])
def test_maybe_is_not_known(talk: Talk, question: str, field: str) -> None:
    talk.told("He rang me.", question).say("maybe", "affirm")
    assert talk.drafts()[-1][field] is None and (question, "not known") in talk.asked()


@pytest.mark.parametrize("words", ["say that again please", "is that right though?", "hmm", "ok but is the date right", "that's all", "maybe",
                                   "what happens then?", "this looks about right to me"])
def test_only_a_clear_yes_saves(talk: Talk, words: str) -> None:
    talk.told(ACCOUNT).say(words, "affirm")
    assert talk.entries() == [] and talk.state()["prompt"] == "check" and words not in str(talk.drafts())


@pytest.mark.parametrize("words", ["yes", "yes please", "save it", "ok save this"])
def test_a_clear_yes_saves(talk: Talk, words: str) -> None:
    talk.told(ACCOUNT).say(words, "affirm")
    assert [e["account"] for e in talk.entries()] == [ACCOUNT]


def test_the_button_of_an_older_card_shows_the_newer_one(talk: Talk) -> None:
    old = talk.told(ACCOUNT).option("Save this")
    talk.say("it also had a dent in the left door")
    talk.choose(old)
    assert talk.entries() == [] and talk.types()[-1] == "check" and "changed since" in talk.text()
    talk.pick("Save this")
    assert "dent" in talk.entries()[0]["account"]


def test_an_old_card_of_a_saved_note_saves_nothing_twice(talk: Talk) -> None:
    old = talk.told(ACCOUNT).option("Save this")
    talk.choose(old).choose(old)
    assert len(talk.entries()) == 1 and "saved already" in talk.text()


@pytest.mark.parametrize("words", ["hi", "hello, is anyone there?"])
def test_a_greeting_is_answered_and_the_first_question_put_again(talk: Talk, words: str) -> None:
    talk.say(words, "greet")
    assert talk.text().startswith("Hello") and talk.state()["prompt"] == "safety" and talk.drafts() == []


@pytest.mark.parametrize("words", ["asdfgh", "blorp zing"])
def test_a_slip_of_the_keys_is_no_account(talk: Talk, words: str) -> None:
    talk.say(words, "out_of_scope")
    assert "did not follow" in talk.text() and talk.state()["prompt"] == "safety" and talk.drafts() == []


def test_a_call_for_help_is_asked_about_danger_first(talk: Talk) -> None:
    talk.say("i need help")
    assert talk.messages[-1]["text"].startswith("Are you in danger now?") and talk.drafts() == []
    assert "Find someone to talk to" in talk.say("no", "deny").text()


def test_goodbye_is_no_yes(talk: Talk) -> None:
    talk.say("i need help")
    assert "crisis" not in talk.say("bye", "affirm").types()


@pytest.mark.parametrize("words", ["delete I-0001", "please delete note 1", "withdraw that note"])
def test_a_note_is_taken_back_after_a_question_and_stays_in_the_ledger(talk: Talk, words: str) -> None:
    talk.saved(ACCOUNT).say(words)
    assert talk.entries()[0]["status"] == "saved" and ACCOUNT in talk.text()
    talk.pick("Yes, take it back")
    assert [(e["status"], e["account"]) for e in talk.entries()] == [("withdrawn", ACCOUNT)]
    assert "taken back" in talk.say("show my notes", "see_diary").text()


def test_a_note_is_taken_back_from_the_list(talk: Talk) -> None:
    talk.saved(ACCOUNT).say("show my notes", "see_diary").pick("Take back I-0001").say("yes", "affirm")
    assert talk.entries()[0]["status"] == "withdrawn"


def test_a_draft_is_thrown_away_only_when_that_is_sure(talk: Talk) -> None:
    talk.told(ACCOUNT, "who").say("delete this draft").say("no", "deny")
    assert len(talk.drafts()) == 1 and talk.state()["prompt"] == "who"
    talk.say("delete this draft").say("yes", "affirm")
    assert talk.drafts() == []


def test_erasing_takes_a_button_and_two_typed_words_and_ends_the_session(talk: Talk) -> None:
    talk.saved(ACCOUNT).say("please delete everything")
    assert talk.say("yes", "affirm").state()["prompt"] == "erase"
    talk.pick("Yes, erase everything").say("yes", "affirm")
    assert len(talk.entries()) == 1
    talk.say("erase everything").pick("Yes, erase everything").say("Erase everything.")
    assert "cannot call those back" in talk.text()
    with pytest.raises(NoSession):
        talk.say("hello")


def test_nothing_is_there_to_take_back(talk: Talk) -> None:
    assert "found no note" in talk.say("delete I-0007").text()
    assert talk.state()["prompt"] == "safety"


def test_a_dialogue_that_fails_loses_no_words_beside_a_question(talk: Talk) -> None:
    talk.told(ACCOUNT, "impact")
    talk.mind.away = True
    talk.say("what is an order? he came back with a dog an hour later", "ask")
    assert "dog" in talk.drafts()[-1]["account"] and talk.state()["prompt"] == "impact"
