"""What was done to her is met with care: nobody who tells it is taken for the one who does it, and a body is seen to first."""
from __future__ import annotations

import pytest
from talk import Talk

from bot.safety.assessment import Assessment

SEEKS = Assessment("none", ("perpetrator",), ("plain.perpetrator",))


@pytest.mark.parametrize("account", [
    "My ex Dan posted my nudes online on Friday and I want to know is that illegal?",
    "He followed me home on Monday and now he rings me, can I find out how he got my number?",
])
def test_an_account_that_asks_is_kept_whole_and_answered_without_a_card_that_blames(talk: Talk, account: str) -> None:
    talk.say("yes", "affirm").say(account, "ask", SEEKS, topic="intimate_images")
    assert "crisis" not in talk.types() and "answer" in talk.types()
    assert talk.drafts()[-1]["account"] == account and talk.state()["prompt"] == "more"


def test_whoever_only_seeks_somebody_is_still_refused(talk: Talk) -> None:
    talk.say("how do I find out where she lives now", "ask", SEEKS, topic="online_stalking")
    assert talk.types()[0] == "crisis" and "answer" not in talk.types()


@pytest.mark.parametrize("account, kept", [
    ("On Monday my neighbour filmed me in my garden and shouted at me. Can the police do anything about that?", True),
    ("What he did was sit in his van outside my house on Monday. Why would he do that? Is he allowed to?", True),
    ("What is an order? Who can get one?", False),
])
def test_an_account_that_ends_in_questions_is_kept_as_it_was_typed(talk: Talk, account: str, kept: bool) -> None:
    talk.say("yes", "affirm").say(account, "ask", topic="stalking_law")
    assert [draft["account"] for draft in talk.drafts()] == ([account] if kept else [])


@pytest.mark.parametrize("told", [
    "he raped me last night", "he strangled me on sunday i can still feel it on my neck", "my ex boyfriend stabbed me in the arm on sunday",
    "On Sunday he put his hands round my throat by the bins and then he let go.", "I was raped on the 3rd",
])
def test_grave_harm_is_met_with_care_before_any_question(talk: Talk, told: str) -> None:
    talk.say("yes", "affirm").say(told)
    assert "call 999 or go to A&E" in talk.messages[0]["text"] and talk.drafts()[-1]["account"] == told
    talk.say("it was at my flat after he raped me")
    assert "A&E" not in talk.text()


@pytest.mark.parametrize("told", [
    "he said he would stab me if I told", "He texted “I strangled my last one” on Monday", "he rang me nine times",
    "I choked on my tea when I saw him",
])
def test_what_was_not_done_to_her_gets_no_such_words(talk: Talk, told: str) -> None:
    talk.say("yes", "affirm").say(told)
    assert "A&E" not in talk.text()


@pytest.mark.parametrize("asks", ["I want to know how he found my new address", "who is behind the fake account"])
def test_who_asks_about_what_reaches_them_is_answered_and_not_refused(talk: Talk, asks: str) -> None:
    talk.say(asks, "ask", SEEKS, topic="online_stalking")
    assert "crisis" not in talk.types() and "answer" in talk.types()


@pytest.mark.parametrize("signal", ["child", "third_party", "perpetrator", "distress"])
def test_the_words_of_somebody_else_bring_no_card_about_the_one_who_writes(talk: Talk, signal: str) -> None:
    talk.told("My ex sent me a text message on Monday", "said")
    talk.say("bunk off school and meet me or i will tell your mum", felt=Assessment("none", (signal,), (f"learned.{signal}", f"plain.{signal}")))
    assert "crisis" not in talk.types()


def test_a_wish_to_die_gets_its_card_at_every_question(talk: Talk) -> None:
    talk.told("My ex sent me a text message on Monday", "said")
    talk.say("i want to die", felt=Assessment("check", ("self_harm",), ("rule.want_to_die",)))
    assert [m["kind"] for m in talk.messages if m["type"] == "crisis"] == ["self_harm"]


@pytest.mark.parametrize("rules, card", [(("learned.distress", "plain.distress"), False), (("rule.panic",), True)])
def test_what_it_does_to_her_is_an_answer_and_no_distress_unless_it_is_said(talk: Talk, rules: tuple[str, ...], card: bool) -> None:
    talk.told("My ex followed me home on Monday and shouted at me", "impact")
    talk.say("I sleep badly and I have stopped my evening class", felt=Assessment("none", ("distress",), rules))
    assert ("crisis" in talk.types()) is card and talk.state()["prompt"] != "impact"
