"""The one question about danger: when it is put, and when her answer stands."""
from __future__ import annotations

from talk import Talk

from bot.safety.assessment import assessed

FAINT = assessed("check", (), ("learned.check",))
RULED = assessed("check", (), ("rule.something_stirs",))
QUESTION = "Are you in danger now?"


def test_her_no_stands_against_a_faint_sign(talk: Talk) -> None:
    talk.told("He was in the car park again.", "more").say("His car is still about", felt=FAINT)
    assert QUESTION in talk.text()
    talk.say("no", "deny").say("It is a blue car", felt=FAINT)
    assert QUESTION not in talk.text()


def test_a_rule_asks_again(talk: Talk) -> None:
    talk.told("He was in the car park again.", "more").say("His car is still about", felt=FAINT)
    talk.say("no", "deny").say("Something moved outside", felt=RULED)
    assert QUESTION in talk.text()


def test_a_faint_sign_asks_where_nothing_was_answered(talk: Talk) -> None:
    talk.told("He was in the car park again.", "more").say("His car is still about", felt=FAINT).say("It is a blue car", felt=FAINT)
    assert QUESTION in talk.text()


def test_her_no_does_not_stand_for_ever(talk: Talk) -> None:
    talk.told("He was in the car park again.", "more").say("His car is still about", felt=FAINT).say("no", "deny")
    for _ in range(9):
        talk.say("It is a blue car")
    talk.say("It is there now", felt=FAINT)
    assert QUESTION in talk.text()


def test_danger_typed_on_a_card_is_danger(talk: Talk) -> None:
    talk.told("It happened again.", "when")
    card = next(m for m in talk.messages if m["type"] == "date")
    talk.fill(card["id"], about="he is breaking my door down now")
    assert talk.types()[0] == "crisis" and talk.messages[0]["kind"] == "emergency"


def test_999_says_who_was_told_where_that_was_asked(talk: Talk) -> None:
    assert talk.told("He was in the car park again.", "told").say("999").messages[0]["type"] != "crisis"


def test_999_calls_for_help_anywhere_else(talk: Talk) -> None:
    assert talk.told("He was in the car park again.", "more").say("999").messages[0]["type"] == "crisis"
