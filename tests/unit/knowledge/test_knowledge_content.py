"""Every answer and every service: a source, a date, and nothing from elsewhere."""
from __future__ import annotations

import re
from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from bot.knowledge.load import Knowledge
from bot.knowledge.messages import source_line
from bot.knowledge.model import Source

KNOWLEDGE = Knowledge.load()
LONDON = ZoneInfo("Europe/London")
NOW = datetime(2026, 2, 11, 10, 30, tzinfo=LONDON)
# Numbers that are no service's own: emergencies, text relay, and the Act's sections are not telephone numbers.
NUMBER = re.compile(r"\b0\d{2,4}[ ]\d{3}[ ]?\d{3,4}\b")
BANNED = re.compile(r"\b(you should apply|the police will|guarantee|you are safe|don't worry|low risk|high risk|legally admissible)\b", re.I)


@pytest.mark.parametrize("name", sorted(KNOWLEDGE.topics))
def test_an_answer_says_where_it_comes_from_and_when_it_is_looked_at_again(name: str) -> None:
    topic = KNOWLEDGE.topics[name]
    answer = KNOWLEDGE.answer(name)
    assert answer["topic"] == name and answer["sources"] and all(s["title"] for s in answer["sources"])
    assert date.fromisoformat(topic.review_by) > date(2026, 11, 1)
    assert not BANNED.search(answer["text"]) and "\n\n" not in answer["text"]


@pytest.mark.parametrize("name", sorted(KNOWLEDGE.topics))
def test_an_answer_gives_no_number_that_is_no_services(name: str) -> None:
    known = {s.phone for s in KNOWLEDGE.services.values() if s.phone}
    assert set(NUMBER.findall(KNOWLEDGE.answer(name)["text"])) <= known


@pytest.mark.parametrize("name", sorted(KNOWLEDGE.services))
def test_a_service_is_shown_with_its_hours_or_says_they_are_not_sure(name: str) -> None:
    shown = KNOWLEDGE.service(name, NOW)
    assert shown["name"] and shown["text"].startswith(shown["name"]) and shown["open_now"] in (True, False, None)
    if shown["phone"]:
        assert shown["phone"] in shown["text"]
    if shown["open_now"] is False:
        assert shown["next_opening"] is not None


EVERY_TEXT = {name: KNOWLEDGE.answer(name)["text"] for name in KNOWLEDGE.topics} | \
    {name: KNOWLEDGE.service(name, NOW)["text"] for name in KNOWLEDGE.services}


@pytest.mark.parametrize("name", sorted(EVERY_TEXT))
def test_sources_read_calmly(name: str) -> None:
    sources = EVERY_TEXT[name].split("Where this comes from:\n")[1].split("\n")
    for line in sources:
        assert re.fullmatch(r"[^…]+[^…. ] \((no date|(\d{1,2} )?([A-Z][a-z]+ )?\d{4})(, no link)?\)", line), line
        assert "whole page" not in line and "not noted" not in line and "copy we read" not in line


def test_what_is_not_known_of_a_source_is_said_and_not_made_up() -> None:
    whole = Source("A list", "whole page", None, "no date")
    assert source_line(whole) == "A list (no date, no link)"
    assert source_line(Source("An Act", "section 2", "https://a.example", "2024-05")) == "An Act, section 2 (May 2024)"
    assert whole.as_field() == {"title": "A list", "section": "whole page", "url": None, "checked": "no date"}


def test_an_answer_that_was_due_a_look_says_so() -> None:
    fresh, late = KNOWLEDGE.answer("spo_what", date(2026, 2, 1)), KNOWLEDGE.answer("spo_what", date(2030, 1, 1))
    assert len(late["text"]) > len(fresh["text"])


def test_an_unknown_topic_is_an_error() -> None:
    with pytest.raises(KeyError):
        KNOWLEDGE.answer("nothing")


def test_needs_lead_to_services_that_exist() -> None:
    assert KNOWLEDGE.services_for()
    for need in KNOWLEDGE.needs:
        assert set(KNOWLEDGE.services_for(need)) <= set(KNOWLEDGE.services)
    assert KNOWLEDGE.services_for("no such need") == KNOWLEDGE.services_for("any")


# What this product does not do yet: to send, to take files in, to make a pack, to show anyone a page.
NOT_HERE = re.compile(r"before you send|when you send|until the police open|each step|\bwaiting, sent\b|"
                      r"choose to send|upload|attach|\bpack\b|we (?:send|pass)|I (?:can|will) send", re.I)


@pytest.mark.parametrize("name", sorted(KNOWLEDGE.topics))
def test_an_answer_promises_nothing_that_is_not_there(name: str) -> None:
    assert not NOT_HERE.search(EVERY_TEXT[name])


def test_can_you_send_it_is_answered_as_it_is() -> None:
    assert "I cannot send your notes" in EVERY_TEXT["sending"] and "hand it over yourself" in EVERY_TEXT["sending"]
