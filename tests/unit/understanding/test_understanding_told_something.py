"""A few words, typed where nothing was asked for: a telling, or none."""
from __future__ import annotations

from datetime import datetime

import pytest

from bot.understanding.told_something import tells_something

NOW = datetime.fromisoformat("2026-02-11T10:30:00+00:00")


@pytest.mark.parametrize("text", ["I saw him", "he rang", "him again", "parcel from him", "A wreath was sent to me",
                                  "My phone showed a tag moving with me",
                                  "another letter", "someones been in my garden", "Somebody’s at it again", "flowers again",
                                  "my car was keyed", "got another message",
                                  "she txted", "It happened again", "3 missed calls", "my back gate was open"])
def test_a_few_words_tell_something(text: str) -> None:
    assert tells_something(text, NOW)


@pytest.mark.parametrize("text", ["asdfgh", "blorp zing", "i am ok", "hmm", "I feel sad", "on my own", "what", "im not sure",
                                  "can i talk", "testing"])
def test_a_few_words_tell_nothing(text: str) -> None:
    assert not tells_something(text, NOW)
