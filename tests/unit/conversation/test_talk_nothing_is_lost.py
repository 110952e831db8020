"""Words that come with danger, a question, distress or a correction: each gets its answer, and none is lost."""
from __future__ import annotations

from typing import Any

import pytest
from talk import Talk

from bot.conversation import replies
from bot.safety.assessment import Assessment

ACCOUNT = "He was in the car park again."
DANGER = "There is someone in my house right now. He came after work, he has my sister's old key, he took my bag and I ran upstairs."
DISTRESS = Assessment("none", ("distress",), ())
DESPAIR = Assessment("check", ("self_harm",), ())


@pytest.mark.parametrize("question", ["account", "more", "when", "who", "others", "impact", "check"])
def test_an_account_with_danger_in_it_gets_the_card_and_is_kept(talk: Talk, question: str) -> None:
    if question == "account":
        talk.say("yes", "affirm")
    else:
        talk.told(ACCOUNT, question)
    assert talk.say(DANGER).types()[0] == "crisis"
    assert DANGER in talk.drafts()[-1]["account"]
    talk.pick("I am safe now. Carry on")
    assert talk.state()["prompt"] == ("more" if question == "account" else question)
    # While the account is told it is part of it; later it is no part of the note in hand, and waits in one of its own.
    accounts = [draft["account"] for draft in talk.drafts()]
    told = [] if question == "account" else [ACCOUNT]
    assert accounts == ([*told, DANGER] if question not in ("account", "more") else ["\n".join([*told, DANGER])])
    assert talk.state()["entry"] == talk.drafts()[0]["id"]


def test_danger_as_the_first_thing_that_is_typed_is_kept_too(talk: Talk) -> None:
    talk.say(DANGER)
    assert [d["account"] for d in talk.drafts()] == [DANGER]


def test_a_few_words_of_danger_make_no_note(talk: Talk) -> None:
    assert talk.say("hes at my door").types()[0] == "crisis"
    assert talk.drafts() == []


def test_what_was_kept_in_haste_is_read_before_it_is_asked_for(talk: Talk) -> None:
    talk.say("yes", "affirm").say(DANGER + " My ex Gareth Poole did it.").pick("I am safe now. Carry on")
    assert talk.drafts()[-1]["person"] is not None


def test_the_card_comes_though_the_words_cannot_be_kept(talk: Talk, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*args: Any) -> None:
        raise RuntimeError("he has my key")

    monkeypatch.setattr(replies, "keep_beside", broken)
    assert talk.say(DANGER).types()[0] == "crisis"


def test_yes_and_no_about_danger_are_not_put_into_the_account(talk: Talk) -> None:
    talk.told(ACCOUNT, "more").say(DANGER).say("no", "deny")
    assert talk.drafts()[-1]["account"] == f"{ACCOUNT}\n{DANGER}"
    assert talk.state()["prompt"] == "more"


def test_a_fact_beside_a_question_is_kept_and_the_question_stays_open(talk: Talk) -> None:
    talk.told(ACCOUNT, "impact").say("what happens if he breaches an order? also he rang again after the weekend twice", "ask")
    assert "answer" in talk.types() and "kept what you wrote" in talk.text()
    assert talk.state()["prompt"] == "impact"
    assert "also he rang again after the weekend twice" in [a for _, a in talk.asked()] or "he rang again" in talk.drafts()[-1]["account"]


def test_an_answer_beside_a_question_is_taken(talk: Talk) -> None:
    talk.told(ACCOUNT, "when").say("it was yesterday at noon. what is a stalking protection order?", "ask")
    assert talk.drafts()[-1]["when"]["edtf"] == "2026-02-10"
    assert talk.state()["prompt"] != "when" and "answer" in talk.types()


@pytest.mark.parametrize("question", ["others", "more", "when"])
def test_distress_gets_a_pause_and_uses_no_question_up(talk: Talk, question: str) -> None:
    talk.told(ACCOUNT, question).say("I can't cope with this any more, I'm shaking", felt=DISTRESS)
    assert talk.types() == ["crisis", "text", "choices"] and "Stop for now" in talk.text()
    assert any("shaking" in answer for _, answer in talk.asked())
    talk.pick("Carry on")
    assert talk.state()["prompt"] == question and talk.drafts()[-1]["id"] == talk.state()["entry"]


@pytest.mark.parametrize("question", ["others", "more", "when"])
def test_a_wish_to_die_is_never_answered_as_a_wrong_answer(talk: Talk, question: str) -> None:
    talk.told(ACCOUNT, question).say("i dont want to be here any more", felt=DESPAIR)
    assert [m["kind"] for m in talk.messages if m["type"] == "crisis"] == ["self_harm"]
    assert talk.types() == ["crisis", "choices"] and "Stop for now" in talk.text()
    assert "be here" not in str(talk.drafts())
    assert talk.pick("Carry on").state()["prompt"] == question


def test_a_cry_instead_of_an_account_is_no_part_of_it_and_the_account_stays_open(talk: Talk) -> None:
    talk.say("yes", "affirm").say("I can't cope with this any more, I'm shaking", "distress", DISTRESS).pick("Carry on")
    assert talk.state()["prompt"] == "account"
    talk.say(ACCOUNT)
    assert [draft["account"] for draft in talk.drafts()] == [ACCOUNT]


def test_more_words_of_distress_are_kept(talk: Talk) -> None:
    words = "I can't cope with this any more, I'm shaking and I have not slept since he began"
    talk.say("yes", "affirm").say(words, "distress", DISTRESS).pick("Carry on")
    assert talk.state()["prompt"] == "account"
    talk.say(ACCOUNT)
    assert talk.drafts()[-1]["account"] == f"{words}\n{ACCOUNT}"


def test_how_it_affected_her_is_an_answer_and_no_pause(talk: Talk) -> None:
    talk.told(ACCOUNT, "impact").say("I can't cope with this any more, I'm shaking", "distress", DISTRESS)
    assert talk.drafts()[-1]["impact"] == "I can't cope with this any more, I'm shaking"


def test_stop_after_distress_keeps_the_note(talk: Talk) -> None:
    talk.told(ACCOUNT, "others").say("I can't cope with this any more, I'm shaking", felt=DISTRESS).pick("Stop for now")
    assert "not finished" in talk.text()
    assert ACCOUNT in talk.say("carry on", "carry_on").text()
    talk.say("later", "stop")
    assert "not finished" in talk.say("later", "stop").text()


@pytest.mark.parametrize("question", ["more", "where", "others"])
def test_a_typed_correction_is_applied_and_the_question_stays_open(talk: Talk, question: str) -> None:
    talk.told("Yesterday he stood behind the chapel for an hour." if question != "where" else "Yesterday he rang me twice.", question)
    talk.say("no wait it was Monday", "correct")
    draft = talk.drafts()[-1]
    assert draft["when"]["edtf"] == "2026-02-09" and talk.state()["prompt"] == question
    assert (question, "no wait it was Monday") in talk.asked() and "Monday" not in draft["account"]


def test_the_words_of_a_later_correction_stand_in_the_new_version(talk: Talk) -> None:
    talk.saved("Yesterday at 4pm he followed me home.").say("I want to correct my last note. It was at 6pm, not 4pm.", "correct")
    talk.pick("Save this")
    entry = talk.entries()[0]
    assert entry["version"] == 2 and "It was at 6pm, not 4pm" in entry["asked"][-1]["answer"]


NEW = "This morning my neighbour Carl threw eggs at my window and shouted my name, and then he took a photo of my car."


@pytest.mark.parametrize("question", ["check", "change_what", "change_when"])
def test_a_new_telling_where_a_correction_was_asked_for_becomes_its_own_note(talk: Talk, question: str) -> None:
    talk.saved("Yesterday at 4pm he followed me home.").say("I want to correct my last note. It was at 6pm, not 4pm.", "correct")
    if question != "check":
        talk.say("no", "deny")
    if question == "change_when":
        talk.pick("When")
    talk.say(NEW)
    assert talk.entries()[0]["version"] == 1 and talk.entries()[0]["when"]["earliest"].startswith("2026-02-10T16")
    assert [d["account"] for d in talk.drafts()] == [NEW] and talk.state()["prompt"] == "more"
    talk.to("check").pick("Save this")
    assert [e["account"] for e in talk.entries()] == ["Yesterday at 4pm he followed me home.", NEW]


def test_danger_while_a_phrase_of_hers_is_told_more_of_keeps_the_phrase(talk: Talk) -> None:
    talk.told("He rang my mum about me.", "cue").pick("“He rang my mum about me”").say(DANGER).pick("I am safe now. Carry on")
    assert "You wrote “He rang my mum about me”" in talk.text()
    talk.say("it was gone midnight")
    assert ("tell_more", "it was gone midnight") in talk.asked()


@pytest.mark.parametrize("words", ["delete I-0001", "delete everything"])
def test_a_telling_is_no_answer_to_whether_a_note_should_go(talk: Talk, words: str) -> None:
    talk.saved(ACCOUNT).say(words).say("He followed me to the shop this morning.")
    assert [d["account"] for d in talk.drafts()] == ["He followed me to the shop this morning."]
    assert [e["status"] for e in talk.entries()] == ["saved"]


def test_distress_typed_at_the_question_about_danger_is_kept(talk: Talk) -> None:
    talk.told(ACCOUNT, "others").say("help me").say("I can't sleep", felt=DISTRESS)
    assert any(answer == "I can't sleep" for _, answer in talk.asked())


def test_what_came_with_danger_changes_no_fact_told_before(talk: Talk) -> None:
    talk.told("Yesterday he was in his van outside my work.", "others")
    before = talk.drafts()[0]
    talk.say("There is a man in my kitchen right now and he is smashing the plates please help me").pick("I am safe now. Carry on")
    assert before["place"] and talk.drafts()[0] == before


def test_a_call_for_help_is_no_answer(talk: Talk) -> None:
    assert talk.told(ACCOUNT, "keep").say("help me").types()[0] == "crisis"
    assert "help me" not in str(talk.drafts())


@pytest.mark.parametrize("words, guess", [("yes", "affirm"), ("ok", "affirm"), ("no", "deny")])
def test_yes_after_a_pause_answers_no_question(talk: Talk, words: str, guess: str) -> None:
    talk.told(ACCOUNT, "others").say("I can't cope with this any more, I'm shaking", felt=DISTRESS).say(words, guess)
    assert talk.state()["prompt"] == "others" and talk.drafts()[-1]["witnesses"] is None
    talk.say("yes", "affirm")
    assert talk.drafts()[-1]["witnesses"] is True


def test_what_is_told_of_danger_twice_waits_in_one_note(talk: Talk) -> None:
    talk.told(ACCOUNT, "when").say(DANGER).pick("I am safe now. Carry on").say(DANGER).pick("I am safe now. Carry on")
    assert [draft["account"] for draft in talk.drafts()] == [ACCOUNT, f"{DANGER}\n{DANGER}"]
