"""An account that tells of two days: the note is of the first, and the other can become a note of its own."""
from __future__ import annotations

from typing import Any

import pytest
from talk import Talk

OFFER = "Write the other day as its own note"


def _both(talk: Talk, account: str) -> tuple[dict[str, Any], dict[str, Any]]:
    """The saved note, and the one begun of the other day."""
    talk.saved(account).pick(OFFER)
    return talk.entries()[-1], talk.drafts()[-1]


@pytest.mark.parametrize(("account", "first", "second", "words"), [
    ("Monday he keyed my car, then yesterday he rang me 14 times.", "2026-02-09", "2026-02-10", "then yesterday he rang me 14 times."),
    ("On 20 January he keyed my car. Two days later he came to my mum's house.", "2026-01-20", "2026-01-22",
     "Two days later he came to my mum's house."),
    ("He was outside my house on Monday and again on Tuesday.", "2026-02-09", "2026-02-10",
     "He was outside my house on Monday and again on Tuesday."),
    ("He followed me home on Monday. And again yesterday.", "2026-02-09", "2026-02-10", "He followed me home on Monday. And again yesterday."),
])
def test_the_other_day_starts_with_its_words_and_its_day(talk: Talk, account: str, first: str, second: str, words: str) -> None:
    note, other = _both(talk, account)
    assert (note["account"], note["when"]["edtf"]) == (account, first)
    assert (other["account"], other["when"]["edtf"]) == (words, second)
    assert talk.state()["prompt"] == "more"


def test_each_note_has_the_facts_of_its_own_day(talk: Talk) -> None:
    note, other = _both(talk, "On Monday my ex Gareth slashed my tyres outside Tesco. Yesterday he sent me a letter. My sister saw it.")
    assert note["behaviours"] == ["damage"] and note["place"] == "outside Tesco" and note["witnesses"] is None
    assert "damage" not in other["behaviours"] and other["place"] is None and other["witnesses"] is True


def test_a_third_day_is_offered_with_the_second(talk: Talk) -> None:
    _, other = _both(talk, "On Sunday he followed me home. On Monday he keyed my car. Yesterday he rang me 14 times.")
    talk.to("check").pick("Save this").pick(OFFER)
    third = talk.drafts()[-1]
    assert other["behaviours"] == ["damage"] and third["behaviours"] == ["contact"]
    assert third["account"] == "Yesterday he rang me 14 times."


@pytest.mark.parametrize("account", [
    "We split up on 1 December. Yesterday he keyed my car.",
    "On Monday he keyed my car. Yesterday I told my sister about it.",
    "I was at my mum's on Friday. Yesterday he keyed my car.",
])
def test_a_day_on_which_nothing_was_done_is_no_other_day(talk: Talk, account: str) -> None:
    talk.told(account)
    assert "more than one day" not in talk.text()
