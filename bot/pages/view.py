"""One MESSAGE (CONTRACT section 2) as the parts the template shows; static/script/messages.js shows the same."""
from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import zip_longest
from typing import Any

from bot.pages import split

Message = dict[str, Any]
View = dict[str, Any]
DIALLED = re.compile(r"[+0-9][0-9 ()-]*")
EMERGENCIES = ("emergency", "silent")


def views(messages: Sequence[Message], sources_heading: str) -> list[View]:
    """All messages, oldest first. Only the options of the last turn (all after the person's last words) are `live`."""
    last_yours = max((i for i, m in enumerate(messages) if m.get("from") == "you"), default=-1)
    return [view(message, sources_heading, live=at > last_yours, first_new=at == last_yours + 1 > 0)
            for at, message in enumerate(messages)]


def view(message: Message, sources_heading: str, live: bool = True, first_new: bool = False) -> View:
    """The parts, all of them always there.

    Of a choice of many, the options marked `alone` ("None of these") are buttons of their own.
    """
    made: View = {"id": message.get("id", ""), "lang": message.get("lang", "en"), "type": message.get("type", "text"),
                  "who": message.get("from", "bot"), "live": live, "first_new": first_new, "urgent": False,
                  "title": "", "lines": [], "account": "", "rows": [], "legend": "", "options": [], "alone": [],
                  "many": False, "fields": [], "actions": [], "sources": [], "letter": ""}
    show = {} if made["who"] == "you" else SHOW
    made.update(show.get(made["type"], _plain)(message, sources_heading))
    return made


def tel(number: str | None) -> str:
    """The address of a phone number, or "" where it cannot be dialled as it stands (a number to text, say)."""
    return f"tel:{re.sub(r'[^+0-9]', '', number)}" if number and DIALLED.fullmatch(number) else ""


def web(url: str | None) -> str:
    """The address, if it is one of the secure web; "" for anything else."""
    return url if url and url.startswith("https://") else ""


def _plain(message: Message, _: str) -> View:
    letter = str(message.get("letter") or "")
    return {"lines": [_line(message["text"].removesuffix(letter).rstrip("\n"))], "letter": letter}


def _choices(message: Message, _: str) -> View:
    options, many = message.get("options", []), bool(message.get("many"))
    return {"legend": split.without_labels(message["text"], _labels(message)), "many": many,
            "fields": message.get("fields", []),
            "options": [option for option in options if not (many and option.get("alone"))],
            "alone": [option for option in options if many and option.get("alone")]}


def _check(message: Message, _: str) -> View:
    rows = message.get("rows", [])
    parts = split.check_parts(split.without_labels(message["text"], _labels(message)), rows)
    return {"lines": [_line(parts.intro)], "account": parts.account, "rows": rows, "legend": parts.question,
            "options": message.get("options", [])}


def _answer(message: Message, heading: str) -> View:
    options = message.get("options", [])
    lines, below = split.sources_apart(split.without_labels(message["text"], _labels(message)), heading)
    return {"title": lines[0], "lines": [_line(line) for line in lines[1:] if line], "options": options,
            "sources": [{"text": text, "url": _url_of(text, source)}
                        for text, source in zip_longest(below, message.get("sources", [])) if text]}


def _service(message: Message, heading: str) -> View:
    lines, below = split.sources_apart(message["text"], heading)
    shown = [_linked(line, message) for line in lines[1:] if line]
    kept = message.get("hours")
    hours = next((at for at, line in enumerate(shown) if kept and kept in line["text"]), None)
    if hours is not None and hours + 1 < len(shown):
        shown[hours + 1]["strong"] = True  # what follows the hours says whether it is open now
    return {"title": lines[0], "lines": shown, "sources": [{"text": text, "url": ""} for text in below]}


def _receipt(message: Message, _: str) -> View:
    words = message.get("words") or ""
    lines = [line for line in message["text"].split("\n") if line]
    return {"lines": [{**_line(line), "words": bool(words) and line == words,
                       **_part("code", line, message.get("sha256"))} for line in lines]}


def _crisis(message: Message, _: str) -> View:
    actions = message.get("actions", [])
    rest = split.without_actions(message["text"], actions)
    return {"lines": [_line(line) for line in rest.split("\n") if line], "urgent": message.get("kind") in EMERGENCIES,
            "actions": [_action(action) for action in actions]}


SHOW = {"choices": _choices, "date": _choices, "check": _check, "answer": _answer, "service": _service,
        "receipt": _receipt, "crisis": _crisis}


def _line(text: str) -> View:
    return {"text": text, "before": text, "part": "", "after": "", "kind": "", "href": "",
            "strong": False, "words": False}


def _part(kind: str, line: str, part: str | None, href: str = "") -> View:
    cut = split.around(line, part)
    return {} if cut is None else {"before": cut[0], "part": part, "after": cut[1], "kind": kind, "href": href}


def _linked(line: str, message: Message) -> View:
    phone, url = message.get("phone") or "", message.get("url")
    if tel(phone) and split.around(line, phone) and len(line) < len(phone) + 40:
        return {**_line(line), **_part("tel", line, phone, tel(phone))}
    return {**_line(line), **(_part("web", line, url, web(url)) if web(url) else {})}


def _labels(message: Message) -> list[str]:
    return [str(option["label"]) for option in message.get("options", [])]


def _url_of(text: str, source: dict[str, Any] | None) -> str:
    """The lines and the sources stand in the same order; a line that is not of its source gets no link."""
    return web(source.get("url")) if source and source["title"] in text else ""


def _action(action: dict[str, Any]) -> View:
    number = str(action.get("tel") or "")
    return {"label": action["label"], "href": tel(number) or web(action.get("url")),
            "number": number if number and number not in action["label"] else "", "web": bool(action.get("url"))}
