"""File names and content types of a copy. A name gives nothing away: it says "notes" and the day."""

from __future__ import annotations

from datetime import datetime

from bot.handoff.exports.moments import local

EXTENSIONS = {"pack": "zip", "pdf": "pdf", "json": "json", "csv": "csv"}
CONTENT_TYPES = {
    "pack": "application/zip",
    "pdf": "application/pdf",
    "json": "application/json",
    "csv": "text/csv; charset=utf-8; header=present",
}


class UnknownFormat(ValueError):
    """A format that no copy can be made in."""


def file_name(fmt: str, made_at: datetime) -> str:
    """notes-YYYY-MM-DD.<zip|pdf|json|csv>, by the UK's day at an aware `made_at`. UnknownFormat for any other."""
    return f"notes-{local(made_at):%Y-%m-%d}.{EXTENSIONS[_known(fmt)]}"


def content_type(fmt: str) -> str:
    """The Content-Type of a format (RFC 4180 section 3 for CSV). UnknownFormat for one that is not ours."""
    return CONTENT_TYPES[_known(fmt)]


def _known(fmt: str) -> str:
    if not isinstance(fmt, str) or fmt not in EXTENSIONS:
        raise UnknownFormat("that is not a format of a copy")
    return fmt
