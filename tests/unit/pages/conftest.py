"""The pages, loaded once."""

from __future__ import annotations

import pytest

from bot.pages.render import Pages


@pytest.fixture(scope="session")
def pages() -> Pages:
    return Pages.load()
