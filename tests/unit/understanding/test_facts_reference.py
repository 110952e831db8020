"""Police references in the shapes that forces use, and numbers that are none."""

from __future__ import annotations

import pytest

from bot.understanding.evidence import find_evidence
from bot.understanding.reference import find_reference
from bot.understanding.text_parts import TextParts


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("the officer gave me crime number 26000184402.", "26000184402"),
        ("police gave me CRI 4471/26", "4471/26"),
        ("1187 of 12/11/26 is the log number", "1187 of 12/11/26"),
        ("It's CAD 1904 from 2nd June.", "1904 from 2nd June"),
        ("log 442 of 3rd March", "442 of 3rd March"),
        ("101 gave me 42/12345/26", "42/12345/26"),
        ("they've sent CR 0117293/26", "0117293/26"),
        ("ref is SP-123456-26.", "SP-123456-26"),
        ("rang 101 n got log 334 130626. taxi home woz 18.40", "334 130626"),
        ("I called, the number of case is WX/2026/00713.", "WX/2026/00713"),
        ("the council's case is SG/40021, the police one 5226153390", "5226153390"),
        ("a number for the AA job, 3319/B, but the polis one is NP-20260703-0777", "NP-20260703-0777"),
    ],
)
def test_a_reference_is_read_without_its_label(text: str, value: str) -> None:
    span = find_reference(TextParts(text))
    assert span and text[slice(*span)] == value


@pytest.mark.parametrize(
    "text",
    [
        "my order number is 7781-B",
        "call me on 07700900123",
        "flat 14, nhs number 485 777 3456",
        "the officer's collar number 6612",
        "Security gave me their incident sheet number 0091 but that's only theirs, it's not police",
        "council ref EH/55019",
        "the 62 bus, seat 4417",
    ],
)
def test_other_numbers_are_no_reference(text: str) -> None:
    assert find_reference(TextParts(text)) is None


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("I've a voice note of him shouting", "audio"),
        ("a polaroid of me was under the door", "photo"),
        ("there was a wreath on the door", "gift_item"),
        ("he messaged my brother on Instagram", "messages"),
        ("The landlord has it on camera", "cctv"),
        ("a man's voice on the machine at home", "voicemail"),
    ],
)
def test_evidence_is_known_by_its_words(text: str, kind: str) -> None:
    assert [name for name, _ in find_evidence(TextParts(text))] == [kind]
