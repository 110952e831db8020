"""The copy as a table: a spreadsheet shows it whole and runs nothing."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.handoff.exports.as_csv import as_csv
from bot.handoff.exports.cells import bare, guarded, is_live

TYPED = st.text(st.characters(blacklist_categories=("Cs",), blacklist_characters="\0"), max_size=200)
STARTS = st.text("=+-@\t\r\n' \u00a0\u200b\ufeff\uff1d\uff0b\uff0d\uff20\u2212ab", max_size=8)


def rows_of(data: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), strict=True))


def column(data: bytes, name: str) -> list[str]:
    header, *rows = rows_of(data)
    return [row[header.index(name)] for row in rows]


def test_excel_sees_a_mark_of_utf_8_and_line_ends_of_rfc_4180(entry):
    data = as_csv([entry(account="one line")])
    assert data.startswith(b"\xef\xbb\xbf") and data.endswith(b"\r\n")
    assert data.count(b"\n") == data.count(b"\r\n") == 2


def test_one_row_an_entry_under_distinct_headings(entry):
    header, *rows = rows_of(as_csv([entry(), entry("I-0002"), entry("I-0003")]))
    assert len(set(header)) == len(header) and all(name.strip() for name in header)
    assert [len(row) for row in rows] == [len(header)] * 3


def test_no_entries_leave_the_headings(entry):
    assert len(rows_of(as_csv([]))) == 1


@given(account=TYPED)
def test_an_account_comes_back_with_its_newlines_and_quotes(entry, account):
    assert bare(column(as_csv([entry(account=account)]), "Own words")[0]) == account


@given(start=STARTS, rest=TYPED)
def test_guarding_a_cell_is_undone_exactly_and_leaves_nothing_live(start, rest):
    cell = guarded(start + rest)
    assert bare(cell) == start + rest
    assert cell[:1] not in ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")
    assert cell == start + rest or cell == "'" + start + rest


@pytest.mark.parametrize(
    "cell",
    [
        "=1+1",
        "+44",
        "-1",
        "@SUM(A1)",
        "\t=1",
        "\rx",
        "\n=1",
        "  =1",
        "\u00a0=1",
        "\uff1dcmd",
        "\u200b=1",
        "\x01=1",
        "'=1",
    ],
)
def test_a_cell_that_a_spreadsheet_might_run_is_live(cell):
    assert is_live(cell) and guarded(cell) == "'" + cell


@pytest.mark.parametrize("cell", ["", " ", "no", "3 - 1", "a=b", "'twas him", "(=1)"])
def test_plain_words_are_left_alone(cell):
    assert guarded(cell) == cell


def test_formulas_are_neutralised_in_every_column(entry):
    evil = '=HYPERLINK("http://x.example","click")'
    data = as_csv(
        [
            entry(
                account=evil,
                place=evil,
                person=evil,
                impact=evil,
                police_reference=evil,
                asked=[{"prompt": "p", "text": evil, "answer": evil, "at": None}],
                when={"as_told": evil, "edtf": None, "earliest": None, "latest": None, "approximate": False},
            )
        ]
    )
    cells = [cell for row in rows_of(data) for cell in row]
    assert not any(cell.startswith("=") for cell in cells)
    assert sum(cell.startswith("'" + evil) for cell in cells) == 7


def test_yes_no_and_not_said_are_three_things(entry):
    data = as_csv([entry(reported=True), entry(reported=False), entry(reported=None)])
    assert column(data, "Told the police") == ["yes", "no", "not said"]


def test_why_nothing_is_there_is_kept_apart(entry):
    asked = [
        {"prompt": "others.v1", "text": "Did anyone else see or hear it?", "answer": "prefer not to say", "at": None}
    ]
    assert column(as_csv([entry(witnesses=None, asked=asked)]), "Seen or heard by others") == ["prefers not to say"]
    assert column(as_csv([entry(witnesses=True, asked=asked)]), "Seen or heard by others") == ["yes"]


def test_lists_are_joined_and_words_stand_for_their_codes(entry):
    data = as_csv([entry(evidence=["E-0001", "E-0002"], behaviours=["following", "gifts"])])
    assert column(data, "Files kept") == ["E-0001; E-0002"]
    assert column(data, "What kind of thing") == ["following; gifts, or things left or sent"]
    assert column(data, "When, as told") == ["last Tues about 3"]


def test_a_note_with_nothing_but_words_has_a_row(entry):
    bare_entry = entry(
        when=None,
        place=None,
        behaviours=[],
        person=None,
        evidence=[],
        evidence_mentioned=[],
        witnesses=None,
        impact=None,
        asked=[],
    )
    assert column(as_csv([bare_entry]), "Date is approximate") == [""]
