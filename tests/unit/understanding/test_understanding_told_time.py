"""The time of what happened, in words of time alone: not the time at which somebody passed it on, and no greeting."""

from __future__ import annotations

from datetime import datetime

import pytest

from bot.understanding.answers import read_answer
from bot.understanding.incident import read_incident

NOW = datetime.fromisoformat("2026-02-11T22:30:00+00:00")


@pytest.mark.parametrize(
    "text",
    [
        "my mum rang last night to say he came to hers",
        "At 9pm my friend Priya messaged me saying he was outside hers",
        "my sister texted me at 10 on Monday to say hes been at the school",
        "I had a call from my nan this morning saying he was in her garden",
        "my neighbour knocked on yesterday and said a man was looking in my windows",
        "my friend told me yesterday he was outside my house",
        "I heard from my mate last night that he'd been asking about me",
        "Good evening",
        "good morning, he will not stop",
    ],
)
def test_the_time_it_was_passed_on_is_not_when_it_happened(text: str) -> None:
    assert read_incident(text, NOW).when is None
    assert read_answer("when", text, NOW)["when"] is None


@pytest.mark.parametrize(
    ("text", "told", "edtf"),
    [
        ("my mum rang to say he came to hers last night", "last night", "2026-02-10"),
        ("my friend told me he was outside my house yesterday", "yesterday", "2026-02-10"),
        ("my daughter told me this morning that her dad followed her on Monday", "Monday", "2026-02-09"),
        ("my boss told me yesterday that he had rung the office on Monday", "Monday", "2026-02-09"),
        ("my ex rang last night to say he would kill me", "last night", "2026-02-10"),
        ("Good evening. he was there on Monday", "Monday", "2026-02-09"),
        ("he txt me at 3am asking what im wearing, it was 5 times last week", "3am … last week", "2026-02-02/2026-02-08"),
        ("it was 3am, he was stood there, this was last Tuesday", "3am … last Tuesday", "2026-02-10"),
        ("on Monday at about 6pm outside tesco he followed me", "Monday at about 6pm", "2026-02-09"),
        ("he was outside 2nite", "2nite", "2026-02-11"),
        ("saw him yday", "yday", "2026-02-10"),
        ("2day he rang", "2day", "2026-02-11"),
        ("he came round last nite", "last nite", "2026-02-10"),
    ],
)
def test_the_time_is_told_in_words_of_time(text: str, told: str, edtf: str) -> None:
    when = read_incident(text, NOW).when
    assert when is not None and (when.as_told, when.edtf) == (told, edtf)


def test_a_place_holds_no_time() -> None:
    told = read_incident("he was at the school gates at pick up 3.15 yday", NOW)
    assert told.place == "the school gates" and told.when is not None
