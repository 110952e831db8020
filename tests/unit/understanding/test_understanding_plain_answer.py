"""What is wholly an answer or a word of relief is told from what may be danger."""
from __future__ import annotations

import pytest

from bot.understanding.plain_answer import is_plain_answer, is_relief
from bot.understanding.reading import settle, settle_unsure


@pytest.mark.parametrize("text", ["yes", "I don't know", "No more.", "That's all", "skip", "I would rather not say", "aye", "back", "Thanks!",
                                  "later", "bye", "see you later"])
def test_a_plain_answer_is_nothing_more(text: str) -> None:
    assert is_plain_answer(text)


@pytest.mark.parametrize("text", ["yes he is here", "no he's outside", "I don't know he is banging", "stop him", "help",
                                  "skip he's in the house", "he's back", "I don't know if he is at the door",
                                  "not sure who is in the house now with me", "goodbye", "bye mum, i'm sorry"])
def test_an_answer_with_more_in_it_is_read(text: str) -> None:
    assert not is_plain_answer(text) and not is_relief(text)


@pytest.mark.parametrize("text", ["he has gone now im ok", "its ok hes gone", "She's left and I'm fine now", "false alarm, he has gone",
                                  "I am safe now thanks"])
def test_relief_is_heard(text: str) -> None:
    assert is_relief(text)


@pytest.mark.parametrize("text", ["he has gone to get a knife", "im ok but hes at the door", "he's gone round the back",
                                  "she has gone quiet", "im safe in the bathroom"])
def test_half_a_relief_is_none(text: str) -> None:
    assert not is_relief(text)


@pytest.mark.parametrize("text", ["dunno, maybe my ex", "not sure but its him", "I dont know, numb"])
def test_a_guess_is_an_answer(text: str) -> None:
    assert settle("not_known", 0.95, text, "Who did this, if you know?") == "tell"


@pytest.mark.parametrize("text,meant", [("i want to quit", "tell"), ("i just want it to stop", "tell"),
                                        ("leave", "leave"), ("I don't know", "not_known")])
def test_what_it_does_to_her_is_no_wish_to_leave(text: str, meant: str) -> None:
    assert settle("leave", 0.95, text, "How has this affected you?") == meant


DANGER, SAFE, WHERE = "Are you in danger now?", "Is it safe for you to write now?", "Where was this?"


@pytest.mark.parametrize("text", ["its ok it was the cat", "it was just the cat", "its ok he's gone now it was the neighbour", "he's gone"])
def test_relief_answers_what_was_asked_about_danger(text: str) -> None:
    assert (settle("tell", 0.9, text, DANGER), settle("tell", 0.9, text, SAFE)) == ("deny", "affirm")


@pytest.mark.parametrize("text", ["hes gone round the back", "im ok but hes at the door", "its ok he is still outside",
                                  "he has gone to get a knife"])
def test_what_may_still_be_danger_is_no_relief(text: str) -> None:
    assert settle("tell", 0.9, text, DANGER) == "tell"


@pytest.mark.parametrize("text", ["He left a box on the step this morning.", "she left flowers on my car", "he has gone through my bins",
                                  "It was just before six when he rang my bell", "its just that they keep messaging me", "just my ex",
                                  "they left a note", "its only the neighbour that put a rat on my step"])
def test_what_is_told_is_no_relief(text: str) -> None:
    assert [settle("tell", 0.9, text, asked) for asked in (None, DANGER, SAFE, WHERE)] == ["tell"] * 4


def test_relief_is_neither_a_place_nor_a_no() -> None:
    assert settle("tell", 0.9, "he has gone now im ok", WHERE) == "carry_on"
    assert settle("tell", 0.9, "it was just the car park", WHERE) == "tell"


@pytest.mark.parametrize("text", ["can he go to prison for this", "will they tell him it was me", "who decides if he is charged"])
def test_a_question_without_its_mark_is_one(text: str) -> None:
    assert settle("ask", 0.9, text, "Shall I save it?") == "ask"


@pytest.mark.parametrize("guess", ["greet", "deny", "out_of_scope", "stop"])
@pytest.mark.parametrize("text", ["hi he rang again", "another letter", "parcel from him", "not Colin, Craig"])
def test_a_few_words_that_tell_of_somebody_are_no_control(guess: str, text: str) -> None:
    assert settle(guess, 0.95, text, None) == "tell"


@pytest.mark.parametrize("text,guess", [("tell me a joke", "out_of_scope"), ("sing a song", "out_of_scope")])
def test_what_is_about_something_else_is_lost_nowhere_it_may_be_told(text: str, guess: str) -> None:
    assert settle(guess, 0.95, text, WHERE) == guess
    assert settle(guess, 0.95, text, "Is there anything else about it?") == "tell"
    assert settle(guess, 0.95, "he told me a joke", WHERE) == "tell"


@pytest.mark.parametrize("text,guess,name", [("erase everything", "remove", "remove"), ("flibberty gibbet", "remove", "out_of_scope"),
                                             ("flibberty gibbet", "tell", "tell"), ("him again at it", "greet", "tell")])
def test_what_a_list_knows_is_known_however_unsure_the_classifier_is(text: str, guess: str, name: str) -> None:
    assert settle_unsure(guess, 0.3, text, None) == name


def test_beside_an_open_question_an_unsure_guess_is_its_answer() -> None:
    assert settle_unsure("remove", 0.3, "flibberty gibbet", WHERE) == "tell"
