"""A topic or a service as the fields of a message (CONTRACT section 2); who sends it adds v, id and lang."""
from __future__ import annotations

from datetime import date, datetime
from typing import Any

from bot.knowledge.hours import LONDON, is_open, next_opening
from bot.knowledge.model import Service, Source, Topic
from bot.knowledge.words import phrases, plain_date, plain_moment

NO_DATE, WHOLE = "no date", "whole page"
# The parts of an answer that are told on request: the rest of it, a letter to copy, what to say on the phone.
MORE, LETTER, CALL = "more", "letter", "call"


def answer_message(topic: Topic, talk_to: Service | None = None, today: date | None = None, part: str = "") -> dict[str, Any]:
    """type answer, with the service to talk it through with. With `today` after the review date, the text says that the page was due a check."""
    lines = [topic.title, *(topic.more if part == MORE else topic.short)]
    if talk_to is not None:
        say = phrases()["talk_to" if talk_to.phone else "write_to"]
        lines.append(say.format(name=talk_to.name, phone=talk_to.phone, url=talk_to.url))
    if today is not None and today.isoformat() > topic.review_by:
        lines.append(phrases()["overdue"].format(date=plain_date(topic.review_by)))
    lines += [phrases()["sources_heading"], *(source_line(source) for source in topic.sources)]
    return {"type": "answer", "topic": topic.topic, "text": "\n".join(lines),
            "sources": [source.as_field() for source in topic.sources]}


def service_message(service: Service, now: datetime) -> dict[str, Any]:
    """type service, at an aware `now`: open_now is None, never a guess, where the hours are not sure or were due a check."""
    opening = None if service.conflict or _overdue(service, now) else service.opening
    open_now, following = is_open(opening, now), next_opening(opening, now)
    return {"type": "service", "name": service.name, "phone": service.phone, "url": service.url, "hours": service.hours,
            "open_now": open_now, "next_opening": None if following is None else following.isoformat(),
            "checked": service.checked, "text": _service_text(service, open_now, following, now)}


def _service_text(service: Service, open_now: bool | None, following: datetime | None, now: datetime) -> str:
    say = phrases()
    told = {"phone": service.phone, "web": service.url, "cost": service.cost, "languages": service.languages, "access": service.access}
    lines = [service.name, service.helps, *(say[name].format(value) for name, value in told.items() if value)]
    lines.append(say["undated_checked"] if service.checked == NO_DATE else say["checked"].format(date=plain_date(service.checked)))
    lines.append(say["hours"].format(service.hours))
    # Nobody waits at a page to read: there it is neither open nor closed.
    if (service.phone or service.opening is not None) and not (service.emergency and open_now is None):
        lines.append(_open_line(service, open_now, now))
    if following is not None:
        lines.append(say["opens"].format(when=plain_moment(following)))
    if _overdue(service, now):
        lines.append(say["emergency_overdue" if service.emergency else "service_overdue"].format(date=plain_date(service.review_by)))
    lines += [say["sources_heading"], *(source_line(source) for source in service.sources)]
    return "\n".join(lines)


def _open_line(service: Service, open_now: bool | None, now: datetime) -> str:
    say = phrases()
    if open_now is not None:
        return str(say["open_yes"] if open_now else say["open_no"])
    usual = service.opening is not None and not _overdue(service, now)
    return str(say["open_holiday"] if usual else say["open_unknown"])


def _overdue(service: Service, now: datetime) -> bool:
    return now.astimezone(LONDON).date().isoformat() > service.review_by


def source_line(source: Source) -> str:
    """Title, part and date. Neither a date nor an address is ever made up; a part is left out where it is the whole."""
    say = phrases()
    known = [say["undated"] if source.checked == NO_DATE else plain_date(source.checked)] + ([] if source.url else [say["no_link"]])
    shape = say["whole_source" if source.section == WHOLE else "source"]
    return str(shape.format(title=source.title, section=source.section, known=", ".join(known)))
