"""Taking a message's text apart loses none of it."""

from __future__ import annotations

from bot.pages.split import check_parts, sources_apart, without_actions, without_labels

ROWS = [{"label": "When", "value": "at 3"}, {"label": "Where", "value": "home"}]


def test_labels_at_the_end_are_taken_off():
    assert without_labels("Is it safe?\nYes\nNo", ["Yes", "No"]) == "Is it safe?"


def test_a_text_that_does_not_end_with_its_labels_stays_whole():
    assert without_labels("Say Yes\nif it is safe", ["Yes"]) == "Say Yes\nif it is safe"
    assert without_labels("No options here", []) == "No options here"


def test_a_label_inside_her_words_stays():
    assert without_labels("Yes\nshe wrote\nYes", ["Yes"]) == "Yes\nshe wrote"


def test_rows_are_found_from_the_end_as_her_words_may_look_like_rows():
    parts = check_parts("Intro\nWhere: home\nWhen: at 3\nsaid\nWhen: at 3 (worked out)\nWhere: home\nSave?", ROWS)
    assert parts == ("Intro", "Where: home\nWhen: at 3\nsaid", "Save?", True)


def test_without_its_rows_a_check_stays_whole():
    assert check_parts("Intro\nwords", ROWS) == ("Intro\nwords", "", "", False)


def test_sources_stand_below_the_last_heading():
    assert sources_apart("T\nHead:\nx\nHead:\nAn Act", "Head:") == (["T", "Head:", "x"], ["An Act"])
    assert sources_apart("T\nx", "Head:") == (["T", "x"], [])


def test_lines_that_are_nothing_but_an_action_become_the_action():
    actions = [{"label": "Call 999", "tel": "999"}, {"label": "Samaritans", "tel": "116 123"}]
    assert without_actions("Call 999 now.\nCall 999\nSamaritans: 116 123", actions) == "Call 999 now."
