"""Putting right what was saved: nothing that was said to be kept is lost, and nothing is said to be saved that is not."""
from __future__ import annotations

from typing import Any

import pytest
from talk import NOW, Talk

from bot.diary.diary import Diary
from bot.safety.assessment import Assessment

ACCOUNT = "Yesterday at 8am he stood behind the chapel."
TYPED = [("no wait it was Monday", "correct"), ("add that he also took my spare key", "tell"), ("9 not 8", "tell"),
         ("9 not 8", "correct"), ("my flatmate did not hear it", "tell"), ("and he was with his brother Sean", "tell"),
         ("the dog was black", "tell"), ("no wait the dog was black", "correct"), ("I forgot to say he also spat at me", "tell")]


def correcting(talk: Talk) -> Talk:
    """At the check card of a saved note, opened by hand, with nothing changed yet."""
    return talk.saved(ACCOUNT).say("I want to change my last note", "correct").pick("Change nothing")


def opened_again(talk: Talk) -> Talk:
    """The same diary in a new session, as after a restart."""
    again = Talk(talk.house)
    opened = talk.house.sessions.reopen(talk.open.diary_id, talk.open.diary_key, NOW)
    again.token, again.open = opened.token, opened.open
    again.messages = again.replies.open_again(opened.open, NOW)
    return again


def waiting(talk: Talk) -> list[dict[str, Any]]:
    """What is kept and not saved, as /api/diary shows it."""
    with talk.house.factory.read() as db:
        return Diary(db, talk.open.diary_id, talk.open.diary_key).unfinished()


def shown(talk: Talk) -> str:
    return str(waiting(talk))


@pytest.mark.parametrize("words, guess", TYPED)
def test_what_is_typed_at_the_card_of_a_saved_note_is_kept_where_it_can_be_seen(talk: Talk, words: str, guess: str) -> None:
    correcting(talk).say(words, guess)
    assert words in shown(talk) and [d["id"] for d in waiting(talk)] == ["I-0001"] and waiting(talk)[0]["version"] == 2
    assert talk.entries()[0]["version"] == 1 and talk.state()["prompt"] == "check"
    assert "not in the saved note yet" in talk.text() and words in talk.messages[-1]["text"]


@pytest.mark.parametrize("words, guess", [("no wait it was Monday", "correct"), ("add that he also took my spare key", "correct"),
                                          ("9 not 8", "correct"), ("add that he also took my spare key", "tell")])
def test_a_correction_typed_after_saving_is_there_after_opening_again(talk: Talk, words: str, guess: str) -> None:
    talk.saved(ACCOUNT).say(words, guess)
    again = opened_again(talk)
    assert words in shown(again) and again.state()["prompt"] == "unfinished"
    again.say("save", "stop")
    assert again.state()["prompt"] == "check" and again.entries()[0]["version"] == 1
    again.say("save", "stop")
    assert again.entries()[0]["version"] == 2 and words in str(again.entries()[0]["asked"]) and waiting(again) == []


@pytest.mark.parametrize("way", ["not now", "stop", "later"])
def test_a_correction_left_alone_stays_as_not_finished(talk: Talk, way: str) -> None:
    talk.saved(ACCOUNT).say("no wait it was Monday", "correct").say(way, "stop")
    assert "kept your changes" in talk.text() and waiting(talk)[0]["when"]["edtf"] == "2026-02-09"
    assert "not saved yet" in talk.say("carry on", "carry_on").text() and talk.state()["prompt"] == "check"


def test_a_correction_that_was_only_opened_leaves_nothing_behind(talk: Talk) -> None:
    correcting(talk).say("not now", "stop")
    assert "Nothing was changed" in talk.text() and waiting(talk) == [] and "no note to finish" in talk.say("stop", "stop").text()


def test_changes_are_listed_and_can_be_thrown_away_while_the_note_stays(talk: Talk) -> None:
    talk.saved(ACCOUNT).say("no wait it was Monday", "correct").say("not now", "stop").say("show my notes", "see_diary")
    assert "changes, not saved yet" in talk.text()
    talk.pick("Throw away the changes to I-0001").pick("Yes, throw it away")
    assert waiting(talk) == [] and [(e["status"], e["version"]) for e in talk.entries()] == [("saved", 1)]


ADDED = ["I forgot to say he also spat at me", "i also forgot to mention he had a dog", "Oh and he took my bins", "should of said, my mum saw it",
         "also he had the wee dog with him", "one more thing he took my spare key",
         "meant to say it was raining", "sorry i left out that he was drunk",
         "can you add that he had a knife scar",
         "forgot to tell u he spat at me and then he kicked the door of the flat and ran off"]


@pytest.mark.parametrize("words", ADDED)
@pytest.mark.parametrize("question", ["words", None])
def test_what_was_forgotten_goes_with_the_note_just_saved(talk: Talk, words: str, question: str | None) -> None:
    talk.told(ACCOUNT).pick("Save this")
    if question is None:
        talk.pick("Yes, I have them")
    talk.say(words)
    assert [d["id"] for d in waiting(talk)] == ["I-0001"] and words in talk.messages[-1]["text"] and "saved last" in talk.text()
    talk.pick("Save this")
    entry, = talk.entries()
    assert entry["version"] == 2 and entry["account"] == ACCOUNT and words in str(entry["asked"])
    assert talk.state()["prompt"] == question


def test_what_was_added_may_become_a_note_of_its_own(talk: Talk) -> None:
    talk.saved(ACCOUNT).say("Also he spat at me on Sunday").pick("Make what I added a note of its own")
    assert [(d["id"], d["account"]) for d in waiting(talk)] == [("I-0002", "Also he spat at me on Sunday")]
    assert talk.entries()[0]["version"] == 1 and talk.state()["prompt"] == "more"


def test_a_new_telling_after_saving_is_a_note_of_its_own(talk: Talk) -> None:
    talk.saved(ACCOUNT).say("He followed me to the shop this morning.")
    assert [d["id"] for d in waiting(talk)] == ["I-0002"]


@pytest.mark.parametrize("words, guess", [("change where", "correct"), ("no, it was wednesday not thursday", "correct"), ("save", "stop"),
                                          ("save", "tell"), ("can you save it please", "affirm"), ("write another note", "write")])
@pytest.mark.parametrize("question", ["told", "keep", "impact", "others", "more"])
def test_what_steers_is_no_answer(talk: Talk, words: str, guess: str, question: str) -> None:
    talk.told("On Thursday he rang me at work.", question).say(words, guess)
    assert (question, words) not in talk.asked() or "wednesday" in words
    assert words not in [row["value"] for m in talk.messages for row in m.get("rows", [])] and words not in waiting(talk)[-1]["account"]
    expected = {"change where": "change_place", "write another note": "account"}.get(words, question if "wed" in words else "check")
    assert talk.state()["prompt"] == expected


def test_a_day_put_right_at_another_question_is_put_right(talk: Talk) -> None:
    talk.told("On Thursday he rang me at work.", "told").say("no, it was wednesday not thursday", "correct")
    assert waiting(talk)[-1]["when"]["edtf"] == "2026-02-04" and waiting(talk)[-1]["reported"] is None


@pytest.mark.parametrize("words", ["that's all", "no more", "nowt else", "thats it really", "no thats it thanks", "nothing else tbh", "that's aw",
                                   "nah im done", "cant think of owt else", "nuffin else", "Not really"])
@pytest.mark.parametrize("guess", ["tell", "deny", "not_known"])
def test_that_is_all_ends_the_adding(talk: Talk, words: str, guess: str) -> None:
    talk.say("yes", "affirm").say(ACCOUNT).say(words, guess)
    assert waiting(talk)[-1]["account"] == ACCOUNT and talk.state()["prompt"] not in ("more", "add", "account")


def test_another_note_keeps_the_one_before(talk: Talk) -> None:
    talk.say("yes", "affirm").say(ACCOUNT).say("write another note", "write").say("He rang me twice on Sunday.")
    assert [d["account"] for d in waiting(talk)] == [ACCOUNT, "He rang me twice on Sunday."]


@pytest.mark.parametrize("words, guess", [("I don't know", "not_known"), ("hmm dunno like", "not_known"), ("what happens then?", "tell"),
                                          ("whatever", "affirm")])
@pytest.mark.parametrize("saved", [False, True])
def test_the_card_does_not_go_round_for_ever(talk: Talk, words: str, guess: str, saved: bool) -> None:
    _ = correcting(talk) if saved else talk.told(ACCOUNT)
    first = talk.say(words, guess).messages[0]["text"]
    second = talk.say(words, guess).messages[0]["text"]
    assert first != second and "“save”" in second and "not now" in second and words in shown(talk)
    assert talk.say(words, guess).state()["prompt"] is None and "not finished" in talk.text() and words in shown(talk)


@pytest.mark.parametrize("words", ["aye gan on then", "go on then", "aye", "yeah do it", "save us it", "yes save it pls"])
@pytest.mark.parametrize("saved", [False, True])
def test_a_yes_in_any_tongue_saves(talk: Talk, words: str, saved: bool) -> None:
    _ = talk.saved(ACCOUNT).say("no wait it was Monday", "correct") if saved else talk.told(ACCOUNT)
    talk.say(words, "tell")
    assert [e["version"] for e in talk.entries()] == [2 if saved else 1]


@pytest.mark.parametrize("words", ["change", "change when", "thats wrong"])
def test_the_words_that_are_offered_work(talk: Talk, words: str) -> None:
    talk.told(ACCOUNT).say(words, "tell")
    assert talk.state()["prompt"] == ("change_when" if "when" in words else "change_what") and words not in shown(talk)


def test_a_date_that_cannot_be_read_is_not_asked_for_without_end(talk: Talk) -> None:
    correcting(talk).pick("Change: When").say("bin day").say("you know, bin day")
    assert talk.state()["prompt"] == "check" and "bin day" in shown(talk)


@pytest.mark.parametrize("words", ["Yes, erase everything", "yes erase it all", "aye delete everything please"])
@pytest.mark.parametrize("guess", ["affirm", "tell", "remove"])
def test_a_typed_yes_that_says_what_goes_leads_to_the_two_words(talk: Talk, words: str, guess: str) -> None:
    talk.saved(ACCOUNT).say("delete everything").say(words, guess)
    assert talk.state()["prompt"] == "erase_type" and len(talk.entries()) == 1
    assert talk.say(words, guess).state()["prompt"] == "erase_type" and len(talk.entries()) == 1
    assert "is erased" in talk.say("erase everything", guess).text()


@pytest.mark.parametrize("words", ["yes", "aye", "yeah do it", "yes take it back", "yes please bin it", "Yes, take it back"])
@pytest.mark.parametrize("guess", ["affirm", "tell"])
def test_a_typed_yes_takes_a_note_back(talk: Talk, words: str, guess: str) -> None:
    talk.saved(ACCOUNT).say("delete I-0001").say(words, guess)
    assert talk.entries()[0]["status"] == "withdrawn"


@pytest.mark.parametrize("words", ["no dont delete it", "no", "do not take it back"])
def test_a_no_takes_nothing_back(talk: Talk, words: str) -> None:
    talk.saved(ACCOUNT).say("delete I-0001").say(words, "deny")
    assert talk.entries()[0]["status"] == "saved"


DISTRESS = Assessment("none", ("distress",), ())


def test_words_of_distress_or_beside_a_question_at_the_card_of_a_saved_note_are_kept(talk: Talk) -> None:
    correcting(talk).say("I keep shaking and I feel sick", felt=DISTRESS).pick("Carry on")
    assert "I keep shaking and I feel sick" in shown(talk) and talk.state()["prompt"] == "check"
    talk.say("what is an order? he came back with a dog", "ask")
    assert "he came back with a dog" in shown(talk) and [d["id"] for d in waiting(talk)] == ["I-0001"]


def test_a_note_under_way_is_not_opened_by_what_belongs_to_the_saved_one(talk: Talk) -> None:
    talk.saved(ACCOUNT).say("He followed me to the shop this morning.").say("I forgot to say he also spat at me")
    assert "spat" in talk.drafts()[-1]["account"] and [d["id"] for d in waiting(talk)] == ["I-0002"]
