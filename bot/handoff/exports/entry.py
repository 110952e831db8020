"""What an entry is when it leaves: the fields of ENTRY in CONTRACT section 2, in order, and nothing beside them."""

from __future__ import annotations

from typing import Any

WHEN = ("as_told", "edtf", "earliest", "latest", "approximate")
ASKED = ("prompt", "text", "answer", "at")
LISTS = ("behaviours", "evidence", "evidence_mentioned", "asked")
FIELDS = (
    "id",
    "version",
    "status",
    "account",
    "when",
    "place",
    "behaviours",
    "person",
    "evidence",
    "evidence_mentioned",
    "witnesses",
    "reported",
    "police_reference",
    "impact",
    "recorded_at",
    "asked",
)
# The question that a fact answers: where the fact is null, its answer says why (CONTRACT keeps the reasons apart).
PROMPTS = {
    "when": ("when", "change_when"),
    "place": ("where", "change_place"),
    "person": ("who", "change_person"),
    "witnesses": ("others", "change_witnesses"),
    "reported": ("told", "change_reported"),
    "impact": ("impact", "change_impact"),
    "behaviours": ("kinds", "change_behaviours"),
    "evidence_mentioned": ("keep", "change_evidence_mentioned"),
    "police_reference": ("reference", "change_police_reference"),
}


def leaving(entry: dict[str, Any]) -> dict[str, Any]:
    """A copy of an entry with exactly ENTRY's fields. Lists are empty, never null; what was not given is null."""
    copy: dict[str, Any] = {name: list(entry.get(name) or ()) if name in LISTS else entry.get(name) for name in FIELDS}
    copy["when"] = {name: copy["when"].get(name) for name in WHEN} if copy["when"] else None
    copy["asked"] = [{name: one.get(name) for name in ASKED} for one in copy["asked"]]
    return copy


def why_missing(entry: dict[str, Any], field: str, unanswered: dict[str, str]) -> str | None:
    """Why a fact is not there, by the last answer to its question: `unanswered`, such as "not asked"; else None."""
    names = PROMPTS.get(field, ())
    answers = [
        one.get("answer") for one in entry.get("asked") or () if str(one.get("prompt", "")).rpartition(".v")[0] in names
    ]
    return answers[-1] if answers and answers[-1] in unanswered else None
