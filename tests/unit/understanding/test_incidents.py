"""Which days of an account are incidents, and whose facts are read."""
from __future__ import annotations

from datetime import datetime, timezone

import pytest

from bot.understanding.incident import read_day
from bot.understanding.incidents import happenings
from bot.understanding.text_parts import TextParts
from bot.understanding.told_time import times_told

NOW = datetime(2026, 2, 5, 15, tzinfo=timezone.utc)


def _days(text: str) -> list[str]:
    return [told.day for told in happenings(TextParts(text), times_told(text, NOW), NOW)]


@pytest.mark.parametrize(("text", "days"), [
    ("Monday he keyed my car, then Wednesday he rang me 14 times", ["2026-02-02", "2026-02-04"]),
    ("He was outside my house on Monday. And again on Wednesday.", ["2026-02-02", "2026-02-04"]),
    ("On 20 January he keyed my car. Two days later he left a dead rat on my step", ["2026-01-20", "2026-01-22"]),
    ("He rang me last night. A week before that he had been in my garden.", ["2026-02-04", "2026-01-28"]),
    ("My neighbour saw him in my garden on Tuesday. I saw him there on Wednesday.", ["2026-02-03", "2026-02-04"]),
    ("Last week he sent 30 texts. Yesterday he turned up at the gym.", ["2026-01-26/2026-02-01", "2026-02-04"]),
    ("Someone slashed my tyres on Tuesday. On Wednesday a man called Lee Marsh laughed about it.", ["2026-02-03", "2026-02-04"]),
    ("On Monday he keyed my car. I told my sister on Tuesday. I reported it to the police on Wednesday.", ["2026-02-02"]),
    ("On Monday he keyed my car. On Tuesday he didn't come.", ["2026-02-02"]),
    ("On Monday he keyed my car. Told Cleveland police on 101, they give me number 118/04/02/26", ["2026-02-02"]),
])
def test_each_day_on_which_something_was_done(text: str, days: list[str]) -> None:
    assert _days(text) == days


def test_the_facts_are_those_of_the_first_day() -> None:
    told = read_day("On Monday she followed me round Tesco. Tuesday she posted photos of my house on Facebook. My sister saw the post.", NOW)
    assert told.behaviours == ("following",) and told.witnesses is None and told.evidence_mentioned == () and told.more_days


def test_what_is_about_all_of_it_is_read_for_the_first_day_too() -> None:
    told = read_day("On Monday he keyed my car. Tuesday he rang me at work. I told the police, ref 4412/26.", NOW)
    assert told.reported and told.police_reference == "4412/26"


def test_the_facts_of_another_day_are_read_when_it_is_named() -> None:
    told = read_day("On Monday he keyed my car. Tuesday he rang me at work.", NOW, day="2026-02-03")
    assert told.behaviours and "damage" not in told.behaviours and told.when and told.when.edtf == "2026-02-03"


def test_a_reader_of_the_whole_message_gives_the_first_day_nothing_of_the_second() -> None:
    told = read_day("On Monday he keyed my car. Tuesday he followed me home.", NOW, noticed={"damage": 3.0, "following": 3.0})
    assert told.behaviours == ("damage",)


def test_a_sentence_that_comes_back_to_a_day_is_of_that_day() -> None:
    text = ("On Monday my ex stood across from my flat. Then on Tuesday there was a tin of soup on the mat from him. "
            "My flatmate Bea saw him on Monday.")
    assert read_day(text, NOW).witnesses is True
    assert read_day(text, NOW, day="2026-02-03").witnesses is None
