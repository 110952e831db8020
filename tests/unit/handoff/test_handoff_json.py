"""The copy as data says exactly what is in the diary."""

import json

from hypothesis import given
from hypothesis import strategies as st

from bot.handoff.exports.as_json import as_json

TYPED = st.text(st.characters(blacklist_categories=("Cs",)), max_size=300)


@given(account=TYPED, answer=TYPED)
def test_every_text_comes_back_as_typed(entry, account, answer):
    asked = [{"prompt": "said.v1", "text": "What was said?", "answer": answer, "at": None}]
    back = json.loads(as_json([entry(account=account, asked=asked)], []).decode("utf-8"))
    assert back["entries"][0]["account"] == account
    assert back["entries"][0]["asked"][0]["answer"] == answer


def test_trailing_spaces_newlines_and_emoji_stay_in_the_bytes(entry):
    account = "  no \r\n\nmore \U0001f52a  \t\n"
    data = as_json([entry(account=account)], [])
    assert "\U0001f52a".encode() in data
    assert json.loads(data)["entries"][0]["account"] == account


def test_an_entry_has_the_fields_of_the_contract_and_no_other(entry):
    plain = entry()
    back = json.loads(as_json([{**plain, "_": {"inferred": ["place"]}}], [entry(version=1)]))
    assert back == {"entries": [plain], "versions": [plain]}


def test_lists_are_empty_never_null_and_no_stays_apart_from_not_given(entry):
    back = json.loads(as_json([entry(behaviours=None, asked=None, when=None, witnesses=None, reported=False)], []))[
        "entries"
    ][0]
    assert (back["behaviours"], back["asked"], back["when"]) == ([], [], None)
    assert back["witnesses"] is None and back["reported"] is False


def test_an_account_of_50_000_signs_is_whole(entry):
    account = "é\U0001f600 " * 16_667
    assert json.loads(as_json([entry(account=account)], []))["entries"][0]["account"] == account
