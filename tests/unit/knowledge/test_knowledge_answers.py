"""An answer is short, its rest is told on request, and it leads on to what is near."""
from __future__ import annotations

import pytest

from bot.knowledge.load import Knowledge
from bot.knowledge.messages import CALL, LETTER, MORE

KNOWLEDGE = Knowledge.load()


@pytest.mark.parametrize("name", sorted(KNOWLEDGE.topics))
def test_the_short_answer_and_the_rest_carry_the_same_sources_and_no_line_twice(name: str) -> None:
    short, rest = KNOWLEDGE.answer(name), KNOWLEDGE.answer(name, part=MORE)
    topic = KNOWLEDGE.topics[name]
    assert short["sources"] == rest["sources"] and not set(topic.short) & set(topic.more)
    assert all(bubble in short["text"] for bubble in topic.short) and all(bubble in rest["text"] for bubble in topic.more)


@pytest.mark.parametrize("name", sorted(KNOWLEDGE.topics))
def test_what_can_be_asked_next_exists_and_is_named_once(name: str) -> None:
    further, topic = KNOWLEDGE.further(name), KNOWLEDGE.topics[name]
    labels = [option["label"] for option in further]
    assert len(set(labels)) == len(labels) and 1 <= len(further) <= 5
    assert (further[0]["topic"] == f"{name}/{MORE}") is bool(topic.more)
    assert all(option["topic"].partition("/")[0] in KNOWLEDGE.topics for option in further)
    assert f"{name}/{MORE}" not in [option["topic"] for option in KNOWLEDGE.further(name, MORE)]


def test_no_two_answers_have_the_same_title() -> None:
    titles = [topic.title for topic in KNOWLEDGE.topics.values()]
    assert len(set(titles)) == len(titles) >= 140


def test_every_subject_has_answers_and_an_owner() -> None:
    assert {topic.subject for topic in KNOWLEDGE.topics.values()} == set(KNOWLEDGE.subjects)
    assert all(subject.owner and subject.title for subject in KNOWLEDGE.subjects.values())


@pytest.mark.parametrize("name", sorted(name for name, topic in KNOWLEDGE.topics.items() if topic.talk_to))
def test_the_service_to_talk_to_can_be_reached(name: str) -> None:
    service = KNOWLEDGE.services[KNOWLEDGE.topics[name].talk_to or ""]
    text = KNOWLEDGE.answer(name)["text"]
    assert f"{service.name}, {service.phone or service.url}." in text and "None" not in text


@pytest.mark.parametrize("name", ["spo_how_it_comes_about", "enhanced_rights", "advocate", "review_decision", "complain_police"])
def test_what_may_be_asked_for_in_writing_has_a_letter_and_words_for_a_call(name: str) -> None:
    letter, call = KNOWLEDGE.letter(name, LETTER), KNOWLEDGE.letter(name, CALL)
    assert 80 <= len(" ".join(letter).split()) <= 220 and 30 <= len(" ".join(call).split()) <= 120
    assert f"{name}/{LETTER}" in [option["topic"] for option in KNOWLEDGE.further(name)]
    assert f"{name}/{CALL}" in [option["topic"] for option in KNOWLEDGE.further(name, LETTER)]
    assert f"{name}/{LETTER}" in [option["topic"] for option in KNOWLEDGE.further(name, CALL)]
