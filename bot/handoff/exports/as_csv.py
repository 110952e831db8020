"""The copy as a table: one row a note, for a spreadsheet."""

from __future__ import annotations

import csv
import io
from typing import Any

from bot.handoff.exports.cells import guarded
from bot.handoff.exports.entry import leaving, why_missing
from bot.handoff.exports.words import words

BOM = "\ufeff"


def as_csv(entries: list[dict[str, Any]]) -> bytes:
    """RFC 4180 with CRLF, UTF-8 with a byte order mark (Excel), every cell quoted and none live (cells.py). Bytes.

    Lists are joined with "; ". A long account is whole here, though Excel keeps only 32,767 characters of a cell.
    """
    text = words()
    out = io.StringIO(newline="")
    writer = csv.writer(out, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow(text["table"].values())
    for entry in entries:
        cells = _cells(leaving(entry), text)
        writer.writerow([guarded(cells[name]) for name in text["table"]])
    return (BOM + out.getvalue()).encode("utf-8")


def _cells(entry: dict[str, Any], text: dict[str, Any]) -> dict[str, str]:
    when = entry["when"] or {}
    cells = {name: _plain(when.get(name)) for name in ("as_told", "edtf", "earliest", "latest")}
    cells.update(
        {
            name: _plain(entry[name])
            for name in ("id", "version", "account", "place", "person", "police_reference", "impact", "recorded_at")
        }
    )
    cells["status"] = text["status"].get(entry["status"], _plain(entry["status"]))
    cells["approximate"] = _said(when.get("approximate"), text) if when else ""
    for name in ("witnesses", "reported"):
        why = why_missing(entry, name, text["unanswered"]) if entry[name] is None else None
        cells[name] = text["unanswered"][why].lower() if why else _said(entry[name], text)
    for name, labels in (
        ("behaviours", text["behaviours"]),
        ("evidence_mentioned", text["evidence"]),
        ("evidence", {}),
    ):
        cells[name] = "; ".join(labels.get(item, item) for item in entry[name])
    cells["asked"] = "; ".join(f"{one['text']} {one['answer']}" for one in entry["asked"])
    return cells


def _plain(value: Any) -> str:
    return "" if value is None else str(value)


def _said(value: bool | None, text: dict[str, Any]) -> str:
    return str(text["not_said"] if value is None else text["yes"] if value else text["no"]).lower()
