"""The static files: small, named by their content, and nothing in them that the policy or the promises forbid."""

from __future__ import annotations

import gzip
import re

import pytest
from pages_samples import EVERY_TYPE

from bot.pages.render import HERE

SCRIPTS = sorted((HERE / "static" / "script").glob("*.js"))


def content(pages, name: str) -> str:
    return pages.static(pages.asset(name).removeprefix("/static/"))[0].decode()


@pytest.mark.parametrize(("name", "limit"), [("page.js", 15_000), ("page.css", 10_000)])
def test_a_file_keeps_to_its_budget_gzipped(pages, name, limit):
    assert len(gzip.compress(content(pages, name).encode())) <= limit


def test_the_first_page_keeps_to_its_budget_gzipped(pages):
    assert len(gzip.compress(pages.home([EVERY_TYPE["text"], EVERY_TYPE["choices"]], token_form="k").encode())) <= 8_000


def test_a_name_carries_the_hash_of_the_content_and_no_other_name_is_served(pages):
    assert re.fullmatch(r"/static/page\.[0-9a-f]{12}\.css", pages.asset("page.css"))
    assert pages.static(pages.asset("page.js").removeprefix("/static/"))[1].startswith("text/javascript")
    assert [pages.static(name) for name in ("page.css", "../render.py", "", "script/leave.js")] == [None] * 4


def test_every_script_is_part_of_the_page(pages):
    whole = content(pages, "page.js")
    assert SCRIPTS and all(path.read_text("utf-8") in whole for path in SCRIPTS)


@pytest.mark.parametrize(
    "forbidden",
    [
        "innerHTML",
        "outerHTML",
        "insertAdjacentHTML",
        "document.write",
        "DOMParser",
        "eval(",
        "localStorage",
        "sessionStorage",
        "indexedDB",
        "serviceWorker",
        "document.cookie",
        "location.href =",
        'setTimeout("',
    ],
)
def test_the_script_keeps_nothing_and_makes_no_markup(pages, forbidden):
    assert forbidden not in content(pages, "page.js")


def test_leaving_blanks_the_page_before_anything_touches_the_network(pages):
    steps = ['visibility = "hidden"', 'sendBeacon("/api/leave")', "location.replace("]
    script = content(pages, "page.js")
    assert sorted(steps, key=script.index) == steps


def test_the_style_loads_nothing(pages):
    style = content(pages, "page.css")
    assert not re.search(r"url\(|@import|@font-face", style)
    for needed in (
        "prefers-color-scheme: dark",
        "prefers-reduced-motion",
        "forced-colors",
        "@media print",
        ":focus-visible",
    ):
        assert needed in style
