"""An account that ends in a question is kept whole and answered; a message that is nothing but a question is no account."""
from __future__ import annotations

from typing import Any

import pytest
from talk import Talk

LONG = ("On Monday my neighbour filmed me in my garden from his bedroom window for about an hour and then he shouted slag at me over the fence "
        "while my daughter was stood next to me and everybody heard it. Can the police do anything about that?")


@pytest.mark.parametrize("account", [
    "he keeps messaging me what can i do", "He keeps messaging me, what can I do", "he was outside again last night should i report it",
    "my ex put my photo on facebook and i want to know is that illegal", "He followed me home. What are my rights?",
    "On Monday he filmed me over the fence. Can the police do anything about that?",
])
@pytest.mark.parametrize("open_", ["safety", "account"])
def test_it_is_kept_whole_and_answered(talk: Talk, account: str, open_: str) -> None:
    if open_ == "account":
        talk.say("yes", "affirm")
    talk.say(account, "ask")
    assert [d["account"] for d in talk.drafts()] == [account]
    assert "answer" in talk.types() and talk.state()["prompt"] == "more"


def test_more_of_it_is_kept_whole_too(talk: Talk) -> None:
    talk.told("It happened again.", "more").say("he was sat in his van for an hour what can i do", "ask")
    assert talk.drafts()[-1]["account"] == "It happened again.\nhe was sat in his van for an hour what can i do" and "answer" in talk.types()


@pytest.mark.parametrize("question", ["if i report will they tell the home office i have no visa", "im scared to report it, what happens if i do",
                                      "what are my rights", "once i report it do they come to my house"])
def test_nothing_but_a_question_is_no_account(talk: Talk, question: str) -> None:
    talk.say("yes", "affirm").say(question, "ask")
    assert talk.drafts() == [] and talk.state()["prompt"] == "account" and "answer" in talk.types()


@pytest.mark.parametrize("account", ["he asked me what can i do for him", "he said can i come in", "if i see him again i will scream",
                                     "when i got home he was there", "he wanted to know where do i live"])
def test_what_somebody_else_asked_is_an_account(talk: Talk, account: str) -> None:
    talk.say("yes", "affirm").say(account, "ask")
    assert [d["account"] for d in talk.drafts()] == [account] and "answer" not in talk.types()


def test_what_a_long_account_asks_is_answered_as_well(talk: Talk, monkeypatch: pytest.MonkeyPatch) -> None:
    parse = talk.mind.parse

    async def reads(text: str, asked: str | None) -> dict[str, Any]:
        talk.mind.guess = "ask" if text.endswith("?") else "tell"
        return await parse(text, asked)

    monkeypatch.setattr(talk.mind, "parse", reads)
    talk.say("yes").say(LONG)
    assert [d["account"] for d in talk.drafts()] == [LONG] and "answer" in talk.types() and talk.state()["prompt"] == "more"


@pytest.mark.parametrize("words", ["the man doing this is a police officer", "the person is a policeman"])
def test_that_he_is_a_police_officer_has_an_answer(talk: Talk, words: str) -> None:
    talk.say("yes", "affirm").say(words, "ask", topic="report_police_officer")
    assert "Professional Standards" in talk.text()
