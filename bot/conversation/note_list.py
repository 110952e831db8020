"""The list of notes: what is kept, and how it stands; with a button to take one back."""
from __future__ import annotations

from typing import Any

from bot.conversation import describe
from bot.conversation.wording import wording

# So many of the newest notes have a button.
LISTED = 10


def note_list(entries: list[dict[str, Any]], drafts: list[dict[str, Any]]) -> tuple[str, list[dict[str, Any]]]:
    """The text, and its options; none where there are no notes."""
    text = wording()
    saved = {e["id"] for e in entries}
    kept = [(e, text["withdrawn" if e["status"] == "withdrawn" else "saved"]) for e in entries]
    kept += [(d, text["changes_not_saved" if d["id"] in saved else "not_finished"]) for d in drafts]
    if not kept:
        return str(text["diary_empty"]), []
    rows = [text["diary_row"].format(id=e["id"], when=describe.when(e["when"]), status=status) for e, status in kept]
    options = [_removal(e, saved) for e, _ in kept[-LISTED:] if e["status"] != "withdrawn"]
    return "\n".join([text["diary_list"], *rows]), [*options, *text["diary_options"]]


def _removal(note: dict[str, Any], saved: set[str]) -> dict[str, Any]:
    text, name = wording(), note["id"]
    if note["status"] == "saved":
        return {"label": text["take_back"].format(id=name), "intent": "remove", "value": name}
    if name in saved:
        return {"label": text["throw_changes_away"].format(id=name), "intent": "remove", "value": f"changes {name}"}
    return {"label": text["throw_away"].format(id=name), "intent": "remove", "value": name}
