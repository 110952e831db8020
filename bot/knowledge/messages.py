"""A topic or a service as the fields of a message (CONTRACT section 2); who sends it adds v, id and lang."""
from __future__ import annotations

from datetime import date, datetime
from typing import Any

from bot.knowledge.hours import is_open, next_opening
from bot.knowledge.model import Service, Source, Topic
from bot.knowledge.words import phrases, plain_date, plain_moment

NO_DATE, WHOLE = "no date", "whole page"


def answer_message(topic: Topic, talk_to: Service | None = None, today: date | None = None) -> dict[str, Any]:
    """type answer, with the service to talk it through with. With `today` after the review date, the text says that the page was due a check."""
    lines = [topic.title, *topic.text]
    if talk_to is not None:
        lines.append(phrases()["talk_to"].format(name=talk_to.name, phone=talk_to.phone))
    if today is not None and today.isoformat() > topic.review_by:
        lines.append(phrases()["overdue"].format(date=plain_date(topic.review_by)))
    lines += [phrases()["sources_heading"], *(_source_line(source) for source in topic.sources)]
    return {"type": "answer", "topic": topic.topic, "text": "\n".join(lines),
            "sources": [source.as_field() for source in topic.sources]}


def service_message(service: Service, now: datetime) -> dict[str, Any]:
    """type service, at an aware `now`: open_now is None, never a guess, where the hours are not sure."""
    opening = None if service.conflict else service.opening
    open_now, following = is_open(opening, now), next_opening(opening, now)
    return {"type": "service", "name": service.name, "phone": service.phone, "url": service.url, "hours": service.hours,
            "open_now": open_now, "next_opening": None if following is None else following.isoformat(),
            "checked": service.checked, "text": _service_text(service, open_now, following, now)}


def _service_text(service: Service, open_now: bool | None, following: datetime | None, now: datetime) -> str:
    say = phrases()
    lines = [service.name, service.helps]
    if service.phone:
        lines.append(say["phone"].format(phone=service.phone))
    if service.url:
        lines.append(say["web"].format(url=service.url))
    lines.append(say["hours"].format(hours=service.hours))
    lines.append({True: say["open_yes"], False: say["open_no"], None: say["open_unknown"]}[open_now])
    if following is not None:
        lines.append(say["opens"].format(when=plain_moment(following)))
    if service.languages:
        lines.append(say["languages"].format(languages=service.languages))
    if now.date().isoformat() > service.review_by:
        lines.append(say["overdue"].format(date=plain_date(service.review_by)))
    lines += [say["sources_heading"], *(_source_line(source) for source in service.sources)]
    return "\n".join(lines)


def _source_line(source: Source) -> str:
    """Title, part and date. Neither a date nor an address is ever made up; a part is left out where it is the whole."""
    say = phrases()
    known = [say["undated"] if source.checked == NO_DATE else plain_date(source.checked)] + ([] if source.url else [say["no_link"]])
    shape = say["whole_source" if source.section == WHOLE else "source"]
    return str(shape.format(title=source.title, section=source.section, known=", ".join(known)))
