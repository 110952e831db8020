"""Where his words are asked for: whatever could be his is kept as his, and only what is nothing but a control is one."""
from __future__ import annotations

import pytest
from talk import Talk

ACCOUNT = "He rang me again and again."


@pytest.mark.parametrize(("words", "guess"), [
    ("i will never stop", "stop"), ("leave me alone", "leave"), ("none of your business", "prefer_not"), ("delete it", "remove"),
    ("delete the photos or else", "remove"), ("where are you?", "ask"), ("why are you ignoring me", "ask"), ("can we stop fighting", "stop"),
    ("never mind", "skip"), ("who cares", "prefer_not"), ("get out of my house", "leave"), ("you will be sorry", "deny"),
    ("back to me or nobody", "previous"), ("its our secret", "prefer_not"), ("erase him or i will", "remove"),
    ("I'll send it to everyone", "send_police"), ("im not finished with you", "deny"),
])
def test_what_could_be_his_words_is_kept(talk: Talk, words: str, guess: str) -> None:
    talk.told(ACCOUNT, "said").say(words, guess)
    assert ("said", words) in talk.asked() and talk.state()["prompt"] != "said"


@pytest.mark.parametrize(("word", "shown"), [("stop", "not finished"), ("Stop.", "not finished"), ("pause", "not finished"),
                                             ("back", "the one before"),
                                             ("help", "in your own words"), ("leave", "Leave button"), ("delete this note", "It happened"),
                                             ("delete everything", "")])
def test_a_control_is_one_here_too(talk: Talk, word: str, shown: str) -> None:
    talk.told(f"{ACCOUNT} It happened twice.", "said").say(word)
    assert ("said", word) not in talk.asked() and shown in talk.text()


@pytest.mark.parametrize(("word", "stands"), [("skip", "skipped"), ("i dont remember", "not known"), ("id rather not say", "prefer not to say")])
def test_no_answer_is_none(talk: Talk, word: str, stands: str) -> None:
    assert ("said", stands) in talk.told(ACCOUNT, "said").say(word).asked()


def test_a_question_to_the_page_is_answered(talk: Talk) -> None:
    talk.told(ACCOUNT, "said").say("what is a stalking protection order?", "ask")
    assert "answer" in talk.types() and talk.state()["prompt"] == "said"


@pytest.mark.parametrize("words", ["delete the photos he said or else", "scrap this he told me", "erase it or else"])
def test_words_of_his_that_sound_like_a_command_are_an_account(talk: Talk, words: str) -> None:
    talk.say("yes", "affirm").say(words)
    assert [d["account"] for d in talk.drafts()] == [words]


@pytest.mark.parametrize("words", ["delete the note about him", "delete my note", "erase everything"])
def test_a_command_about_him_is_still_a_command(talk: Talk, words: str) -> None:
    account = talk.told(ACCOUNT, "others").drafts()[-1]["account"]
    assert talk.say(words).state()["prompt"] in ("discard", "erase") and talk.drafts()[-1]["account"] == account
