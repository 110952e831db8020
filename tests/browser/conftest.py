"""Debian's Chromium, on the real server."""
from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright
from running import NOW, Running


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    running = Running(tmp_path_factory.mktemp("browser")).start()
    yield running
    running.stop()


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        yield browser
        browser.close()


class Visit:
    """One visit to the page, with everything that went wrong or left this machine."""

    def __init__(self, browser: Browser, url: str, javascript: bool = True, width: int = 360, dark: bool = False) -> None:
        self.context = browser.new_context(java_script_enabled=javascript, viewport={"width": width, "height": 740},
                                           color_scheme="dark" if dark else "light", reduced_motion="reduce", extra_http_headers={"X-Test-Now": NOW})
        self.page: Page = self.context.new_page()
        self.wrong: list[str] = []
        self.foreign: list[str] = []
        self.page.on("pageerror", lambda e: self.wrong.append(str(e)))
        self.page.on("console", lambda m: self.wrong.append(m.text) if m.type == "error" else None)
        self.page.on("request", lambda r: None if r.url.startswith((url, "data:", "about:")) else self.foreign.append(r.url))
        self.page.goto(url + "/")

    def type(self, text: str) -> None:
        bot = self.page.locator("li.message:not(.you)")
        before = bot.count()
        self.page.locator("#text").fill(text)
        self.page.locator("#write button.main").click()
        bot.nth(before).wait_for()

    def press(self, label: str) -> None:
        bot = self.page.locator("li.message:not(.you)")
        before = bot.count()
        self.page.locator("fieldset:not([disabled])").get_by_role("button", name=label, exact=True).last.click()
        bot.nth(before).wait_for()


@pytest.fixture
def visit(chromium: Browser, server: Running) -> Iterator[object]:
    made: list[Visit] = []

    def make(**how: object) -> Visit:
        made.append(Visit(chromium, server.url, **how))  # type: ignore[arg-type]
        return made[-1]

    yield make
    for one in made:
        one.context.close()


@pytest.fixture
def pictures(tmp_path: Path) -> Path:
    return tmp_path
