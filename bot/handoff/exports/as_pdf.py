"""The copy on paper: every note in full, in plain print, readable by a screen reader."""

from __future__ import annotations

import re
from datetime import datetime
from typing import Any, Iterator

from bot.handoff.exports.layout import Layout
from bot.handoff.exports.signs import Lacking, Marker
from bot.handoff.exports.typesetting import CannotPrint, typeset, undrawable
from bot.handoff.exports.words import spoken_in, words

_BEYOND_ASCII = re.compile(r"[ -~]?[^\t\n -~]+")


def as_pdf(
    entries: list[dict[str, Any]],
    versions: list[dict[str, Any]],
    made_at: datetime,
    lang: str = "en",
    *,
    machine_fonts: bool = True,
) -> bytes:
    """A tagged PDF made to PDF/UA-1: the notes, then their earlier versions.

    Bytes; the same for the same notes, moment and fonts. `made_at` is aware. Signs that no font at hand can draw are
    marked in words, and the page says where they are and what has them in full. Takes a second for 300 notes.
    `machine_fonts=False` prints with the wheel's own fonts alone. CannotPrint if the page cannot be made at all.
    """
    spoken = spoken_in(lang)
    text, typed = words(spoken), list(_texts([entries, versions]))
    lacking = _lacking(typed, machine_fonts)
    while True:
        doc = Layout(text, Marker(lacking, text["marks"])).document(entries, versions, made_at, spoken)
        try:
            return typeset(doc, made_at, machine_fonts)
        except CannotPrint as refusal:
            refused = refusal.signs
        lacking = _wider(lacking, refused, typed)


def _lacking(typed: list[str], machine_fonts: bool) -> Lacking:
    """What the fonts lack, asked of the compiler before the page is made, first in place and then sign by sign."""
    runs = sorted({run for text in typed for run in _BEYOND_ASCII.findall(text)})
    refused = undrawable(runs, machine_fonts)
    return Lacking(alone=frozenset(undrawable(sorted(refused), machine_fonts))) if refused else Lacking()


def _wider(lacking: Lacking, refused: frozenset[str], typed: list[str]) -> Lacking:
    """More to leave to words, after these signs were refused: where joined, then everywhere, then all beyond ASCII."""
    if refused - lacking.joined:
        return Lacking(lacking.alone, lacking.joined | refused)
    beyond = {sign for sign in refused if not sign.isascii()}
    if not beyond - lacking.alone:
        beyond = {sign for text in typed for sign in text if not sign.isascii()}
    if not beyond - lacking.alone:
        raise CannotPrint(refused)
    return Lacking(lacking.alone | beyond, lacking.joined)


def _texts(found: Any) -> Iterator[str]:
    """Every text in plain data."""
    if isinstance(found, str):
        yield found
    inside = found.values() if isinstance(found, dict) else found if isinstance(found, list) else ()
    for one in inside:
        yield from _texts(one)
