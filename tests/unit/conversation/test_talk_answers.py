"""Answers as people give them: what they fill, what is shown of them, and that nothing told is asked for again."""
from __future__ import annotations

import pytest
from talk import Talk

from bot.safety.assessment import Assessment

BARE = "It happened again."
TWO_DAYS = "On Monday he followed me to Tesco in his car. Then yesterday at 9pm he rang me 40 times and left voicemails."


@pytest.mark.parametrize("question, words, guess, field, value", [
    ("others", "my sister did, she filmed it", "tell", "witnesses", True),
    ("others", "I was on my own", "tell", "witnesses", False),
    ("others", "the neighbour at 14 saw him", "tell", "witnesses", True),
    ("others", "the neighbour at 14 saw him", "deny", "witnesses", True),
    ("others", "only the dog", "deny", "witnesses", False),
    ("told", "rang 101, they gave me log 345", "tell", "reported", True),
    ("told", "HR", "tell", "person", None),
    ("told", "I told my manager at work, not the police", "deny", "reported", False),
    ("told", "I haven't told the police", "tell", "reported", False),
    ("told", "I haven’t told the police", "deny", "reported", False),
    ("others", "I haven’t told the police", "tell", "reported", False),
    ("told", "I haven't told the police", "send_police", "reported", False),
])
def test_answers_are_taken_as_they_are_meant(talk: Talk, question: str, words: str, guess: str, field: str, value: object) -> None:
    talk.told(BARE, question).say(words, guess)
    assert talk.drafts()[-1][field] is value and (question, words) in talk.asked()


def test_a_date_after_dunno_is_a_date(talk: Talk) -> None:
    talk.told(BARE, "when").say("dunno, a few weeks back", "not_known")
    assert talk.drafts()[-1]["when"]["as_told"] == "a few weeks back" and ("when", "dunno, a few weeks back") in talk.asked()


def test_a_date_told_at_a_later_question_is_taken(talk: Talk) -> None:
    talk.told(BARE, "kinds").say("he followed me home on tuesday")
    draft = talk.drafts()[-1]
    assert draft["when"]["edtf"] == "2026-02-10" and draft["behaviours"] == ["following"]


@pytest.mark.parametrize("words", ["He rang me. He didn't say anything.", "She left a letter at the gate without a word."])
def test_no_words_are_asked_for_where_nothing_was_said(talk: Talk, words: str) -> None:
    talk.told(words)
    assert "said" not in [prompt for prompt, _ in talk.asked()]


def test_he_did_not_say_anything_ends_the_question_about_words(talk: Talk) -> None:
    talk.told("He rang me again and again.", "said").say("He didn't say anything", "deny")
    assert talk.state()["prompt"] != "said" and ("said", "He didn't say anything") in talk.asked()


def test_a_question_she_asks_back_is_no_answer(talk: Talk) -> None:
    talk.told(BARE, "where").say("do you need the street name?")
    assert talk.state()["prompt"] == "where" and talk.drafts()[-1]["place"] is None
    assert ("where", "do you need the street name?") in talk.asked()


def test_the_card_shows_what_was_answered_in_words(talk: Talk) -> None:
    talk.told("He rang my mum about me.", "cue").pick("“He rang my mum about me”").say("it was gone midnight").to("said").say("tell her I know")
    talk.to("told").say("I told my manager at work").to("check")
    shown = {row["label"]: row["value"] for row in talk.messages[-1]["rows"]}
    assert shown["You wrote “He rang my mum about me”"] == "it was gone midnight"
    assert shown["Words you remember"] == "tell her I know" and shown["Who you told"] == "I told my manager at work"
    talk.pick("Change: Words you remember").say("tell her I know where she is")
    assert {row["label"]: row["value"] for row in talk.messages[-1]["rows"]}["Words you remember"] == "tell her I know where she is"


def test_every_line_can_be_changed(talk: Talk) -> None:
    talk.told(BARE).say("no", "deny")
    labels = [o["label"] for o in talk.messages[-1]["options"]]
    assert len(labels) == 10 and {"What kind of thing", "Things you have", "Police reference"} <= set(labels)
    assert talk.say("change nothing", "stop").state()["prompt"] == "check"


def test_that_is_all_at_the_card_changes_nothing(talk: Talk) -> None:
    talk.told(BARE).say("that's all", "deny")
    assert talk.state()["prompt"] == "check" and "not saved yet" in talk.text()


def test_adding_to_a_saved_note_leaves_its_account(talk: Talk) -> None:
    talk.saved(BARE).say("I want to change my last note", "correct").pick("Change nothing").pick("Add to my words")
    talk.say("he had a dog with him").pick("Save this")
    entry = talk.entries()[0]
    assert entry["account"] == BARE and entry["version"] == 2 and entry["asked"][-1]["answer"] == "he had a dog with him"


def test_another_day_is_named_before_the_card_and_offered_after_it(talk: Talk) -> None:
    talk.told(TWO_DAYS)
    assert "more than one day" in talk.text()
    talk.pick("Save this").pick("Yes, I have them").pick("Write the other day as its own note")
    assert "Then yesterday at 9pm he rang me 40 times" in talk.text() and talk.state()["prompt"] == "more"
    assert [e["account"] for e in talk.entries()] == [TWO_DAYS] and len(talk.drafts()) == 1


def test_a_year_that_is_only_named_is_no_other_day(talk: Talk) -> None:
    talk.told("We split in 2021. Yesterday he followed me home from work.")
    assert "more than one day" not in talk.text()
    assert "other day" not in talk.pick("Save this").pick("Yes, I have them").text()


@pytest.mark.parametrize("words, guess", [("I have copies of the letters", "take_copy"), ("I kept the notes he left", "see_diary")])
def test_an_answer_that_sounds_like_a_wish_is_an_answer(talk: Talk, words: str, guess: str) -> None:
    talk.told(BARE, "keep").say(words, guess)
    assert ("keep", words) in talk.asked() and talk.state()["prompt"] != "keep"


@pytest.mark.parametrize("guess", ["ask", "find_service"])
def test_nobody_who_seeks_a_person_is_answered(talk: Talk, guess: str) -> None:
    seeks = Assessment("none", ("perpetrator",), ("learned.perpetrator", "plain.perpetrator"))
    talk.told(BARE, "impact").say("can you find out where he lives for me?", guess, seeks)
    assert talk.types()[0] == "crisis" and not {"answer", "service"} & set(talk.types())
    assert talk.state()["prompt"] == "impact"


@pytest.mark.parametrize("words", ["can you change who to Kevin Braithwaite", "please change who to Kevin Braithwaite"])
def test_a_change_is_asked_for_politely(talk: Talk, words: str) -> None:
    talk.told("My ex Kev sat outside my work.").say(words, "ask")
    assert talk.drafts()[-1]["person"] == "Kevin Braithwaite" and "answer" not in talk.types()


@pytest.mark.parametrize("words", ["can you tell me about an spo", "can i change my phone number?", "can you find me someone to talk to"])
def test_a_polite_question_is_still_a_question(talk: Talk, words: str) -> None:
    assert "answer" in talk.told(BARE, "others").say(words, "ask").types()


@pytest.mark.parametrize(("words", "guess", "seen"), [("n", "deny", False), ("y", "affirm", True), ("N", "tell", False), ("nah m8", "deny", False)])
def test_one_letter_answers_whether_anyone_saw_it(talk: Talk, words: str, guess: str, seen: bool) -> None:
    talk.told("Yesterday he followed me home.", "others").say(words, guess)
    assert talk.drafts()[-1]["witnesses"] is seen


def test_a_place_told_with_another_answer_is_not_asked_for_again(talk: Talk) -> None:
    talk.told("Yesterday Colin touched me.", "cue").say("and he came back to the office")
    assert talk.drafts()[-1]["place"] == "the office" and talk.state()["prompt"] != "where"


def test_where_a_thing_is_kept_is_not_where_it_happened(talk: Talk) -> None:
    talk.told(BARE, "others").say("my sister, she was in the kitchen")
    assert talk.drafts()[-1]["place"] is None
