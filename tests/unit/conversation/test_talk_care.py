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
