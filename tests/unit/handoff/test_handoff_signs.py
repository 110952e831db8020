"""What no font can draw is said in words, in its place."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.handoff.exports.signs import Lacking, Marker, clusters
from bot.handoff.exports.words import words


def cut(line, alone="", joined=""):
    return [
        (part["text"], part["mark"])
        for part in Marker(Lacking(frozenset(alone), frozenset(joined)), words()["marks"]).cut(line)
    ]


@given(st.text())
def test_clusters_add_up_to_the_line(line):
    assert "".join(clusters(line)) == line


@given(st.text(st.characters(blacklist_categories=("Cs", "Cc", "Co", "Cn"), blacklist_characters="\u202d\u202e")))
def test_a_line_that_can_be_drawn_is_left_as_it_is(line):
    assert cut(line) == ([(line, False)] if line else [])


def test_a_picture_is_named():
    assert cut("he sent \U0001f52a today", alone="\U0001f52a") == [
        ("he sent ", False),
        ("[emoji: hocho]", True),
        (" today", False),
    ]


def test_a_joined_picture_is_one_mark():
    family = "\U0001f468\u200d\U0001f469\u200d\U0001f467"
    assert cut(family + "\U0001f44d\U0001f3fd", alone="\U0001f468\U0001f469\U0001f467\U0001f44d") == [
        ("[emoji: man, woman, girl]", True),
        ("[emoji: thumbs up sign]", True),
    ]


def test_a_run_of_letters_is_counted_and_order_is_kept():
    assert cut("a\u4e2d\u6587\U0001f52a\u4e2d", alone="\u4e2d\u6587\U0001f52a") == [
        ("a", False),
        ("[2 signs not shown]", True),
        ("[emoji: hocho]", True),
        ("[sign not shown]", True),
    ]


def test_half_a_word_is_not_printed_but_plain_letters_beside_it_are():
    assert cut("\u0645\u06cc\u06ba x\u06ba1", alone="\u06ba") == [
        ("[3 signs not shown]", True),
        (" x", False),
        ("[sign not shown]", True),
        ("1", False),
    ]


def test_a_keycap_that_is_missing_does_not_take_the_digit_with_it_elsewhere():
    assert cut("1 and 1\ufe0f\u20e3", joined="1\ufe0f\u20e3")[0] == ("1 and ", False)


@pytest.mark.parametrize("sign", ["\x01", "\x1b", "\x7f", "\ue000", "\u202e", "\u202d", "\ufffe"])
def test_a_sign_that_looks_like_nothing_or_turns_the_text_is_always_said(sign):
    assert cut(f"a{sign}b") == [("a", False), ("[sign not shown]", True), ("b", False)]
