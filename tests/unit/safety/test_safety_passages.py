"""A long message is read in stretches, each by itself."""
from __future__ import annotations

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


def test_nothing_gives_one_empty_passage() -> None:
    assert passages("") == passages(" \n ") == [""]


@given(st.text(max_size=3000))
def test_there_is_always_a_passage_and_never_one_twice(text: str) -> None:
    found = passages(text)
    assert found and len(found) == len(set(found))
