"""A note as the page shows it: labels beside values, every text cut into lines that can be drawn."""

from __future__ import annotations

import re
import unicodedata
from datetime import datetime
from typing import Any, Iterator

from bot.handoff.exports.entry import leaving, why_missing
from bot.handoff.exports.moments import day, local, stamp, understood
from bot.handoff.exports.signs import Marker, clusters

_LINE_END = re.compile(r"\r\n|[\n\r\v\f\x85\u2028\u2029]")
_LONG_RUN = re.compile(r"\S{34,}")
_CHUNK = 30  # capitals of this many fit the narrow column of copy.typ, 118 mm
_BREAK_HERE = "\ue000"  # copy.typ breaks the line here; private use, so it never comes from what was typed (signs.py)
_TAB = "\u00a0" * 4
BEFORE = ("when", "place", "person", "behaviours")
AFTER = ("evidence", "evidence_mentioned", "witnesses", "reported", "police_reference", "impact", "recorded_at")


class Layout:
    """Turns entries into what copy.typ takes. `text`: text/<lang>.yml; `marker`: sees to signs that cannot be drawn."""

    def __init__(self, text: dict[str, Any], marker: Marker) -> None:
        self._text = text
        self._marker = marker

    def document(
        self, entries: list[dict[str, Any]], versions: list[dict[str, Any]], made_at: datetime, lang: str
    ) -> dict[str, Any]:
        """The whole page. Plain values only, to be handed over as JSON."""
        text, opening = self._text, self._text["opening"]
        count = (
            opening["no_notes"]
            if not entries
            else opening["one_note"]
            if len(entries) == 1
            else opening["notes"].format(count=len(entries))
        )
        notes, earlier = [self._note(e) for e in entries], [self._note(v, earlier=True) for v in versions]
        lost = sorted({note["heading"] for note in notes + earlier if note["unshown"]})
        return {
            "lang": lang,
            "region": text["region"],
            "footer": opening["made"].format(at=day(local(made_at), text)),
            "words": {**text["page"], "unshown": text["unshown"]["note"]},
            "opening": [
                opening["made"].format(at=stamp(made_at, text)),
                count,
                *([opening["times"]] if entries else []),
            ],
            "unshown": [line.format(ids=", ".join(lost)) for line in text["unshown"]["page"]] if lost else [],
            "notes": notes,
            "earlier": earlier,
        }

    def _note(self, given: dict[str, Any], earlier: bool = False) -> dict[str, Any]:
        entry, text = leaving(given), self._text
        standing = (
            [text["standing"]["version"].format(version=entry["version"])]
            if earlier or (entry["version"] or 1) > 1
            else []
        )
        standing += [text["standing"][entry["status"]]] if entry["status"] in text["standing"] else []
        note = {
            "heading": entry["id"],
            "standing": ". ".join(standing),
            "own": self.lines(entry["account"] or ""),
            "before": [self._row(entry, name) for name in BEFORE],
            "after": [self._row(entry, name) for name in AFTER],
            "asked": [
                {"question": self.lines(one["text"] or ""), "answer": self.lines(self._answer(one["answer"]))}
                for one in entry["asked"]
            ],
        }
        return {**note, "unshown": _has_mark(note)}

    def _row(self, entry: dict[str, Any], name: str) -> dict[str, Any]:
        return {"label": self._text["labels"][name], "lines": self.lines(self._value(entry, name))}

    def _value(self, entry: dict[str, Any], name: str) -> str:
        text, value = self._text, entry[name]
        if value is None or value == []:
            why = why_missing(entry, name, text["unanswered"])
            return str(text["unanswered"][why] if why else text["not_said"])
        if name == "when":
            read = understood(value, text)
            told = [text["when"]["as_told"].format(words=value["as_told"])] if value["as_told"] else []
            return "\n".join([*told, text["when"]["read_as"].format(read=read) if read else text["when"]["no_date"]])
        if name in ("behaviours", "evidence_mentioned"):
            labels = text["behaviours" if name == "behaviours" else "evidence"]
            return "; ".join(str(labels.get(item, item)) for item in value)
        if name == "evidence":
            return "; ".join(value)
        if name == "recorded_at":
            return stamp(value, text)
        return str(text["yes" if value else "no"] if isinstance(value, bool) else value)

    def _answer(self, answer: str | None) -> str:
        return str(self._text["unanswered"].get(answer, answer or ""))

    def lines(self, typed: str) -> list[dict[str, Any]]:
        """What was typed, line by line: {"rtl": from the right, "parts": [...]}. Blank lines and double spaces stay."""
        return [
            {"rtl": _from_the_right(line), "parts": [_breakable(part) for part in self._marker.cut(line)]}
            for line in _LINE_END.split(typed)
        ]


def _breakable(part: dict[str, Any]) -> dict[str, Any]:
    """Lets a very long word break at the margin, where it would run off the paper, and shows a tab as space."""
    return {
        **part,
        "text": _LONG_RUN.sub(lambda run: _BREAK_HERE.join(_chunks(run[0])), part["text"].replace("\t", _TAB)),
    }


def _chunks(word: str) -> Iterator[str]:
    """A word in pieces that fit a line. A sign that stands for several, as some of Arabic do, is as wide as those."""
    piece, width = "", 0
    for cluster in clusters(word):
        wide = len(unicodedata.normalize("NFKD", cluster[0]))
        if piece and width + wide > _CHUNK:
            yield piece
            piece, width = "", 0
        piece, width = piece + cluster, width + wide
    yield piece


def _from_the_right(line: str) -> bool:
    """Whether the first letter of the line is of a right-to-left script (Unicode UAX 9, rules P2 and P3)."""
    return next(
        (unicodedata.bidirectional(s) in ("R", "AL") for s in line if unicodedata.bidirectional(s) in ("L", "R", "AL")),
        False,
    )


def _has_mark(found: Any) -> bool:
    if isinstance(found, dict):
        return bool(found.get("mark")) or any(_has_mark(v) for v in found.values())
    return isinstance(found, list) and any(_has_mark(v) for v in found)
