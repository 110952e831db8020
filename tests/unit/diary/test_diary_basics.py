"""A person's notes are kept, found again, changed without loss, and erased."""
from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from conftest import NOW
from sqlalchemy import delete, update
from sqlalchemy.exc import IntegrityError

from bot.diary import turns as turning
from bot.diary.diary import Diary
from bot.diary.door import Door, WrongWords
from bot.diary.erase import erase
from bot.diary.keys import Keys, KeysDamaged, KeysMissing, load_keys
from bot.diary.leases import Leases, NoLease
from bot.diary.ledger import ChainBroken, Ledger
from bot.diary.retention import sweep
from bot.diary.seal import Unsealable, seal, unseal
from bot.diary.sessions import NoSession, Open, Opened, Sessions
from bot.diary.storage import records
from bot.diary.storage.engine import Factory, check_writable, open_database
from bot.diary.storage.migrate import DatabaseDamaged, migrate
from bot.diary.storage.tables import records as records_table
from bot.diary.turns import OtherBody, Turns
from bot.diary.words import clean_words, new_words, word_list

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
    for other in (lambda: unseal(b"k" * 32, sealed, "there"), lambda: unseal(b"j" * 32, sealed, "here"), lambda: unseal(b"k" * 32, b"\x02" + sealed[1:], "here")):
        with pytest.raises(Unsealable):
            other()


def test_nothing_typed_stands_on_the_disk(tmp_path: Path, factory: Factory, open_: Open) -> None:
    with factory.begin() as db:
        diary = diary_of(db, open_)
        draft = diary.new_draft()
        draft["account"] = CANARY
        diary.save_draft(draft)
        diary.seal_draft(draft["id"], NOW)
    Turns(factory).begin(open_, "key", CANARY.encode(), {"text": CANARY}, NOW)
    on_disk = b"".join(p.read_bytes() for p in tmp_path.rglob("*") if p.is_file())
    assert len(on_disk) > 1000
    assert not any(word.encode() in on_disk for word in CANARY.split())


# Coming back


def test_five_words_open_the_diary_again(factory: Factory, door: Door, open_: Open, saved: dict[str, Any]) -> None:
    with factory.begin() as db:
        words = door.give_words(db, open_)
        assert door.give_words(db, open_) is None
    assert words is not None
    again = door.open_with(" - ".join(words).upper(), "10.0.0.1", NOW)
    assert again.open.has_words and again.open.diary_key == open_.diary_key
    with factory.begin() as db:
        assert diary_of(db, again.open).entries() == [saved]
    assert door.tries(open_, NOW) == {"opened": 1, "failed": 0}


def test_wrong_unknown_and_malformed_words_are_answered_alike(door: Door) -> None:
    waits = []
    for n, text in enumerate((" ".join(word_list()[:5]), "not words of ours at", "", "one")):
        with pytest.raises(WrongWords) as wrong:
            door.open_with(text, f"10.0.0.{n}", NOW)
        waits.append((str(wrong.value), wrong.value.retry_after >= 1))
    assert set(waits) == {("these words open nothing now", True)}


def test_the_delay_grows_and_holds_even_for_right_words(factory: Factory, door: Door, open_: Open, clock: list[Any]) -> None:
    wrong = " ".join(word_list()[:5])
    waits = []
    for _ in range(8):
        with pytest.raises(WrongWords) as failed:
            door.open_with(wrong, "10.0.0.9", NOW)
        waits.append(failed.value.retry_after)
    assert waits == sorted(waits) and waits[-1] > waits[0]
    with factory.begin() as db:
        words = door.give_words(db, open_)
    with pytest.raises(WrongWords):
        door.open_with(" ".join(words or ()), "10.0.0.9", NOW)
    clock[0] += timedelta(hours=1)
    assert door.open_with(" ".join(words or ()), "10.0.0.9", NOW).open.diary_id == open_.diary_id
    assert door.tries(open_, NOW) == {"opened": 1, "failed": 1}


def test_words_are_plain_and_many() -> None:
    assert len(word_list()) > 1600
    assert all(w.isalpha() and w.islower() and 3 <= len(w) <= 10 for w in word_list())
    assert clean_words(", ".join(new_words()).title()) is not None
    assert clean_words("five words that are not") is None


# Sessions


def test_a_session_outlives_a_restart(url: str, keys: Keys, opened: Opened) -> None:
    assert Sessions(open_database(url), keys).find(opened.token, NOW) == opened.open


def test_an_unknown_token_is_no_session(sessions: Sessions) -> None:
    with pytest.raises(NoSession):
        sessions.find("nothing", NOW)


def test_an_idle_session_locks_once_there_are_words(factory: Factory, sessions: Sessions, door: Door, opened: Opened) -> None:
    sessions.find(opened.token, NOW + timedelta(hours=2))
    with factory.begin() as db:
        door.give_words(db, opened.open)
    sessions.find(opened.token, NOW + timedelta(hours=2, minutes=9))
    sessions.find(opened.token, NOW + timedelta(hours=2, minutes=18))
    with pytest.raises(NoSession):
        sessions.find(opened.token, NOW + timedelta(hours=2, minutes=29))
    with pytest.raises(NoSession):
        sessions.find(opened.token, NOW)


def test_a_session_ends_after_twelve_hours(sessions: Sessions, opened: Opened) -> None:
    for hours in range(1, 12):
        sessions.find(opened.token, NOW + timedelta(hours=hours))
    with pytest.raises(NoSession):
        sessions.find(opened.token, NOW + timedelta(hours=12))


def test_leaving_destroys_what_the_session_held(factory: Factory, keys: Keys, sessions: Sessions, opened: Opened) -> None:
    Turns(factory).begin(opened.open, "k", b"", {"text": "words"}, NOW)
    Leases(factory, keys).grant(opened.open)
    assert sessions.end(opened.token, NOW) == opened.open.conversation_id
    assert sessions.end(opened.token, NOW) is None
    with pytest.raises(NoSession):
        sessions.find(opened.token, NOW)
    with factory.begin() as db, pytest.raises(NoLease):
        Leases(factory, keys).take(db, opened.open.conversation_id)
    assert Turns(factory).history(opened.open) == []


def test_a_lease_gives_the_key_for_one_turn(factory: Factory, keys: Keys, open_: Open) -> None:
    leases = Leases(factory, keys)
    leases.grant(open_)
    with factory.begin() as db:
        assert leases.take(db, open_.conversation_id) == (open_.diary_id, open_.diary_key)
    leases.end(open_.conversation_id)
    with factory.begin() as db, pytest.raises(NoLease):
        leases.take(db, open_.conversation_id)


# Turns


def test_the_same_key_and_body_get_the_same_answer(factory: Factory, open_: Open) -> None:
    turns = Turns(factory)
    assert turns.answered(open_, "k", b"body") is None
    number = turns.begin(open_, "k", b"body", {"text": "hello"}, NOW)
    assert turns.begin(open_, "k", b"body", {"text": "hello"}, NOW) == number
    with factory.begin() as db:
        turning.finish(db, open_, number, {"messages": [1]})
    assert turns.answered(open_, "k", b"body") == {"messages": [1]}
    assert turns.history(open_) == [({"text": "hello"}, {"messages": [1]})]
    with pytest.raises(OtherBody):
        turns.answered(open_, "k", b"other")


def test_what_the_diary_said_is_kept_with_the_turn(factory: Factory, open_: Open) -> None:
    number = Turns(factory).begin(open_, "k", b"", {"text": "t"}, NOW)
    with factory.begin() as db:
        turning.record_outcome(db, open_.conversation_id, number, open_.diary_key, {"prompt": "more"})
    with factory.begin() as db:
        current = turning.current(db, open_.conversation_id, open_.diary_key)
    assert current == turning.CurrentTurn(number, {"text": "t"}, {"prompt": "more"})


# Erasure and retention


def test_an_erased_diary_opens_no_more(factory: Factory, sessions: Sessions, door: Door, opened: Opened, saved: dict[str, Any]) -> None:
    with factory.begin() as db:
        words = door.give_words(db, opened.open)
    assert erase(factory, opened.open.diary_id, NOW)
    with pytest.raises(NoSession):
        sessions.find(opened.token, NOW)
    with pytest.raises(WrongWords):
        door.open_with(" ".join(words or ()), "10.0.0.1", NOW)
    with factory.begin() as db:
        assert records.all_of(db, opened.open.diary_id) == []
    assert not erase(factory, "unknown", NOW)


def test_a_diary_nobody_can_come_back_to_is_swept(factory: Factory, sessions: Sessions, door: Door) -> None:
    kept, lost = sessions.begin(NOW), sessions.begin(NOW)
    with factory.begin() as db:
        door.give_words(db, kept.open)
    from datetime import datetime, timezone

    counts = sweep(factory, datetime.now(timezone.utc) + timedelta(days=2))
    assert counts["sessions"] == 2 and counts["diaries"] == 1
    with pytest.raises(NoSession):
        sessions.find(lost.token, NOW)


# Keys and the database


def test_keys_are_made_once_and_only_their_owner_reads_them(tmp_path: Path) -> None:
    keys, made = load_keys(tmp_path, {})
    assert made and load_keys(tmp_path, {}) == (keys, False)
    assert (tmp_path / "keys.json").stat().st_mode & 0o777 == 0o600
    assert keys.pepper.hex() not in repr(keys)


def test_no_new_keys_beside_an_old_database(tmp_path: Path) -> None:
    (tmp_path / "daybook.db").write_bytes(b"x")
    with pytest.raises(KeysMissing):
        load_keys(tmp_path, {})


def test_damaged_keys_are_refused(tmp_path: Path) -> None:
    (tmp_path / "keys.json").write_text("{}")
    with pytest.raises(KeysDamaged):
        load_keys(tmp_path, {})


def test_migrating_twice_changes_nothing(url: str) -> None:
    migrate(url)
    check_writable(open_database(url))


def test_a_damaged_database_is_named(tmp_path: Path) -> None:
    (tmp_path / "bad.db").write_bytes(b"this is not a database" * 100)
    with pytest.raises(DatabaseDamaged, match="damaged"):
        migrate(f"sqlite:///{tmp_path / 'bad.db'}")
