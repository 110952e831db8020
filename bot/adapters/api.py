"""The chat API: sessions, messages, the diary, coming back, copies and leaving."""
from __future__ import annotations

import asyncio
import json
from typing import Any, Dict, Optional

from sanic import Blueprint
from sanic.request import Request
from sanic.response import HTTPResponse

from bot.adapters.web import (
    HEADERS,
    Refusal,
    address_of,
    answer,
    drop_cookie,
    guarded,
    now_of,
    same_origin,
    set_cookie,
    token_of,
)
from bot.conversation.body import canonical, read_body
from bot.conversation.copies import FORMATS, copy_of
from bot.conversation.exchange import Exchange
from bot.conversation.replies import Replies
from bot.diary.diary import Diary
from bot.diary.sessions import NoSession, Opened
from bot.handoff.exports.as_pdf import CannotPrint
from bot.handoff.exports.choose import NoSuchEntry
from bot.handoff.exports.names import UnknownFormat
from bot.house import House

CLEAR = '"cache", "cookies", "storage"'
# Stretching words takes 64 MiB each time.
DOORS = 2
LONGEST_KEY = 200
EXPORT = ("format", "entries", "passphrase")


def api_routes(blueprint: Blueprint, house: House, exchange: Exchange) -> None:
    """Puts the routes on a blueprint."""
    replies, doors = Replies(house), asyncio.Semaphore(DOORS)
    held = guarded(house)

    @blueprint.post("/api/session")
    @held
    async def begin(request: Request) -> HTTPResponse:
        same_origin(request)
        body = _json(request, empty=True)
        now = now_of(request, house)
        opened = await asyncio.to_thread(house.sessions.begin, now)
        messages = await asyncio.to_thread(replies.open_new, opened.open, now)
        return _opened(house, opened, messages, body, 201)

    @blueprint.post("/api/open")
    @held
    async def come_back(request: Request) -> HTTPResponse:
        same_origin(request)
        body = _json(request)
        if not isinstance(body.get("words"), str):
            raise Refusal(400, "bad_body")
        now = now_of(request, house)
        async with doors:
            opened = await asyncio.to_thread(house.door.open_with, body["words"], address_of(request), now)
        messages = await asyncio.to_thread(replies.open_again, opened.open, now)
        return _opened(house, opened, messages, body, 200)

    @blueprint.post("/api/messages")
    @held
    async def messages(request: Request) -> HTTPResponse:
        same_origin(request)
        token, key, now = token_of(request), request.headers.get("Idempotency-Key") or "", now_of(request, house)
        if not 0 < len(key) <= LONGEST_KEY:
            await asyncio.to_thread(house.sessions.find, token, now)
            raise Refusal(400, "long_key" if key else "bad_key", limit=LONGEST_KEY)
        told = _json(request)
        body = read_body(told)
        said = await exchange.take(lambda: house.sessions.find(token, now, peek=True), key, canonical(told), body, now)
        return answer({"messages": said})

    @blueprint.get("/api/diary")
    @held
    async def diary(request: Request) -> HTTPResponse:
        token, now = token_of(request), now_of(request, house)

        def read() -> Dict[str, Any]:
            open_ = house.sessions.find(token, now)
            with house.factory.read() as db:
                notes = Diary(db, open_.diary_id, open_.diary_key)
                return {"entries": notes.entries(), "drafts": notes.unfinished(), "consents": [], "handoffs": []}

        return answer(await asyncio.to_thread(read))

    @blueprint.post("/api/export")
    @held
    async def export(request: Request) -> HTTPResponse:
        same_origin(request)
        token, now = token_of(request), now_of(request, house)
        await asyncio.to_thread(house.sessions.find, token, now)
        body = _json(request)
        wanted = body.get("entries")
        if set(body) - set(EXPORT):
            raise Refusal(400, "unknown_key", allowed=", ".join(EXPORT[:-1]) + f" and {EXPORT[-1]}")
        if not isinstance(body.get("format"), str) or not (wanted is None or isinstance(wanted, list) and all(isinstance(i, str) for i in wanted)):
            raise Refusal(400, "bad_body")
        if body.get("passphrase") is not None and body["format"] in FORMATS:
            # A file that is not locked must not pass for one that is.
            raise Refusal(400, "no_lock")
        return await copy_answer(house, token, body["format"], wanted, now)

    @blueprint.post("/api/evidence")
    @held
    async def evidence(request: Request) -> HTTPResponse:
        await asyncio.to_thread(house.sessions.find, token_of(request), now_of(request, house))
        raise Refusal(404, "no_evidence")

    @blueprint.post("/api/leave")
    @held
    async def leave(request: Request) -> HTTPResponse:
        same_origin(request)
        await leave_session(request, house)
        response = HTTPResponse("", 204, {**HEADERS, "Clear-Site-Data": CLEAR})
        drop_cookie(response)
        return response


async def leave_session(request: Request, house: House) -> None:
    """Ends the session of a header, a cookie, or a beacon's body; the same where there is none."""
    try:
        token: Optional[str] = token_of(request)
    except NoSession:
        try:
            told = json.loads(request.body or b"{}")
        except ValueError:
            told = {}
        token = told.get("token") if isinstance(told, dict) and isinstance(told.get("token"), str) else None
    if token:
        await asyncio.to_thread(house.sessions.end, token, now_of(request, house))


async def copy_answer(house: House, token: str, format_: str, wanted: Any, now: Any) -> HTTPResponse:
    """A file to keep."""
    try:
        copy = await asyncio.to_thread(lambda: copy_of(house, house.sessions.find(token, now), format_, wanted, now))
    except UnknownFormat:
        raise Refusal(400, "bad_format") from None
    except NoSuchEntry:
        raise Refusal(404, "no_entry") from None
    except CannotPrint:
        raise Refusal(422, "cannot_print") from None
    return HTTPResponse(body=copy.content, status=200, content_type=copy.content_type,
                        headers={**HEADERS, "Content-Disposition": f'attachment; filename="{copy.name}"'})


def _opened(house: House, opened: Opened, messages: Any, body: Dict[str, Any], status: int) -> HTTPResponse:
    told = {"token": opened.token, "expires": opened.open.expires_at.isoformat(timespec="seconds"), "messages": messages}
    response = answer(told, status)
    if body.get("embed") is not True:
        set_cookie(response, opened.token, house)
    return response


def _json(request: Request, empty: bool = False) -> Dict[str, Any]:
    """The body as a JSON object; an empty one is {} where that is allowed."""
    if not request.body:
        if empty:
            return {}
        raise Refusal(400, "bad_json")
    if request.headers.get("Content-Type", "").split(";")[0].strip().lower() != "application/json":
        raise Refusal(415, "no_type")
    try:
        told = json.loads(request.body.decode("utf-8"))
    except (ValueError, RecursionError):
        raise Refusal(400, "bad_json") from None
    if not isinstance(told, dict):
        raise Refusal(400, "bad_body")
    return told
