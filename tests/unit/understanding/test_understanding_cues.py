"""Cues are her own phrases, whole and short."""

from __future__ import annotations

import pytest

from bot.understanding.cues import find_cues

ACCOUNT = (
    "I finished late. My ex Gareth was waiting by his van outside the depot and he said “you cannot hide from me”."
    " It was raining. He left a letter on my windscreen."
)


def test_cues_are_verbatim_and_of_three_to_twelve_words() -> None:
    cues = find_cues(ACCOUNT)
    assert cues
    for cue in cues:
        assert cue in ACCOUNT and 3 <= len(cue.split()) <= 12


def test_people_places_and_messages_come_before_the_rest() -> None:
    cues = find_cues(ACCOUNT)
    assert "Gareth" in cues[0] or "letter" in cues[0]
    assert "It was raining" not in cues[:2]


def test_no_more_than_asked_for() -> None:
    assert len(find_cues(ACCOUNT, limit=2)) == 2


def test_nothing_to_take_up_gives_nothing() -> None:
    assert find_cues("") == []
    assert find_cues("ok") == []


@pytest.mark.parametrize(
    ("account", "cues"),
    [
        ("I got home there were 14 missed calls", []),
        ("i am a man if that matters", []),
        ("he stood by the gate i shut the curtains", []),
        ("My boss was kind. He rang my mum as well", ["He rang my mum as well"]),
        (
            "Yesterday at about four my ex-boyfriend Callum followed me to the library in Harnley",
            ["my ex-boyfriend Callum followed me to the library in Harnley"],
        ),
    ],
)
def test_only_whole_clauses_about_what_was_done_to_her(account: str, cues: list[str]) -> None:
    assert [cue for cue in find_cues(account) if "boss" not in cue] == cues


@pytest.mark.parametrize(
    ("account", "cues"),
    [
        ("at 9.15pm Gary Poulter drove past. I would rather not say more", ["at 9.15pm Gary Poulter drove past"]),
        ("they gave me reference 23/456789/26", []),
        ("he owes me 10,000 pounds. I rang the police and they came", ["he owes me 10,000 pounds"]),
        ("he said Mr. Hale would hear of it", ["he said Mr. Hale would hear of it"]),
        ("he waited at 4 p.m. by the gate", ["he waited at 4 p.m. by the gate"]),
        ("he said J. Poulter would find me", ["he said J. Poulter would find me"]),
        ("he rang at 9:15 from the pub", ["he rang at 9:15 from the pub"]),
    ],
)
def test_a_cue_is_never_cut_inside_a_figure_or_a_shortened_word(account: str, cues: list[str]) -> None:
    assert find_cues(account) == cues
