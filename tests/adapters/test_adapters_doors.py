"""What the chat API takes, and what it says to the rest."""
from __future__ import annotations

from typing import Any

import pytest
from doors import Doors


def error(answer: Any) -> tuple[int, str, str]:
    told = answer.json()["error"]
    return answer.status_code, told["code"], told["message"]


@pytest.mark.parametrize("method,path,allowed", [("GET", "/api/messages", "POST"), ("DELETE", "/api/diary", "GET"), ("PUT", "/", "GET")])
def test_a_wrong_method_is_told_the_right_one(doors: Doors, method: str, path: str, allowed: str) -> None:
    answer = doors.ask(method, path)
    assert answer.status_code == 405 and allowed in answer.headers["Allow"].split(", ")


@pytest.mark.parametrize("body", [{"text": "x", "foo": 1}, {"sender": "me", "text": "hi"}, {"card": "m-1", "values": {"hour": "3"}}])
def test_a_body_with_more_than_is_taken_is_refused(doors: Doors, body: dict[str, Any]) -> None:
    status, code, message = error(doors.ask("POST", "/api/messages", body, **doors.session()))
    assert (status, code) == (400, "unknown_key") and "text, choice or card" in message


def test_a_key_that_is_too_long_is_told_the_limit(doors: Doors) -> None:
    headers = {**doors.session(), "Idempotency-Key": "k" * 5000}
    status, code, message = error(doors.ask("POST", "/api/messages", {"text": "x"}, **headers))
    assert (status, code) == (400, "long_key") and "too long" in message and "200" in message


def test_a_key_that_is_missing_is_told_so(doors: Doors) -> None:
    headers = {k: v for k, v in doors.session().items() if k != "Idempotency-Key"}
    assert error(doors.ask("POST", "/api/messages", {"text": "x"}, **headers))[:2] == (400, "bad_key")


def test_a_repeat_that_is_spaced_otherwise_is_the_same_request(doors: Doors) -> None:
    headers = doors.session()
    first = doors.ask("POST", "/api/messages", '{"text": "he was there"}', **headers)
    second = doors.ask("POST", "/api/messages", ' {"text":\n"he was there"} ', **headers)
    assert first.status_code == 200 and second.json() == first.json()
    assert error(doors.ask("POST", "/api/messages", '{"text": "he was here"}', **headers))[:2] == (422, "same_key")


@pytest.mark.parametrize("kind", ["json", "csv", "pdf"])
@pytest.mark.parametrize("passphrase", ["a long and good one", "", 7])
def test_a_file_that_cannot_be_locked_does_not_pass_for_one_that_is(doors: Doors, kind: str, passphrase: object) -> None:
    headers = doors.session()
    status, code, message = error(doors.ask("POST", "/api/export", {"format": kind, "passphrase": passphrase}, **headers))
    assert (status, code) == (400, "no_lock") and "without one" in message
    if kind != "pdf":
        assert doors.ask("POST", "/api/export", {"format": kind, "passphrase": None}, **headers).status_code == 200


def test_an_export_with_a_misspelt_wish_is_refused(doors: Doors) -> None:
    assert error(doors.ask("POST", "/api/export", {"format": "json", "entry": ["I-0001"]}, **doors.session()))[:2] == (400, "unknown_key")


@pytest.mark.parametrize("told", ["2026-02-11T10:30:00", "2026-02-11", "soon"])
def test_a_test_clock_without_an_offset_is_refused(doors: Doors, told: str) -> None:
    status, code, message = error(doors.ask("POST", "/api/session", {}, **{"X-Test-Now": told}))
    assert (status, code) == (400, "bad_clock") and "offset" in message


@pytest.mark.parametrize("headers", [{}, {"X-Test-Now": "2026-02-11T10:30:00.856594+00:00"}])
def test_times_have_seconds_and_nothing_finer(doors: Doors, headers: dict[str, str]) -> None:
    asked = {**doors.session(), **headers}
    asked = asked if headers else {k: v for k, v in asked.items() if k != "X-Test-Now"}
    expires = doors.ask("POST", "/api/session", {}, **headers).json()["expires"]
    assert "." not in expires
    with doors.house.factory.read() as db:
        seen = db.connection().exec_driver_sql("SELECT seen_at FROM sessions").scalars().all()
    assert seen and all(str(at).endswith(".000000") for at in seen)
