"""One open diary: drafts, entries and their versions, as the records of its ledger add up to."""
from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from bot.diary.ledger import Ledger, Sealed
from bot.diary.seal import seal_json, unseal_json
from bot.diary.storage import drafts as stored_drafts

Entry = dict[str, Any]
EMPTY: Entry = {
    "version": 1, "status": "draft", "account": "", "when": None, "place": None, "behaviours": [], "person": None, "evidence": [],
    "evidence_mentioned": [], "witnesses": None, "reported": None, "police_reference": None, "impact": None, "recorded_at": None, "asked": [],
}
PRIVATE = "_"
OF_AN_ENTRY = ("entry", "correction", "withdrawal")


class Diary:
    """Works within the caller's transaction, and never ends it. ENTRY is that of the chat API."""

    def __init__(self, db: Session, diary_id: str, diary_key: bytes) -> None:
        self._db, self._id, self._key = db, diary_id, diary_key
        self._ledger = Ledger(db, diary_id, diary_key)

    # Drafts

    def new_draft(self) -> Entry:
        """An empty entry with the next id. An id is never used twice, even where its draft is thrown away."""
        head = self._ledger.head()
        head["entries"] += 1
        self._ledger.set_head(head)
        return {"id": f"I-{head['entries']:04d}", **{k: list(v) if isinstance(v, list) else v for k, v in EMPTY.items()}}

    def save_draft(self, draft: Entry) -> None:
        """Keeps a draft, with its private progress."""
        number = _number(draft["id"])
        stored_drafts.put(self._db, self._id, number, seal_json(self._key, draft, self._draft_place(number)))

    def draft(self, draft_id: str) -> Entry | None:
        """A draft with its private progress, or None."""
        number = _number(draft_id)
        sealed = stored_drafts.get(self._db, self._id, number)
        return None if sealed is None else dict(unseal_json(self._key, sealed, self._draft_place(number)))

    def drafts(self) -> list[Entry]:
        """Unfinished entries as others see them; corrections in hand are not among them."""
        return [_public(d) for d in self._all_drafts() if not corrects(d)]

    def unfinished(self) -> list[Entry]:
        """The same, and with them what was changed of a saved note and is not saved yet: all that waits for her."""
        return [_public(d) for d in self._all_drafts() if not corrects(d) or self.changes(d)]

    def changes(self, draft: Entry) -> Entry:
        """What a correction in hand changes of its saved note; empty where it was only opened."""
        before = self.entry(draft["id"]) or {}
        return {k: v for k, v in draft.items() if k not in (PRIVATE, "status", "version") and before.get(k) != v}

    def discard_draft(self, draft_id: str) -> None:
        """Throws a draft away."""
        stored_drafts.remove(self._db, self._id, _number(draft_id))

    # Entries

    def seal_draft(self, draft_id: str, at: datetime) -> tuple[Entry, Sealed]:
        """Makes a draft an entry. KeyError where there is none."""
        draft = self.draft(draft_id)
        if draft is None:
            raise KeyError("there is no such draft")
        entry = {**_public(draft), "status": "saved", "recorded_at": draft["recorded_at"] or at.isoformat(timespec="seconds")}
        sealed = self._append("entry", entry, at)
        self.discard_draft(draft_id)
        return entry, sealed

    def correct(self, entry_id: str, changes: dict[str, Any], at: datetime) -> tuple[Entry, Sealed]:
        """A new version of a saved entry; the ones before stay. KeyError where there is none."""
        before = self._known(entry_id)
        changed = {k: v for k, v in changes.items() if k not in (PRIVATE, "id", "version", "status", "account", "recorded_at")}
        entry = {**before, **changed, "version": before["version"] + 1}
        return entry, self._append("correction", entry, at)

    def withdraw(self, entry_id: str, at: datetime) -> tuple[Entry, Sealed]:
        """Takes an entry back: it stays in the ledger, marked as withdrawn."""
        before = self._known(entry_id)
        entry = {**before, "status": "withdrawn", "version": before["version"] + 1}
        return entry, self._append("withdrawal", entry, at)

    def entry(self, entry_id: str) -> Entry | None:
        """The latest version, or None."""
        found = [r["body"] for r in self._ledger.of_entry(entry_id) if r["kind"] in OF_AN_ENTRY]
        return found[-1] if found else None

    def entries(self) -> list[Entry]:
        """The latest version of each entry, in the order they were begun."""
        latest = {v["id"]: v for v in self._all_versions()}
        return [latest[i] for i in sorted(latest, key=_number)]

    def versions(self) -> list[Entry]:
        """Every earlier version."""
        latest = {v["id"]: v["version"] for v in self._all_versions()}
        return [v for v in self._all_versions() if v["version"] != latest[v["id"]]]

    def last_entry_id(self) -> str | None:
        """The entry saved or changed last."""
        return self._ledger.head()["last_entry"]

    def note(self, kind: str, body: dict[str, Any], at: datetime) -> Sealed:
        """A record about the diary rather than an entry: opened, exported."""
        return self._ledger.append(kind, None, body, at)

    def _append(self, kind: str, entry: Entry, at: datetime) -> Sealed:
        sealed = self._ledger.append(kind, entry["id"], entry, at)
        self._ledger.set_head({**self._ledger.head(), "last_entry": entry["id"]})
        return sealed

    def _known(self, entry_id: str) -> Entry:
        entry = self.entry(entry_id)
        if entry is None:
            raise KeyError("there is no such entry")
        return entry

    def _all_drafts(self) -> list[Entry]:
        found = (self.draft(f"I-{number:04d}") for number in stored_drafts.numbers(self._db, self._id))
        return [d for d in found if d is not None]

    def _all_versions(self) -> list[Entry]:
        return [r["body"] for r in self._ledger.records() if r["kind"] in OF_AN_ENTRY]

    def _draft_place(self, number: int) -> str:
        return f"{self._id}/draft/{number}"


def corrects(draft: Entry) -> bool:
    """Whether a draft holds changes to a saved note."""
    return "corrects" in draft.get(PRIVATE, {})


def _public(draft: Entry) -> Entry:
    return {k: v for k, v in draft.items() if k != PRIVATE}


def _number(entry_id: str) -> int:
    """The number of an entry's id; 0, which no entry has, for anything else."""
    digits = entry_id.removeprefix("I-")
    return int(digits) if digits.isascii() and digits.isdigit() and len(digits) < 10 else 0
