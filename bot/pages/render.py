"""Renders the person's page: every page whole without JavaScript. No input or output but the reading in `load`."""
from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import yaml
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from bot.knowledge.load import Knowledge
from bot.knowledge.words import phrases
from bot.pages.sources import subjects
from bot.pages.static_files import StaticFiles
from bot.pages.view import views

HERE = Path(__file__).parent
NEUTRAL_SITE = "www.bbc.co.uk/weather"
HIDE_AFTER_S = 300


class Pages:
    """`texts`: language code to the content of text/<code>.yml."""

    def __init__(self, environment: Environment, texts: Mapping[str, dict[str, Any]], files: StaticFiles,
                 sources_heading: str, leave_to: str, hide_after: int) -> None:
        self._environment, self._texts, self._files = environment, texts, files
        self._sources_heading = sources_heading
        self._shared = {"asset": files.address, "sources_heading": sources_heading,
                        "leave_to": leave_to, "hide_after": hide_after}

    @classmethod
    def load(cls, folder: Path | None = None, leave_to: str = NEUTRAL_SITE, hide_after: int = HIDE_AFTER_S) -> Pages:
        """Reads the folder's text, templates and static files.

        `leave_to`: where Leave goes, host and path without https://, so that no page holds a foreign address.
        `hide_after`: seconds without a key or a touch until the notes are hidden.
        """
        here = folder or HERE
        texts = {path.stem: yaml.safe_load(path.read_text("utf-8")) for path in sorted((here / "text").glob("*.yml"))}
        environment = Environment(loader=FileSystemLoader(here / "templates"), autoescape=True,
                                  undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
        heading = str(phrases()["sources_heading"])
        return cls(environment, texts, StaticFiles(here / "static"), heading, leave_to, hide_after)

    def home(self, messages: Sequence[dict[str, Any]], *, token_form: str, status: str | None = None,
             error: str | None = None, lang: str = "en", typed: str = "") -> str:
        """The conversation so far, oldest first. `typed` goes back into the box, so a failed form loses nothing."""
        shown = views(messages, self._sources_heading)
        return self._page("home.html", lang, messages=shown, key=token_form, status=status, error=error, typed=typed)

    def open(self, error: str | None = None, retry_after: int | None = None, lang: str = "en") -> str:
        """Come back with five words. `retry_after`: seconds until the next try."""
        minutes = None if retry_after is None or retry_after <= 90 else -(-retry_after // 60)
        return self._page("open.html", lang, error=error, seconds=None if minutes else retry_after, minutes=minutes)

    def copy(self, entries: Sequence[dict[str, Any]], error: str | None = None, *, key: str, lang: str = "en") -> str:
        """Choose notes (ENTRYs) and a kind of file."""
        return self._page("copy.html", lang, entries=entries, error=error, key=key)

    def sources(self, knowledge: Knowledge, lang: str = "en") -> str:
        """Every answer, service and police force, with its sources and their dates."""
        return self._page("sources.html", lang, subjects=subjects(knowledge))

    def left(self, lang: str = "en") -> str:
        """What stands after leaving without JavaScript."""
        return self._page("left.html", lang)

    def problem(self, status: int, message: str, typed: str = "", lang: str = "en") -> str:
        """An error page; the emergency lines stand on it as on every page. 401 and 403 lead to the five words; `typed` is given back."""
        return self._page("problem.html", lang, message=message, locked=status in (401, 403), typed=typed)

    def asset(self, name: str) -> str:
        """The address of a static file, with its content's hash."""
        return self._files.address(name)

    def static(self, name: str) -> tuple[bytes, str] | None:
        """A static file by its hashed name: bytes and content type, or None."""
        return self._files.file(name)

    def _page(self, template: str, lang: str, **fields: Any) -> str:
        known = lang if lang in self._texts else "en"
        made = self._environment.get_template(template)
        return made.render(**self._shared, say=self._texts[known], lang=known, **fields)
