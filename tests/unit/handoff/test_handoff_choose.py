"""She says which notes go into a copy, and what the file is called."""

from datetime import datetime, timezone

import pytest

from bot.handoff.exports.choose import NoSuchEntry, choose, versions_of
from bot.handoff.exports.names import UnknownFormat, content_type, file_name


def ids(entries):
    return [entry["id"] for entry in entries]


def test_all_notes_go_when_none_are_named(entry):
    assert ids(choose([entry("I-0001"), entry("I-0002")], None)) == ["I-0001", "I-0002"]


def test_named_notes_go_in_the_diarys_order_and_once(entry):
    assert ids(choose([entry("I-0001"), entry("I-0002"), entry("I-0003")], ["I-0003", "I-0001", "I-0003"])) == [
        "I-0001",
        "I-0003",
    ]


def test_no_names_mean_no_notes(entry):
    assert choose([entry()], []) == []


def test_a_note_that_is_not_there_is_refused_without_repeating_what_was_asked(entry):
    with pytest.raises(NoSuchEntry) as refused:
        choose([entry()], ["I-0001", "something private"])
    assert refused.value.id == "something private" and "private" not in str(refused.value)


def test_earlier_versions_of_other_notes_stay_behind(entry):
    versions = [entry("I-0001"), entry("I-0002"), entry("I-0001", version=2)]
    assert [(v["id"], v["version"]) for v in versions_of([entry("I-0001", version=3)], versions)] == [
        ("I-0001", 1),
        ("I-0001", 2),
    ]


@pytest.mark.parametrize(
    "fmt, name",
    [
        ("pack", "notes-2026-07-01.zip"),
        ("pdf", "notes-2026-07-01.pdf"),
        ("json", "notes-2026-07-01.json"),
        ("csv", "notes-2026-07-01.csv"),
    ],
)
def test_a_file_is_named_by_the_day_in_the_uk(fmt, name):
    assert file_name(fmt, datetime(2026, 6, 30, 23, 30, tzinfo=timezone.utc)) == name


@pytest.mark.parametrize(
    "fmt, kind",
    [("pack", "application/zip"), ("pdf", "application/pdf"), ("json", "application/json"), ("csv", "text/csv")],
)
def test_each_format_has_its_content_type(fmt, kind):
    assert content_type(fmt).split(";")[0] == kind


@pytest.mark.parametrize("fmt", ["docx", "", None, 7, ["pdf"], "PDF"])
def test_any_other_format_is_refused(fmt):
    with pytest.raises(UnknownFormat):
        content_type(fmt)
