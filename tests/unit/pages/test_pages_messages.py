"""Every type of message shows all it says, and takes the answer it asks for."""

from __future__ import annotations

import re

import pytest
from pages_samples import ACCOUNT, EVERY_TYPE, SHA, Seen


def squeezed(text: str) -> str:
    return re.sub(r"\s+", " ", text)


def log(page: str) -> str:
    return page.split('id="log"')[1].split("</ol>\n</div>")[0]


@pytest.mark.parametrize("live", [True, False])
@pytest.mark.parametrize("kind", [kind for kind in EVERY_TYPE if kind != "check"])
def test_all_of_the_text_can_be_read(pages, kind, live):
    message = EVERY_TYPE[kind]
    after = [] if live else [{"from": "you", "text": "Yes"}]
    read = squeezed(Seen(pages.home([message, *after], token_form="k")).text)
    for line in message["text"].split("\n"):
        assert squeezed(line).rstrip(":") in read


def test_a_check_card_shows_her_words_to_the_letter_and_every_row(pages):
    seen = Seen(pages.home([EVERY_TYPE["check"]], token_form="k"))
    assert ACCOUNT in seen.text
    for said in (
        "Kept as you wrote it.",
        "last Tuesday",
        "Worked out from your words",
        "I do not sleep.",
        "Shall I save it?",
    ):
        assert said in seen.text
    pressed = [button["value"] for button in seen.all("button") if button.get("name") == "choice"]
    assert pressed == ["change-when", "change-impact", "option-0", "option-1"]


def test_a_check_card_whose_rows_are_not_in_its_text_shows_the_whole_text(pages):
    message = {**EVERY_TYPE["check"], "text": "Nothing as expected\nand her words\nSave this\nNot now"}
    assert "Nothing as expected\nand her words" in Seen(pages.home([message], token_form="k")).text


def test_only_the_last_turn_can_be_answered(pages):
    page = pages.home([EVERY_TYPE["choices"], {"from": "you", "text": "Yes"}, EVERY_TYPE["date"]], token_form="k")
    assert ["disabled" in fieldset for fieldset in Seen(page).all("fieldset")] == [True, False]


def test_one_choice_is_a_button_and_the_box_is_always_there(pages):
    seen = Seen(pages.home([EVERY_TYPE["choices"]], token_form="one-time"))
    assert [button["value"] for button in seen.all("button") if button.get("name") == "choice"] == [
        "option-0",
        "option-1",
    ]
    assert [box["name"] for box in seen.all("textarea")] == ["text"]
    assert {field["value"] for field in seen.all("input") if field["type"] == "hidden"} == {"one-time"}


def test_many_choices_are_boxes_to_tick_and_none_of_these_stands_alone(pages):
    seen = Seen(pages.home([EVERY_TYPE["many"]], token_form="k"))
    assert [box["value"] for box in seen.all("input") if box.get("name") == "choice"] == ["option-0", "option-1"]
    assert [button["value"] for button in seen.all("button") if button.get("name") == "choice"] == ["none"]


def test_enter_in_a_date_field_cannot_press_today(pages):
    page = log(pages.home([EVERY_TYPE["date"]], token_form="k"))
    dated = next(form for form in page.split("<form")[1:] if 'name="card"' in form)
    assert 'name="choice"' not in dated
    assert re.findall(r'type="text" name="(\w+)"', dated) == ["day", "month", "year", "about"]


def test_a_service_can_be_called_and_a_number_to_text_is_not_a_link(pages):
    call, text_only = (
        EVERY_TYPE["service"],
        {**EVERY_TYPE["service"], "phone": "Text HELP to 85258", "text": "A helpline\nPhone: Text HELP to 85258"},
    )
    hrefs = [link["href"] for link in Seen(log(pages.home([call, text_only], token_form="k"))).all("a")]
    assert hrefs == ["tel:08080000000", "https://help.example"]


def test_a_crisis_card_says_emergency_in_words_and_its_call_is_a_link(pages):
    part = log(pages.home([EVERY_TYPE["crisis"]], token_form="k"))
    assert "Emergency" in part and 'href="tel:999"' in part
    assert Seen(part).text.count("Call 999") == 2  # in the sentence, and as the link


def test_the_five_words_and_the_check_number_stand_out(pages):
    part = log(pages.home([EVERY_TYPE["receipt"]], token_form="k"))
    assert '<p dir="auto" class="words">otter lantern maple river candle</p>' in part
    assert f'<code dir="ltr">{SHA}</code>' in part


def test_a_source_is_a_link_where_its_own_address_is_a_safe_one(pages):
    answer = {**EVERY_TYPE["answer"]}
    answer["sources"] = [answer["sources"][0], {**answer["sources"][1], "url": "https://page.example"}]
    hrefs = [link["href"] for link in Seen(log(pages.home([EVERY_TYPE["answer"], answer], token_form="k"))).all("a")]
    assert hrefs == ["https://legislation.example/2", "https://legislation.example/2", "https://page.example"]
