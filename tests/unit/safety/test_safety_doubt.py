"""Doubt about what this is says nothing of danger; doubt about danger does."""
from __future__ import annotations

import pytest

from bot.safety import rules
from bot.safety.doubt import is_doubt
from bot.safety.respelt import respelt

SAFE = "Is it safe for you to write now?"
DOUBT = [
    "i dont know if this is stalking", "Not sure if this counts as harassment.", "im not sure whether its harassment",
    "idk what this is", "not sure what to call it",
    "I don't know where to start", "not sure how this works", "i dont think this is stalking", "not sure if im being silly", "maybe im overreacting",
    "i dont know if i'm imagining it", "maybe its nothing", "sorry, I don't know what to write", "am i overreacting", "idk if its bad enough",
    "I am not sure this is the right place", "not sure if what he does is a crime", "honestly i dont know if it is serious enough to be honest",
]
NONE = [
    "not sure if its safe", "i dont know if he can see this", "i dont know if he is at the door", "idk", "not sure", "maybe",
    "i dont think so", "i dont think it is",
    "maybe he is outside", "not sure if i should be here", "i dont know if this is safe", "not sure what he will do",
    "maybe it is him", "i dont know what to do",
    "i dont know if i am safe", "not sure if this is stalking but he is outside now", "i dont know if i can go on",
]


@pytest.mark.parametrize("text", DOUBT)
def test_doubt_about_what_it_is_asks_nothing_about_danger(text: str) -> None:
    assert is_doubt(respelt(text)) and rules.assess(text, SAFE).level == "none"


@pytest.mark.parametrize("text", NONE)
def test_doubt_about_danger_is_no_such_doubt(text: str) -> None:
    assert not is_doubt(respelt(text))


@pytest.mark.parametrize("text", [
    "not sure if its safe", "idk", "not sure", "maybe", "i dont think so", "not sure if this is stalking but he is outside now"])
def test_whether_it_is_safe_is_still_asked_about(text: str) -> None:
    assert rules.assess(text, SAFE).level != "none"


def test_at_the_question_about_danger_no_doubt_is_waved_through() -> None:
    assert rules.assess("not sure if im overreacting", "Are you in danger now?").level == "check"
