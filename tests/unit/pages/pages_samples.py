"""One message of every type, every page, and a reader of HTML."""

from __future__ import annotations

from html.parser import HTMLParser
from typing import Any

from bot.knowledge.load import Knowledge
from bot.pages.render import Pages

HOSTILE = "<script>alert(1)</script>\"'><img src=x onerror=alert(2)>"
ACCOUNT = f"  It was on the step again.\n\nWhen: at night\n{HOSTILE}"
SHA = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
HEADING = "Where this comes from:"


def message(type_: str, text: str, **fields: Any) -> dict[str, Any]:
    return {"v": 1, "id": f"m-{type_}", "type": type_, "lang": "en", "text": text, **fields}


def options(*labels: str) -> list[dict[str, str]]:
    return [{"id": f"option-{number}", "label": label} for number, label in enumerate(labels)]


def check_message() -> dict[str, Any]:
    rows = [
        {"field": "when", "label": "When", "value": "last Tuesday", "inferred": True, "change": "change-when"},
        {
            "field": "impact",
            "label": "How it affected you",
            "value": f"I do not sleep.\n{HOSTILE}",
            "inferred": False,
            "change": "change-impact",
        },
    ]
    text = "\n".join(
        [
            "Kept as you wrote it.",
            ACCOUNT,
            "When: last Tuesday (I worked this out.)",
            f"How it affected you: I do not sleep.\n{HOSTILE}",
            "Shall I save it?",
            "Save this",
            "Not now",
        ]
    )
    return message("check", text, entry="I-0001", rows=rows, options=options("Save this", "Not now"))


EVERY_TYPE = {
    "text": message("text", f"Two lines\nand {HOSTILE}"),
    "status": message("status", "Your notes were opened 1 time."),
    "choices": message("choices", f"Is it safe?\nYes\n{HOSTILE}", options=options("Yes", HOSTILE), many=False),
    "many": message(
        "choices",
        f"Did any happen?\nFollowed\n{HOSTILE}\nNone of these",
        many=True,
        options=[*options("Followed", HOSTILE), {"id": "none", "label": "None of these", "alone": True}],
    ),
    "answer": message(
        "answer",
        f"A title\nA first line.\n{HEADING}\nAn Act, section 2 (2 May 2024)\nA page (no date)",
        topic="t",
        sources=[
            {
                "title": "An Act",
                "section": "section 2",
                "url": "https://legislation.example/2",
                "checked": "2024-05-02",
            },
            {"title": "A page", "section": "whole page", "url": "javascript:alert(1)", "checked": "no date"},
        ],
    ),
    "service": message(
        "service",
        f"A helpline\nFor anyone.\nPhone: 0808 000 0000\nWebsite: https://help.example\nHours: every day.\nOpen now.\n{HEADING}\nA list. No date.",
        name="A helpline",
        phone="0808 000 0000",
        url="https://help.example",
        hours="every day.",
        open_now=True,
        next_opening=None,
        checked="2026-08-14",
    ),
    "check": check_message(),
    "date": message(
        "date",
        "When was this?\nToday\nI am not sure",
        options=options("Today", "I am not sure"),
        fields=["day", "month", "year", "about"],
    ),
    "upload": message("upload", "You can add a file.", accept="image/*", max_bytes=10),
    "receipt": message(
        "receipt",
        f"Saved as I-0001. Check number: {SHA}.\nHere are five words.\notter lantern maple river candle",
        ref="I-0001",
        at="2026-11-24T12:00:00+00:00",
        sha256=SHA,
        words="otter lantern maple river candle",
    ),
    "crisis": message(
        "crisis",
        "Call 999 now if you can.\nCall 999\nText relay",
        kind="emergency",
        actions=[{"label": "Call 999", "tel": "999"}, {"label": "Text relay", "url": "https://relay.example"}],
    ),
    "one not known yet": message("picture", "Something newer than this page."),
}
ENTRIES = [
    {"id": "I-0001", "account": ACCOUNT, "when": {"as_told": HOSTILE}},
    {"id": "I-0002", "account": "Again.", "when": None},
]


def every_page(pages: Pages) -> dict[str, str]:
    """Every page but the one after leaving."""
    talk = [*EVERY_TYPE.values(), {"from": "you", "text": HOSTILE}, *EVERY_TYPE.values()]
    return {
        "home": pages.home(talk, token_form="k", status="s", error=HOSTILE, typed=HOSTILE),
        "open": pages.open(HOSTILE, 30),
        "copy": pages.copy(ENTRIES, HOSTILE, key="k"),
        "copy of nothing": pages.copy([], key="k"),
        "sources": pages.sources(Knowledge.load()),
        "problem": pages.problem(500, HOSTILE),
    }


class Seen(HTMLParser):
    """Tags with their attributes, and the text a person could read."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.text = ""
        self._unread = 0
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, {name: value or "" for name, value in attrs}))
        self._unread += tag in ("template", "title")

    def handle_endtag(self, tag: str) -> None:
        self._unread -= tag in ("template", "title")

    def handle_data(self, data: str) -> None:
        self.text += "" if self._unread else data

    def all(self, *names: str) -> list[dict[str, str]]:
        return [attributes for tag, attributes in self.tags if tag in names]
