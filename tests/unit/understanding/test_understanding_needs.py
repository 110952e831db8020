"""What somebody says of themselves beside the question for a person to talk to."""
from __future__ import annotations

import pytest

from bot.knowledge.load import Knowledge
from bot.understanding.needs import told_needs as read_needs

TOWNS = Knowledge.load().towns


def told_needs(text: str) -> tuple[str, ...]:
    return read_needs(text, TOWNS)


@pytest.mark.parametrize("text, needs", [
    ("i'm a man and my ex-husband follows me, who can i ring", {"men", "lgbt", "partner"}),
    ("im a 34 yr old bloke from wrexham, helpline?", {"men", "wales"}),
    ("As a retired gentleman, whom might I telephone?", {"men"}),
    ("im a gay man, who is there for me", {"men", "lgbt"}),
    ("lesbian helpline pls, i am lesbian", {"lgbt", "women"}),
    ("i'm trans, who gets it", {"lgbt"}),
    ("i'm 15 who can i talk to", {"under_16"}),
    ("im fifteen, is there someone", {"under_16"}),
    ("im 17 and in cardiff", {"under_18", "wales"}),
    ("im eleven who can i tell", {"under_13"}),
    ("my daughter is 14 and being followed, who can she ring", {"under_16"}),
    ("I'm deaf, who can help me", {"deaf"}),
    ("bsl user, is there a helpline", {"deaf"}),
    ("in cardiff, who do i ring", {"wales"}),
    ("i live in glasgow, number please", {"scotland"}),
    ("fae ayr, whos there for folk like me", {"scotland"}),
    ("im in bangor co down, who can i call", {"northern_ireland"}),
    ("anyone in bangor", {"wales"}),
    ("we live near brighton, any charity", {"sussex"}),
    ("i live in spain who can i call", {"abroad"}),
    ("im stuck abroad, is there a number", {"abroad"}),
    ("my family are forcing me to marry, helpline", {"honour"}),
    ("someone shared my nudes who helps", {"images"}),
    ("he hacked my phone, who can help", {"online"}),
    ("i feel suicidal, who can i call", {"suicidal"}),
    ("i hate phone calls, can i text", {"no_phone"}),
    ("im 16f who do i talk to", {"under_18", "women"}),
    ("15m whos there for me", {"under_16", "men"}),
    ("me and my boyfriend are both lads, who do we ring", {"lgbt", "partner"}),
    ("a woman here, who do i ring", {"women"}),
    ("i work in wales but live in bristol, who do i ring", set()),
    ("i'm from glasgow but moved to swansea, who helps", {"wales"}),
    ("who can i talk to", set()),
])
def test_what_is_told_is_known(text: str, needs: set[str]) -> None:
    assert set(told_needs(text)) == needs


@pytest.mark.parametrize("text, need", [
    ("he is a man who follows me, who can i ring", "men"),
    ("a man follows me, who helps", "men"),
    ("i'm scared of a man at work", "men"),
    ("he poses as a woman online, who deals with it", "women"),
    ("im her dad, who can she ring", "men"),
    ("my brother is being stalked, i'm a woman, who can he call", "women"),
    ("i'm 15 minutes from the station, who do i call", "under_16"),
    ("im 12 weeks pregnant, who can i ring", "under_13"),
    ("i have been married 17 years, who do i talk to", "under_18"),
    ("he's deaf and keeps following me", "deaf"),
    ("it falls on deaf ears, who can i ring", "deaf"),
    ("my ex lives in cardiff, who can i ring", "wales"),
    ("he moved to glasgow, who do i tell", "scotland"),
    ("she's from belfast, any number", "northern_ireland"),
    ("i moved here from poland, who helps", "abroad"),
    ("my stalker lives in france, who can i call", "abroad"),
    ("being stalked by someone in america who do i tell", "abroad"),
    ("i live on kent road in sheffield, who helps", "kent"),
    ("he's in prison in wales, who can i call", "wales"),
    ("we're two women in a flat and someone follows us, any helpline", "lgbt"),
    ("m not sure who to call", "men"),
    ("20m away he stood, who do i ring", "men"),
    ("15 texts today, who do i call", "under_16"),
    ("do i get a crime number if i ring you", "fraud"),
])
def test_nothing_is_taken_from_the_one_who_does_it_or_from_figures(text: str, need: str) -> None:
    assert need not in told_needs(text)


def test_how_somebody_writes_and_whom_they_fear_tells_nothing_of_who_they_are() -> None:
    assert not {"men", "women", "lgbt"} & set(told_needs("my ex-girlfriend keeps turning up, who can i ring"))
    assert not {"men", "women", "lgbt"} & set(told_needs("it's Sarah here, my husband scares me, number please"))


@pytest.mark.parametrize("size", [2_000, 50_000])
def test_a_long_text_takes_no_long_time(size: int) -> None:
    for piece in ("in cardiff ", "a", "i'm a ", "my ex ", "he is in ", "15 "):
        told_needs((piece * size)[:size])
