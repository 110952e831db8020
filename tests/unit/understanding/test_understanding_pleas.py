"""What is said to the page: doubt, fear of who is told, that it is too much. What tells of something is none of it."""
from __future__ import annotations

import pytest

from bot.understanding.pleas import plea

SAID = {
    "doubt": ("am i overreacting", "Am I going mad or what?", "is it just me", "i feel stupid writing this", "sorry, i feel so silly",
              "i dont know if this is stalking", "im not sure this counts", "nobody will believe me", "will the police take me seriously?"),
    "blame": ("is it my fault", "I feel like its my fault", "i brought this on myself", "did i lead him on?", "i should have told someone sooner"),
    "despair": ("i cant do this anymore", "I can't take it any longer", "its all too much", "ive had enough", "i just want to die"),
    "enough": ("stop asking me questions", "too many questions", "i dont want to answer any more questions", "please stop questioning me"),
    "telling": ("are you going to tell my husband", "please dont tell anyone", "can my ex see this", "will my mum find out?",
                "does this go to social services", "will he be told"),
    "cross": ("this is stupid", "whats the point", "useless bot"),
    "wait": ("wait", "hang on a minute", "let me think"),
    "shy": ("Good evening. I hope I am doing this right, I am not very good with computers.", "i have never done anything like this before",
            "I dont know where to start", "My daughter told me to use this page", "excuse my spelling", "hello, this is all new to me"),
    "lost": ("sorry i dont understand", "im confused, i dont know what to put"),
}


@pytest.mark.parametrize(("kind", "text"), [(kind, text) for kind, texts in SAID.items() for text in texts])
def test_what_is_said_to_the_page_is_known(kind: str, text: str) -> None:
    assert plea(text) == kind


@pytest.mark.parametrize("text", [
    "he said im overreacting", "my mum thinks im overreacting", "he asked is it my fault", "wait for me outside he said",
    "he wont stop asking me questions", "i cant sleep", "i couldnt go to work because of him", "he gave up", "i feel scared", "i dont know",
    "he told my husband", "will he come back", "my husband", "its just me", "i dont understand why he did it", "the police didnt believe me",
    "i had enough of him so i left", "she is stupid", "he called me stupid", "i want him to stop", "you are useless he said", "i got lost",
    "he followed me and i cant do this anymore", "it was my fault he said", "dont tell anyone or else", "is he allowed to", "he was waiting",
    "My daughter told me he was outside", "a friend said he asked about me", "i am not safe", "i have never met him before", "i hope he stops",
    "My neighbour told me to watch out", "where do i start, he rang me 40 times",
])
def test_what_tells_something_is_no_plea(text: str) -> None:
    assert plea(text) is None


@pytest.mark.parametrize("text", ["i feel like its my fault", "i cant cope with it", "i feel stupid", "ive had enough"])
def test_what_it_does_to_her_is_the_answer_where_that_is_asked(text: str) -> None:
    assert plea(text) and plea(text, "impact") is None


@pytest.mark.parametrize("text", ["am i being silly", "is it my fault", "will you tell my husband"])
def test_a_doubt_that_asks_is_none_there_either(text: str) -> None:
    assert plea(text, "impact")


@pytest.mark.parametrize("text", ["wait", "whats the point", "is it my fault", "shut up", "dont tell anyone", "i give up"])
def test_what_may_be_his_words_is_no_plea_where_they_are_asked_for(text: str) -> None:
    assert plea(text) and plea(text, "said") is None
