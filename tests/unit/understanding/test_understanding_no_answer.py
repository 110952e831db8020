"""Answers that are none: that she does not know, would rather not say, or wants the next question."""

from __future__ import annotations

from datetime import datetime

import pytest

from bot.diary.interview.prompts import prompts
from bot.understanding.answers import read_answer, read_besides
from bot.understanding.incident import read_incident
from bot.understanding.no_answer import no_answer, told_beside
from bot.understanding.reading import settle

NOW = datetime.fromisoformat("2026-02-11T10:30:00+00:00")
DECLINED = [
    "I would rather not say", "id rather not", "I'd rather not", "i’d rather not say", "rather not say", "rather not", "pass",
    "dont want to", "I don't want to say", "i dont wanna say", "no comment", "not telling", "im not telling you", "prefer not to say",
    "prefer not to", "id prefer not to answer", "I'd sooner not say", "sorry, I'd rather not",
    "I would rather not say where that was if that's ok", "dont feel comfortable saying", "not comfortable saying", "not saying",
    "wont say", "none of your business", "thats private", "id rather keep that to myself", "i dont want to talk about it",
    "dont want to go into it", "Id rather not go into that", "not ready to talk about it", "dinnae want to say", "hard pass",
    "no, I'd rather not say", "too upsetting to talk about", "I do know but I would rather not say", "pass on that one",
    "i refuse to answer", "don't really want to share that",
]
UNKNOWN = [
    "dunno", "no idea", "cant remember", "can't remember", "not a clue", "couldnt tell you", "idk", "no clue love", "I do not know",
    "i don't know", "dont know", "not sure", "im not sure", "I am not sure", "Not sure", "I don't really know", "havent a clue",
    "haven't got a clue", "not the foggiest", "god knows", "who knows", "no idea sorry", "sorry no idea", "um, dunno",
    "i honestly dont know", "couldn't say", "dinnae ken", "dont ken", "i forget", "can't recall", "idk tbh", "dunno mate",
    "no idea who he is", "I don't know who it was", "not sure exactly", "not a scooby", "search me", "hard to say", "its all a blur",
    "i cant remember where it was", "nae idea", "dont know him", "wouldn't know", "I have no idea", "no, not sure", "unsure",
    "couldnt tell ya",
]
SKIPPED = [
    "skip", "Skip", "next", "skip it", "leave that one", "skip this", "next question", "next please", "move on", "leave it", "leave that",
    "skip that one", "can we skip this one", "leave it blank", "can we move on", "lets move on", "next one please", "miss that one out",
    "skip please", "just skip it", "please skip", "n/a", "never mind",
]
TOLD = [
    "a man I don't know", "at the pub", "my ex", "I dont know what to do anymore", "I don't know how to cope", "dont want to go out",
    "I'd rather not go to work now", "cant think straight", "dont know if i can go on", "next to the church", "the next street", "Skipton",
    "Passmore Road", "he passed me on the bridge", "yes", "no", "nobody", "outside the Skip Inn", "I left it on the bus", "no sleep",
    "dont want to leave the house", "private road behind the flats", "not sleeping", "i cant face people", "the one next door",
    "Pass Street", "last Tuesday", "I forget to eat", "move", "go",
]


KINDS = {"prefer_not": DECLINED, "not_known": UNKNOWN, "skip": SKIPPED}


@pytest.mark.parametrize("text, kind", [(text, kind) for kind, texts in KINDS.items() for text in texts])
def test_each_way_to_give_no_answer_is_told_apart(text: str, kind: str) -> None:
    assert no_answer(text) == kind and settle("tell", 0.9, text, "Where were you?") == kind


@pytest.mark.parametrize("text", TOLD)
def test_what_tells_something_is_an_answer(text: str) -> None:
    assert no_answer(text) is None


@pytest.mark.parametrize("text", [*DECLINED, *UNKNOWN, *SKIPPED])
def test_no_answer_is_ever_taken_for_a_fact(text: str) -> None:
    asked = ["Where were you?", "Who did this, if you know?", "When was this?", "How has this affected you?", "Did anyone else see or hear it?",
             "Have you told the police?", "What is the police reference?"]
    for question in asked:
        assert not any(read_incident(text, NOW, question).to_dict().values()), question
    assert not any(read_incident(text, NOW).to_dict().values())
    for prompt in prompts():
        assert not any({**read_answer(prompt, text, NOW), **read_besides(prompt, text, NOW)}.values()), prompt


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("dunno, a few weeks back", "a few weeks back"),
        ("not sure, outside the co-op on Mill Lane", "outside the co-op on Mill Lane"),
        ("no idea who he is but he drives a red van", "he drives a red van"),
        ("at the pub", "at the pub"),
        ("at 9.15pm, not sure exactly", "at 9.15pm"),
        ("idk", ""),
    ],
)
def test_what_is_told_beside_it_counts(text: str, rest: str) -> None:
    assert told_beside(text) == rest


def test_a_place_after_not_sure_is_the_place() -> None:
    assert read_answer("where", "not sure, outside the co-op I think", NOW)["place"] == "outside the co-op I think"
    assert read_answer("who", "dunno, some bloke in a black cap", NOW)["person"] == "some bloke in a black cap"
