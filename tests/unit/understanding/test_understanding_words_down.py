"""Whether the five words are written down."""
from __future__ import annotations

import pytest

from bot.understanding.words_down import words_down


@pytest.mark.parametrize("text", ["i wrote them down", "they are on my fridge", "got them", "saved them", "written", "Done",
                                  "done thanks", "I've written them down",
                                  "yes theyre in my purse", "took a photo of them", "screenshotted it", "I have them",
                                  "copied them into my notebook", "in my phone",
                                  "yep all written down", "put them in a drawer at work", "i took a picture", "theyre safe",
                                  "its in my head"])
def test_she_has_them(text: str) -> None:
    assert words_down(text) is True


@pytest.mark.parametrize("text", ["not yet", "hang on", "i havent got a pen", "let me write them down", "i forgot to write them down",
                                  "in a minute", "no not yet",
                                  "i need to get a pen", "where are they", "i cant write them down", "ill do it in a minute"])
def test_she_has_them_not(text: str) -> None:
    assert words_down(text) is False


@pytest.mark.parametrize("text", ["he wrote on my car", "they are in my garden", "they are outside", "he got them to ring me",
                                  "also he had a dog", "he is on my drive",
                                  "they saved my number", "i dont know what to do", "i cant cope", "he took a photo of me",
                                  "someone put a note in my bag",
                                  "they are at my window"])
def test_it_is_about_something_else(text: str) -> None:
    assert words_down(text) is None
