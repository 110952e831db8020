"""Nobody is sent away for not being sure."""
from __future__ import annotations

import pytest
from talk import Talk

from bot.safety.assessment import Assessment

ASKS = Assessment("check", (), ("asked.not_safe_to_write",))


@pytest.mark.parametrize("guess", ["not_known", "tell", "deny", "affirm"])
@pytest.mark.parametrize("text", [
    "i dont know if this is stalking", "not sure if it counts", "maybe im overreacting", "i dont think this is harassment"])
def test_doubt_about_what_it_is_is_met_and_the_way_stays_open(talk: Talk, text: str, guess: str) -> None:
    talk.say(text, guess)
    assert "You do not have to be sure" in talk.text() and "write it down" in talk.text()
    assert "Come back when it is safe" not in talk.text()
    assert talk.state()["prompt"] == "safety"
    assert talk.say("yes", "affirm").state()["prompt"] == "account"


@pytest.mark.parametrize("text", ["not sure", "idk", "id rather not say"])
def test_doubt_about_safety_offers_both_ways_and_asks_about_danger(talk: Talk, text: str) -> None:
    talk.say(text, "not_known", ASKS)
    assert "Come back when it is safe" not in talk.text() and "Leave" in talk.text() and "Are you in danger now?" in talk.text()


def test_not_right_now_is_still_taken_at_its_word(talk: Talk) -> None:
    assert "Come back when it is safe" in talk.pick("Not right now").text()
