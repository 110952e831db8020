"""The same diaries on PostgreSQL: the migrations, the main paths, and several writers at once."""
from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest
from postgres import Postgres, binaries
from running import Running
from sqlalchemy.exc import IntegrityError

from bot.diary import turns as turning
from bot.diary.diary import Diary
from bot.diary.door import Door, WrongWords
from bot.diary.erase import erase
from bot.diary.keys import Keys, load_keys
from bot.diary.leases import Leases, NoLease
from bot.diary.retention import sweep
from bot.diary.sessions import NoSession, Open, Sessions
from bot.diary.storage import attempts, records, trackers
from bot.diary.storage.engine import Factory, check_writable, open_database
from bot.diary.storage.migrate import NEWEST, NONE, form_of, holds_diaries, migrate
from bot.diary.turns import OtherBody, Turns
from bot.diary.vault import Vault

NOW = datetime(2026, 2, 11, 10, 30, tzinfo=timezone.utc)
ACCOUNT = "He waited by the blue gate. \u017b\u00f3\u0142\u0107, 😟\nTwice."


@pytest.fixture(scope="module")
def postgres() -> Iterator[Postgres]:
    where = binaries()
    if where is None:
        pytest.skip("PostgreSQL is not installed on this machine.")
    running = Postgres(where)
    yield running
    running.stop()


@pytest.fixture(params=["address", "socket"])
def url(postgres: Postgres, request: pytest.FixtureRequest) -> str:
    return postgres.new_database("127.0.0.1" if request.param == "address" else str(postgres.folder))


@pytest.fixture
def factory(url: str) -> Factory:
    migrate(url)
    return open_database(url)


@pytest.fixture
def keys(tmp_path: Path) -> Keys:
    return load_keys(tmp_path, {})[0]


@pytest.fixture
def door(factory: Factory, keys: Keys) -> Door:
    return Door(factory, keys, Vault(keys, memory_kib=64, time_cost=1, lanes=1), lambda: NOW)


@pytest.fixture
def open_(factory: Factory, keys: Keys) -> Open:
    return Sessions(factory, keys).begin(NOW).open


def save(factory: Factory, open_: Open, account: str = ACCOUNT) -> dict[str, Any]:
    with factory.begin() as db:
        diary = Diary(db, open_.diary_id, open_.diary_key)
        draft = {**diary.new_draft(), "account": account}
        diary.save_draft(draft)
        return diary.seal_draft(draft["id"], NOW)[0]


def at_once(*works: Callable[[], Any]) -> list[Any]:
    """What each gives, or the exception it ended with; all begin together."""
    gate = threading.Barrier(len(works))

    def run(work: Callable[[], Any]) -> Any:
        gate.wait()
        try:
            return work()
        except Exception as wrong:  # noqa: BLE001
            return wrong

    with ThreadPoolExecutor(len(works)) as pool:
        return list(pool.map(run, works))


def test_processes_that_start_at_once_make_the_tables_once(url: str) -> None:
    assert form_of(url) == NONE and not holds_diaries(url)
    assert at_once(*[lambda: migrate(url)] * 4) == [None] * 4
    assert form_of(url) == NEWEST and not holds_diaries(url)
    check_writable(open_database(url))


def test_a_note_is_kept_corrected_and_withdrawn(factory: Factory, open_: Open, url: str) -> None:
    saved = save(factory, open_)
    with factory.begin() as db:
        changed, _ = Diary(db, open_.diary_id, open_.diary_key).correct("I-0001", {"place": "the gate"}, NOW)
    with factory.read() as db:
        diary = Diary(db, open_.diary_id, open_.diary_key)
        assert (diary.entries(), diary.versions(), diary.drafts()) == ([changed], [saved], []) and saved["account"] == ACCOUNT
    with factory.begin() as db:
        Diary(db, open_.diary_id, open_.diary_key).withdraw("I-0001", NOW)
    with factory.read() as db:
        assert Diary(db, open_.diary_id, open_.diary_key).entries()[0]["status"] == "withdrawn"
    assert holds_diaries(url)


def test_a_ledger_takes_a_number_once(factory: Factory, open_: Open) -> None:
    save(factory, open_)
    with pytest.raises(IntegrityError), factory.begin() as db:
        records.add(db, open_.diary_id, 1, b"x", b"y")


def test_two_tabs_at_once_lose_nothing_and_break_no_chain(factory: Factory, open_: Open) -> None:
    def begin_a_draft() -> None:
        with factory.begin() as db:
            diary = Diary(db, open_.diary_id, open_.diary_key)
            diary.save_draft({**diary.new_draft(), "account": "unfinished"})

    for _ in range(5):
        assert [w for w in at_once(lambda: save(factory, open_), begin_a_draft, lambda: save(factory, open_)) if isinstance(w, Exception)] == []
    with factory.read() as db:
        diary = Diary(db, open_.diary_id, open_.diary_key)
        assert (len(diary.entries()), len(diary.drafts())) == (10, 5)


def test_a_session_is_found_locks_and_ends(factory: Factory, keys: Keys, door: Door) -> None:
    sessions = Sessions(factory, keys)
    opened = sessions.begin(NOW)
    assert sessions.find(opened.token, NOW + timedelta(hours=1)) == opened.open
    with factory.begin() as db:
        door.give_words(db, opened.open)
    with pytest.raises(NoSession):
        sessions.find(opened.token, NOW + timedelta(hours=2))
    other = sessions.begin(NOW)
    assert sessions.end(other.token, NOW) == other.open.conversation_id and sessions.end(other.token, NOW) is None


def test_a_lease_lasts_one_turn(factory: Factory, keys: Keys, open_: Open) -> None:
    leases = Leases(keys)
    with factory.begin() as db:
        leases.grant(db, open_)
        leases.grant(db, open_)
        assert leases.take(db, open_.conversation_id) == (open_.diary_id, open_.diary_key)
        leases.end(db, open_.conversation_id)
    with factory.begin() as db, pytest.raises(NoLease):
        leases.take(db, open_.conversation_id)


def test_a_turn_is_answered_once(factory: Factory, open_: Open) -> None:
    with factory.begin() as db:
        number = turning.begin(db, open_, "k", b"body", {"shown": "a"}, NOW)
        turning.record_outcome(db, open_.conversation_id, number, open_.diary_key, {"says": [], "prompt": "more"})
        turning.finish(db, open_, number, {"messages": [1]})
    assert Turns(factory).answered(open_, "k", b"body") == {"messages": [1]}
    with pytest.raises(OtherBody):
        Turns(factory).answered(open_, "k", b"other")


def test_a_tracker_is_kept_over_the_one_before(factory: Factory) -> None:
    with factory.begin() as db:
        trackers.put(db, "c", b"one", NOW)
        trackers.put(db, "c", b"two", NOW)
    with factory.read() as db:
        assert trackers.get(db, "c") == b"two" and trackers.names(db) == ["c"]


def test_words_open_a_diary_until_it_is_erased(factory: Factory, door: Door, open_: Open) -> None:
    save(factory, open_)
    with factory.begin() as db:
        words = " ".join(door.give_words(db, open_) or ())
    assert door.open_with(words, "10.0.0.1", NOW).open.diary_key == open_.diary_key
    assert door.tries(open_, NOW) == {"opened": 1, "too_soon": 0}
    assert erase(factory, open_.diary_id, NOW)
    with pytest.raises(WrongWords):
        door.open_with(words, "10.0.0.2", NOW)
    with factory.read() as db:
        assert records.all_of(db, open_.diary_id) == []


def test_wrong_words_tried_at_once_count_one_by_one(factory: Factory, door: Door) -> None:
    def try_once() -> None:
        door.open_with("apple gentle lamp river stone", "10.0.0.9", NOW)

    with pytest.raises(WrongWords):
        try_once()
    assert {type(w) for w in at_once(*[try_once] * 6)} == {WrongWords}
    with factory.begin() as db:
        tried = attempts.of_bucket(db, door._bucket("address", b"10.0.0.9"))
    assert tried is not None and tried.failures == 7


def test_a_diary_without_words_goes_with_its_session(factory: Factory, keys: Keys) -> None:
    Sessions(factory, keys).begin(NOW)
    counts = sweep(factory, datetime.now(timezone.utc) + timedelta(days=2))
    assert (counts["sessions"], counts["diaries"]) == (1, 1)


def test_a_server_keeps_its_notes_in_it_over_a_restart(postgres: Postgres, tmp_path: Path) -> None:
    running = Running(tmp_path, DATABASE_URL=postgres.new_database()).start()
    try:
        person = running.session()
        words = person.save("He stood at the end of our road again.")
        running.stop()
        running.start()
        again = running.session()
        assert again.open(words).status_code == 200
        assert [e["account"] for e in again.diary()["entries"]] == ["He stood at the end of our road again."]
        assert not list(running.data_dir.glob("*.db"))
    finally:
        running.stop()
