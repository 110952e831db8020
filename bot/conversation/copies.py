"""A copy of the notes, to keep: made from the ledger, and noted in it."""
from __future__ import annotations

import hashlib
from datetime import datetime
from typing import NamedTuple, Sequence

from bot.diary.diary import Diary
from bot.diary.sessions import Open
from bot.handoff.exports.as_csv import as_csv
from bot.handoff.exports.as_json import as_json
from bot.handoff.exports.as_pdf import as_pdf
from bot.handoff.exports.choose import choose, versions_of
from bot.handoff.exports.names import UnknownFormat, content_type, file_name
from bot.house import House

FORMATS = ("json", "csv", "pdf")


class Copy(NamedTuple):
    """A file."""
    name: str
    content_type: str
    content: bytes


def copy_of(house: House, open_: Open, format_: str, wanted: Sequence[str] | None, now: datetime) -> Copy:
    """The chosen notes in one of FORMATS. Raises UnknownFormat, NoSuchEntry, CannotPrint."""
    if format_ not in FORMATS:
        raise UnknownFormat("that is not a format of a copy")
    with house.factory.read() as db:
        notes = Diary(db, open_.diary_id, open_.diary_key)
        entries, versions = notes.entries(), notes.versions()
    chosen = choose(entries, wanted)
    earlier = versions_of(chosen, versions)
    if format_ == "json":
        content = as_json(chosen, earlier)
    elif format_ == "csv":
        content = as_csv(chosen)
    else:
        content = as_pdf(chosen, earlier, now)
    with house.factory.begin() as db:
        told = {"format": format_, "entries": [entry["id"] for entry in chosen], "sha256": hashlib.sha256(content).hexdigest()}
        Diary(db, open_.diary_id, open_.diary_key).note("export", told, now)
    return Copy(file_name(format_, now), content_type(format_), content)


