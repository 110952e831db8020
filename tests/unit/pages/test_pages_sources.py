"""The page of sources: every statement, where it was read, and when."""
from __future__ import annotations

from html import unescape

from bot.knowledge.load import Knowledge
from bot.pages.render import Pages

KNOWLEDGE = Knowledge.load()


def test_every_statement_stands_there_with_its_sources_and_their_dates(pages: Pages) -> None:
    page = unescape(pages.sources(KNOWLEDGE))
    for topic in KNOWLEDGE.topics.values():
        section = page.split(f'id="{topic.topic}"')[1].split("</section>")[0]
        assert [b for b in (*topic.short, *topic.more) if b not in section] == []
        assert section.count("<li>") == len(topic.sources)
        assert all(source.title in section for source in topic.sources)


def test_every_service_stands_there_with_its_number_and_hours(pages: Pages) -> None:
    page = unescape(pages.sources(KNOWLEDGE))
    for service in KNOWLEDGE.services.values():
        section = page.split(f'id="{service.id}"')[1].split("</section>")[0]
        assert service.hours in section and (service.phone or "") in section


def test_it_does_not_say_that_pages_were_opened_when_they_were_not(pages: Pages) -> None:
    assert "read copies of these pages in November 2026" in pages.sources(KNOWLEDGE)


def test_every_police_force_stands_there_with_its_number_its_places_and_its_sources(pages: Pages) -> None:
    page = unescape(pages.sources(KNOWLEDGE))
    assert "Police forces, and the places they are found by" in page
    for force in KNOWLEDGE.forces.values():
        section = page.split(f'id="{force.id}"')[1].split("</section>")[0]
        assert force.card.name in section and force.card.phone in section and force.places[0] in section
        assert section.count("<li>") == len(force.card.sources)
