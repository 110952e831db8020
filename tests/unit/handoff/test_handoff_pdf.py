"""The copy on paper: tagged, whole, the same each time, and nothing typed in it is markup."""

import json
import re
import zlib
from datetime import timedelta
from importlib import resources

import pytest
import typst

from bot.handoff.exports import typesetting
from bot.handoff.exports.as_pdf import as_pdf
from bot.handoff.exports.layout import Layout
from bot.handoff.exports.signs import Lacking, Marker
from bot.handoff.exports.typesetting import CannotPrint, undrawable
from bot.handoff.exports.words import words

HOSTILE = [
    '=HYPERLINK("http://x.example","click")',
    "#set page(fill: red)",
    "#panic()",
    "$x^2$ @ref <label> *bold* _it_ `code` // c /* d",
    "<script>alert(1)</script>",
    "back\\slash \\u{41} \\n",
    "]#[ } {",
    "- list",
    "= heading",
    "~ -- --- ... 'q' \"d\"",
    "https://x.example/?a=b&c",
]


@pytest.fixture()
def printed(monkeypatch):
    """What was handed to the compiler for the last page that it accepted."""
    docs = []
    real = typesetting._compile

    def compile_and_keep(template, inputs, *rest):
        done = real(template, inputs, *rest)
        if template == typesetting.TEMPLATE:
            docs.append(json.loads(inputs["doc"]))
        return done

    monkeypatch.setattr(typesetting, "_compile", compile_and_keep)
    return docs


def inside(pdf: bytes) -> bytes:
    parts = [pdf]
    for found in re.finditer(rb"stream\r?\n", pdf):
        try:
            parts.append(zlib.decompressobj().decompress(pdf[found.end() :]))
        except zlib.error:
            continue
    return b"\n".join(parts)


def layout() -> Layout:
    return Layout(words(), Marker(Lacking(), words()["marks"]))


def set_texts(doc: dict) -> list[str]:
    """Each paragraph of the page as the compiler set it, after it read the template."""
    source = resources.files("bot.handoff.exports").joinpath("copy.typ").read_bytes()
    found = json.loads(typst.query(source, "par", sys_inputs={"doc": json.dumps(doc)}, ignore_system_fonts=True))
    return [_text(one) for one in found]


def _text(found) -> str:
    if isinstance(found, list):
        return "".join(_text(one) for one in found)
    if not isinstance(found, dict):
        return ""
    if found.get("func") == "space":
        return " "
    return (
        found["text"]
        if isinstance(found.get("text"), str)
        else "".join(_text(found.get(name)) for name in ("body", "children", "child"))
    )


def all_text(found) -> str:
    if isinstance(found, dict):
        return "".join(
            found["text"] if "mark" in found else all_text(v) for v in ([found] if "mark" in found else found.values())
        )
    return "\n".join(all_text(one) for one in found) if isinstance(found, list) else str(found)


def test_it_is_tagged_titled_and_says_its_language(entry, made_at):
    pdf = as_pdf([entry()], [], made_at)
    assert pdf.startswith(b"%PDF-")
    for wanted in (b"/StructTreeRoot", b"/MarkInfo", b"/Lang", b"/DisplayDocTitle", b"pdfuaid", b"/H1"):
        assert wanted in inside(pdf), wanted


def test_the_same_notes_and_moment_make_the_same_bytes(entry, made_at):
    first = as_pdf([entry()], [entry()], made_at)
    assert as_pdf([entry()], [entry()], made_at) == first
    assert as_pdf([entry()], [entry()], made_at + timedelta(days=1)) != first
    assert as_pdf([entry(account="Other words.")], [entry()], made_at) != first


def test_the_document_is_dated_when_it_was_made(entry, made_at):
    assert b"D:20260403170500" in inside(as_pdf([entry()], [], made_at))


def test_no_line_of_hers_is_markup(entry, made_at):
    doc = layout().document([entry(account="\n".join(HOSTILE), place=HOSTILE[1], person=HOSTILE[2])], [], made_at, "en")
    paragraphs = set_texts(doc)
    for line in HOSTILE:
        assert line.replace("'", "\u2019") in [p.replace("'", "\u2019") for p in paragraphs]
    assert as_pdf([entry(account="\n".join(HOSTILE))], [], made_at)


def test_line_breaks_blank_lines_and_double_spaces_stay(made_at):
    lines = layout().lines("one  two\r\n\r\n   three \rfour\u2028five")
    assert ["".join(part["text"] for part in line["parts"]) for line in lines] == [
        "one  two",
        "",
        "   three ",
        "four",
        "five",
    ]
    doc = layout().document([{"id": "I-0001", "account": "one  two   three"}], [], made_at, "en")
    assert "one  two   three" in set_texts(doc)


def test_everything_about_a_note_is_on_the_page(entry, made_at, printed):
    as_pdf([entry(police_reference="CR/77/26", reported=True)], [], made_at)
    page = all_text(printed[-1])
    for wanted in (
        "I-0001",
        "\u201clast Tues about 3\u201d",
        "Read as: about Tuesday 31 March 2026, between 2:30pm and 3:30pm.",
        "outside work",
        "Gareth Pike",
        "following; hanging around a place",
        "He stood by the gate.",
        "E-0001",
        "screenshots",
        "CR/77/26",
        "I sleep badly.",
        "Did anyone else see or hear it?",
        "Friday 3 April 2026, 6pm BST",
        "Made on Friday 3 April 2026, 6:05pm BST.",
        "1 note.",
        "This is an account recorded by a support service. It is not a statement under s.9 CJA 1967.",
    ):
        assert wanted in page, wanted


def test_a_date_picked_on_a_card_is_shown_without_words_that_were_never_told(entry, made_at, printed):
    when = {**entry()["when"], "as_told": None}
    as_pdf([entry(when=when), entry(when={"as_told": "ages ago", "edtf": None})], [], made_at)
    rows = [all_text(note["before"][0]["lines"]) for note in printed[-1]["notes"]]
    assert "None" not in rows[0] and "Read as: about Tuesday" in rows[0]
    assert "\u201cages ago\u201d" in rows[1] and "No date was read from this." in rows[1]


def test_earlier_versions_stand_at_the_end_with_their_number(entry, made_at, printed):
    as_pdf([entry(version=2, account="Later words.")], [entry(account="First words.")], made_at)
    doc = printed[-1]
    assert [n["standing"] for n in doc["notes"]] == ["Version 2"] and [n["standing"] for n in doc["earlier"]] == [
        "Version 1"
    ]
    assert "First words." in all_text(doc["earlier"]) and "First words." not in all_text(doc["notes"])


def test_a_withdrawn_note_says_so(entry, made_at, printed):
    as_pdf([entry(status="withdrawn")], [], made_at)
    assert "Taken back" in printed[-1]["notes"][0]["standing"]


def test_an_empty_diary_prints_that_there_are_no_notes(made_at):
    doc = layout().document([], [], made_at, "en")
    assert doc["notes"] == [] and doc["words"]["none"] == "There are no notes yet."
    assert as_pdf([], [], made_at).startswith(b"%PDF-")


def test_what_was_not_asked_and_what_she_would_not_say_are_told_apart(entry, made_at, printed):
    asked = [
        {"prompt": "who.v1", "text": "Who did this?", "answer": "prefer not to say", "at": None},
        {"prompt": "where.v1", "text": "Where?", "answer": "not asked", "at": None},
    ]
    as_pdf([entry(person=None, place=None, impact=None, asked=asked)], [], made_at)
    note = printed[-1]["notes"][0]
    said = {row["label"]: all_text(row["lines"]) for row in note["before"] + note["after"]}
    assert (
        said["Person"].endswith("Prefers not to say")
        and said["Place"].endswith("Not asked")
        and said["Effect"].endswith("Not said")
    )


def test_a_sign_no_font_has_is_marked_and_the_page_says_where_it_stands_in_full(entry, made_at, printed):
    as_pdf([entry(), entry("I-0002", account="a knife \U0001f52a and \u4e2d\u6587")], [], made_at, machine_fonts=False)
    doc = printed[-1]
    assert "[emoji: hocho]" in all_text(doc["notes"][1]) and "[2 signs not shown]" in all_text(doc["notes"][1])
    assert [note["unshown"] for note in doc["notes"]] == [False, True]
    assert "I-0002" in doc["unshown"][1] and "I-0001" not in doc["unshown"][1] and "JSON" in doc["unshown"][1]


def test_a_page_that_shows_all_says_nothing_of_signs(entry, made_at, printed):
    as_pdf(
        [entry(account="Ŵyf \u017c\u00f3\u0142w \u201cyes\u201d \u2014 caf\u00e9 e\u0301 1 2 3")],
        [],
        made_at,
        machine_fonts=False,
    )
    assert printed[-1]["unshown"] == []


def test_typst_names_each_sign_it_lacks():
    assert undrawable(["a\U0001f600b", "\u4e2d\u6587", "plain"], of_the_machine=False) == {
        "\U0001f600",
        "\u4e2d",
        "\u6587",
    }


def test_a_keycap_takes_no_digit_with_it(entry, made_at, printed):
    as_pdf([entry(account="flat 11, bus 1\ufe0f\u20e3")], [], made_at, machine_fonts=False)
    assert "flat 11, bus " in all_text(printed[-1]["notes"])


def test_right_to_left_lines_stand_right_and_turn_no_other():
    lines = layout().lines("\u0627\u0631\u062f\u0648 abc\nabc \u0627\u0631\u062f\u0648\n123")
    assert [line["rtl"] for line in lines] == [True, False, False]


def test_a_word_wider_than_the_paper_breaks_and_loses_nothing():
    text = layout().lines("W" * 500)[0]["parts"][0]["text"]
    assert max(map(len, text.split("\ue000"))) <= 30 and text.replace("\ue000", "") == "W" * 500


def test_50_000_signs_print(entry, made_at, printed):
    as_pdf([entry(account="word " * 10_000)], [], made_at)
    assert all_text(printed[-1]["notes"][0]["own"]).count("word ") == 10_000


def test_a_refusal_says_nothing_of_what_was_to_be_printed(monkeypatch, entry, made_at):
    monkeypatch.setattr(typesetting, "TEMPLATE", "probe.typ")
    with pytest.raises(CannotPrint) as refused:
        as_pdf([entry(account="secret words")], [], made_at)
    assert "secret" not in str(refused.value) and refused.value.__context__ is None
