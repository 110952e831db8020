"""One question at a time, and the first ones are not skipped over a remark."""
from __future__ import annotations

import pytest
from talk import Talk

from bot.safety.assessment import Assessment

CHECK = Assessment("check", (), ("rule.near",))
DANGER = "Are you in danger now?"


def test_danger_is_asked_about_before_whether_there_is_more(talk: Talk) -> None:
    talk.say("yes", "affirm").say("He keeps driving past my house.", felt=CHECK)
    assert DANGER in talk.text() and "anything else" not in talk.text()
    talk.say("no", "deny")
    assert "anything else" in talk.text() and talk.state()["prompt"] == "more"
    assert talk.drafts()[-1]["account"] == "He keeps driving past my house."


def test_what_is_told_instead_of_an_answer_is_no_less_kept(talk: Talk) -> None:
    talk.say("yes", "affirm").say("He keeps driving past my house.", felt=CHECK).say("he did it on Monday too")
    assert talk.drafts()[-1]["account"].endswith("\nhe did it on Monday too")


@pytest.mark.parametrize("words", ["Good evening. I hope I am doing this right, I am not very good with computers.",
                                   "Hello. My daughter told me to use this page, I have never done anything like this before."])
@pytest.mark.parametrize("open_", ["safety", "account"])
def test_a_shy_beginning_is_no_account(talk: Talk, words: str, open_: str) -> None:
    if open_ == "account":
        talk.say("yes", "affirm")
    talk.say(words, "ask")
    assert talk.drafts() == [] and talk.state()["prompt"] == open_ and "no right or wrong way" in talk.text()
