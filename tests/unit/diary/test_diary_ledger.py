"""Notes are kept as they were typed, and what was changed behind her back is noticed."""
from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from conftest import NOW
from sqlalchemy import delete, update
from sqlalchemy.exc import IntegrityError

from bot.diary import turns as turning
from bot.diary.diary import Diary
from bot.diary.ledger import ChainBroken, Ledger
from bot.diary.seal import Unsealable, seal, unseal
from bot.diary.sessions import Open
from bot.diary.storage import records
from bot.diary.storage.engine import Factory
from bot.diary.storage.tables import records as records_table

CANARY = "kingfisher marmalade"



def diary_of(db: Any, open_: Open) -> Diary:
    return Diary(db, open_.diary_id, open_.diary_key)


def test_an_entry_is_read_back_as_it_was_typed(factory: Factory, open_: Open, saved: dict[str, Any]) -> None:
    with factory.begin() as db:
        assert diary_of(db, open_).entries() == [saved]
        assert diary_of(db, open_).drafts() == []
        assert diary_of(db, open_).last_entry_id() == "I-0001"


def test_a_correction_is_a_new_version_and_the_first_stays(factory: Factory, open_: Open, saved: dict[str, Any]) -> None:
    with factory.begin() as db:
        changed, _ = diary_of(db, open_).correct("I-0001", {"place": "the gate", "account": "rewritten"}, NOW)
    with factory.begin() as db:
        assert diary_of(db, open_).entries() == [changed]
        assert diary_of(db, open_).versions() == [saved]
    assert (changed["version"], changed["place"], changed["account"]) == (2, "the gate", saved["account"])


def test_an_id_is_never_used_twice(factory: Factory, open_: Open) -> None:
    with factory.begin() as db:
        diary = diary_of(db, open_)
        first = diary.new_draft()
        diary.save_draft(first)
        diary.discard_draft(first["id"])
        assert diary.new_draft()["id"] == "I-0002"


def test_a_correction_in_hand_is_not_shown_as_unfinished(factory: Factory, open_: Open, saved: dict[str, Any]) -> None:
    with factory.begin() as db:
        diary = diary_of(db, open_)
        diary.save_draft({**saved, "_": {"corrects": "I-0001"}})
        assert diary.drafts() == []
        assert diary.draft("I-0001") is not None


def test_a_withdrawn_entry_stays_in_the_ledger(factory: Factory, open_: Open, saved: dict[str, Any]) -> None:
    with factory.begin() as db:
        diary_of(db, open_).withdraw("I-0001", NOW)
        assert diary_of(db, open_).entries()[0]["status"] == "withdrawn"


def test_a_changed_record_is_noticed(factory: Factory, open_: Open, saved: dict[str, Any]) -> None:
    with factory.begin() as db:
        sealed = records.all_of(db, open_.diary_id)[0][1]
        db.execute(update(records_table).values(sealed=sealed[:-1] + bytes([sealed[-1] ^ 1])))
        with pytest.raises(ChainBroken):
            diary_of(db, open_).entries()


def test_a_cut_tail_is_noticed(factory: Factory, open_: Open, saved: dict[str, Any]) -> None:
    with factory.begin() as db:
        diary_of(db, open_).correct("I-0001", {"place": "x"}, NOW)
        db.execute(delete(records_table).where(records_table.c.number == 2))
        with pytest.raises(ChainBroken):
            diary_of(db, open_).entries()


def test_swapped_records_are_noticed(factory: Factory, open_: Open, saved: dict[str, Any]) -> None:
    with factory.begin() as db:
        diary_of(db, open_).correct("I-0001", {"place": "x"}, NOW)
        (_, first), (_, second) = records.all_of(db, open_.diary_id)
        for number, sealed in ((1, second), (2, first)):
            db.execute(update(records_table).where(records_table.c.number == number).values(sealed=sealed))
        with pytest.raises(ChainBroken):
            diary_of(db, open_).entries()


def test_two_writers_cannot_fork_a_ledger(factory: Factory, open_: Open, saved: dict[str, Any]) -> None:
    with pytest.raises(IntegrityError), factory.begin() as db:
        records.add(db, open_.diary_id, 1, b"x", b"y")


def test_an_append_reads_no_earlier_record(factory: Factory, open_: Open, saved: dict[str, Any], monkeypatch: pytest.MonkeyPatch) -> None:
    def unread(*_: Any) -> None:
        raise AssertionError("records were read")

    monkeypatch.setattr(records, "all_of", unread)
    monkeypatch.setattr(records, "of_subject", unread)
    with factory.begin() as db:
        assert Ledger(db, open_.diary_id, open_.diary_key).append("opened", None, {}, NOW).number == 2


def test_another_key_opens_nothing(factory: Factory, open_: Open, saved: dict[str, Any]) -> None:
    with factory.begin() as db, pytest.raises((ChainBroken, Unsealable)):
        Diary(db, open_.diary_id, b"\0" * 32).entries()


def test_a_blob_opens_only_in_its_place() -> None:
    sealed = seal(b"k" * 32, b"plain", "here")
    assert unseal(b"k" * 32, sealed, "here") == b"plain"
    for key, blob, place in ((b"k", sealed, "there"), (b"j", sealed, "here"), (b"k", b"\x02" + sealed[1:], "here")):
        with pytest.raises(Unsealable):
            unseal(key * 32, blob, place)


def test_nothing_typed_stands_on_the_disk(tmp_path: Path, factory: Factory, open_: Open) -> None:
    with factory.begin() as db:
        diary = diary_of(db, open_)
        draft = diary.new_draft()
        draft["account"] = CANARY
        diary.save_draft(draft)
        diary.seal_draft(draft["id"], NOW)
    with factory.begin() as db:
        turning.begin(db, open_, "key", CANARY.encode(), {"text": CANARY}, NOW)
    on_disk = b"".join(p.read_bytes() for p in tmp_path.rglob("*") if p.is_file())
    assert len(on_disk) > 1000
    assert not any(word.encode() in on_disk for word in CANARY.split())
