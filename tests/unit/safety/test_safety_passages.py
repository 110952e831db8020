"""A long message is read in stretches, each by itself."""
from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.safety.passages import passages

DANGER = "he is on the stairs"


def test_a_short_message_is_read_whole_and_by_its_sentences() -> None:
    assert passages("It was Monday. He rang!  Twice") == ["it was monday. he rang! twice", "it was monday.", "he rang!", "twice"]


def test_one_sentence_is_read_once() -> None:
    assert passages("He rang.") == ["he rang."]


def test_what_stands_in_ten_thousand_characters_is_a_passage_of_its_own() -> None:
    filler = "On that day I went to the shops and saw nobody. " * 210
    assert f"{DANGER}." in passages(f"{filler}{DANGER}. {filler}")


def test_a_sentence_without_an_end_is_read_in_windows_that_overlap() -> None:
    words = [f"w{n}" for n in range(100)]
    found = passages(" ".join(words))
    assert all(len(p.split()) <= 26 for p in found)
    for n in range(95):
        assert any(" ".join(words[n:n + 5]) in p for p in found)


@pytest.mark.parametrize("before,after", [(10_000, 190_000), (190_000, 10_000), (10_000, 10_000)])
def test_ten_thousand_characters_on_either_side_hide_nothing(before: int, after: int) -> None:
    filler = " ".join(f"I saw {n} cats." for n in range(20_000))
    assert f"{DANGER}." in passages(f"{filler[:before]}. {DANGER}. {filler[:after]}")


@pytest.mark.parametrize("loud", ["he is on the stairs!!!", "  😟😟 He is on the stairs!!! \n", "he is on the stairs...", "HE IS ON THE STAIRS!"])
def test_loudness_says_nothing(loud: str) -> None:
    assert passages(loud) == [DANGER]


@pytest.mark.parametrize("text", ["Good morning. He is on the stairs", "hi, he is on the stairs", "Hello!! He is on the stairs!"])
def test_a_greeting_is_not_read_with_what_follows_it(text: str) -> None:
    assert passages(text) == [DANGER]


@pytest.mark.parametrize("text", ["good morning", "hello? he is on the stairs", "evening he comes"])
def test_what_is_no_greeting_before_a_message_stays(text: str) -> None:
    assert passages(text)[0] == text


def test_nothing_gives_one_empty_passage() -> None:
    assert passages("") == passages(" \n ") == [""]


@pytest.mark.parametrize("text", [" " * 200_000, "😱" * 200_000, "x " + "! " * 100_000 + "x", "he is " * 33_000])
def test_the_longest_message_takes_no_longer_than_its_length(text: str) -> None:
    start = time.process_time()
    passages(text)
    assert time.process_time() - start < 1


@given(st.text(max_size=3000))
def test_there_is_always_a_passage_and_never_one_twice(text: str) -> None:
    found = passages(text)
    assert found and len(found) == len(set(found))
