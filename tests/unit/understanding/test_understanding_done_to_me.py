"""Who it is done to is told from whoever seeks another, though both ask how somebody is found."""
from __future__ import annotations

import pytest

from bot.understanding.done_to_me import is_done_to_me


@pytest.mark.parametrize("text", [
    "I want to know how he found my new address", "how did she get hold of my work email", "How does he know where I park?",
    "How do I find out who is behind the fake account?",
    "who keeps ringing me from withheld numbers", "can I find out who has been posting about me",
    "I keep checking his instagram to see if he is near me",
    "I look at his stories to know if he is anywhere near us", "is there a way to see who viewed my profile",
    "can i find out if there is a tracker on my car",
    "he wont leave me alone, how do i find out where he lives so the police can go", "My ex keeps tracking me and I want to know where he is",
    "She followed me home on Friday. Can I find out her name?", "he told the police i am stalking him, but it is him who comes to my house"])
def test_who_it_is_done_to_seeks_nobody(text: str) -> None:
    assert is_done_to_me(text)


@pytest.mark.parametrize("text", [
    "how do I find out where she lives now", "I want to know where he is", "how can i find out who she is seeing",
    "she blocked me, how do i message her",
    "he has me blocked on everything, is there a way round it", "can i track my wifes phone",
    "I follow him home to see who he is with", "she keeps ignoring me how do i find her",
    "they put a restraining order on me but she rings me", "I keep checking her instagram to see if she is with him", "who is she messaging at night",
    "how do i see who likes her photos", "she reported me to the police for going to her house, how do i get her to talk to me"])
def test_who_seeks_another_is_not_taken_for_the_one_it_is_done_to(text: str) -> None:
    assert not is_done_to_me(text)
