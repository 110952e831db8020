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
    kept = [(e, text["withdrawn" if e["status"] == "withdrawn" else "saved"]) for e in entries] + [(d, text["not_finished"]) for d in drafts]
    if not kept:
        return str(text["diary_empty"]), []
    rows = [text["diary_row"].format(id=e["id"], when=describe.when(e["when"]), status=status) for e, status in kept]
    options = [{"label": text["take_back" if e["status"] == "saved" else "throw_away"].format(id=e["id"]), "intent": "remove", "value": e["id"]}
               for e, _ in kept[-LISTED:] if e["status"] != "withdrawn"]
    return "\n".join([text["diary_list"], *rows]), [*options, *text["diary_options"]]
