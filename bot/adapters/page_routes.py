"""The page itself: one address, plain forms, the same exchange behind them as behind the API."""
from __future__ import annotations

import asyncio
import functools
import json
import secrets
from typing import Any, Dict, List, Optional

from sanic import Blueprint
from sanic.request import Request
from sanic.response import HTTPResponse
from sqlalchemy.exc import SQLAlchemyError

from bot.adapters.api import CLEAR, copy_answer, leave_session
from bot.adapters.web import HEADERS, Handler, Refusal, address_of, drop_cookie, now_of, refusal_of, same_origin, sentence, set_cookie, token_of
from bot.conversation.body import Body, text_body
from bot.conversation.exchange import Exchange
from bot.conversation.replies import BARE_CARD, Replies
from bot.conversation.speaker import Message
from bot.diary.diary import Diary
from bot.diary.sessions import NoSession, Open, Opened
from bot.house import House
from bot.pages.render import Pages

LONG = "public, max-age=31536000, immutable"
DATE = ("day", "month", "year", "about")


def page_routes(blueprint: Blueprint, house: House, exchange: Exchange, pages: Pages) -> None:
    """Puts the routes on a blueprint."""
    replies = Replies(house)

    def held(handler: Handler) -> Handler:
        """Every page: an error is a page too, with the emergency lines on it."""
        @functools.wraps(handler)
        async def inner(request: Request, *args: Any, **kwargs: Any) -> HTTPResponse:
            try:
                return await handler(request, *args, **kwargs)
            except Exception as wrong:  # noqa: BLE001
                refusal = refusal_of(wrong)
                return _html(pages.problem(refusal.status, sentence(refusal, house)), refusal.status, refusal.headers)
        return inner

    async def log_of(open_: Open) -> List[Dict[str, Any]]:
        return await asyncio.to_thread(replies.log, open_)

    async def show(open_: Open, opened: Optional[Opened] = None) -> HTTPResponse:
        response = _html(pages.home(await log_of(open_), token_form=secrets.token_urlsafe(16)))
        if opened is not None:
            set_cookie(response, opened.token, house)
        return response

    async def show_refused(request: Request, refusal: Refusal, typed: str) -> HTTPResponse:
        """The page as it was, with what was typed back in its box; without the notes where these cannot be read."""
        try:
            log = await log_of(await asyncio.to_thread(house.sessions.find, token_of(request), now_of(request, house), peek=True))
        except NoSession:
            return _html(pages.problem(refusal.status, sentence(refusal, house), typed), refusal.status, refusal.headers)
        except SQLAlchemyError:
            log = []
        html = pages.home(log, token_form=secrets.token_urlsafe(16), error=sentence(refusal, house), typed=typed)
        return _html(html, refusal.status, refusal.headers)

    @blueprint.get("/")
    @held
    async def home(request: Request) -> HTTPResponse:
        now = now_of(request, house)
        try:
            token = token_of(request)
            return await show(await asyncio.to_thread(house.sessions.find, token, now))
        except NoSession:
            opened = await asyncio.to_thread(house.sessions.begin, now)
            await asyncio.to_thread(replies.open_new, opened.open, now)
            return await show(opened.open, opened)

    @blueprint.post("/")
    @held
    async def send(request: Request) -> HTTPResponse:
        same_origin(request)
        now, form = now_of(request, house), _form(request)
        typed = form["text"][0].replace("\r\n", "\n") if form.get("text") else ""
        key = (form.get("key") or [""])[0] or secrets.token_urlsafe(16)
        said: List[Message] = []
        try:
            token, body = token_of(request), _body(form, typed)
            raw = json.dumps({k: v for k, v in form.items() if k != "key"}, sort_keys=True).encode("utf-8")
            said = await exchange.take(lambda: house.sessions.find(token, now, peek=True), key, raw, body, now)
            # The page itself, and no redirect: a reload sends the same key again, and nothing is done twice.
            if said[0]["id"] != BARE_CARD:
                return await show(await asyncio.to_thread(house.sessions.find, token, now))
        except Exception as wrong:  # noqa: BLE001
            if not said:
                return await show_refused(request, refusal_of(wrong), typed)
        # The notes cannot be read; what was said to this can be shown all the same.
        return _html(pages.home(said, token_form=secrets.token_urlsafe(16)))

    @blueprint.get("/open")
    @held
    async def words(request: Request) -> HTTPResponse:
        return _html(pages.open())

    @blueprint.post("/open")
    @held
    async def come_back(request: Request) -> HTTPResponse:
        same_origin(request)
        now = now_of(request, house)
        try:
            opened = await asyncio.to_thread(house.door.open_with, (_form(request).get("words") or [""])[0], address_of(request), now)
        except Exception as wrong:  # noqa: BLE001
            refusal = refusal_of(wrong)
            wait = refusal.headers.get("Retry-After")
            return _html(pages.open(sentence(refusal, house), int(wait) if wait else None), refusal.status, refusal.headers)
        await asyncio.to_thread(replies.open_again, opened.open, now)
        response = HTTPResponse("", 303, {**HEADERS, "Location": "/"})
        set_cookie(response, opened.token, house)
        return response

    @blueprint.get("/copy")
    @held
    async def choose(request: Request) -> HTTPResponse:
        token, now = token_of(request), now_of(request, house)

        def read() -> List[Dict[str, Any]]:
            open_ = house.sessions.find(token, now)
            with house.factory.read() as db:
                return Diary(db, open_.diary_id, open_.diary_key).entries()

        return _html(pages.copy(await asyncio.to_thread(read), key=secrets.token_urlsafe(16)))

    @blueprint.get("/sources")
    @held
    async def sources(request: Request) -> HTTPResponse:
        return _html(pages.sources(house.knowledge))

    @blueprint.post("/export")
    @held
    async def export(request: Request) -> HTTPResponse:
        same_origin(request)
        form = _form(request)
        return await copy_answer(house, token_of(request), (form.get("format") or [""])[0], form.get("entries"), now_of(request, house))

    @blueprint.post("/leave")
    @held
    async def leave(request: Request) -> HTTPResponse:
        same_origin(request)
        await leave_session(request, house)
        response = _html(pages.left(), headers={"Clear-Site-Data": CLEAR})
        drop_cookie(response)
        return response

    @blueprint.get("/static/<name>")
    @held
    async def static(request: Request, name: str) -> HTTPResponse:
        file = pages.static(name)
        if file is None:
            raise Refusal(404, "not_found")
        return HTTPResponse(body=file[0], status=200, content_type=file[1], headers={**HEADERS, "Cache-Control": LONG})


def _html(html: str, status: int = 200, headers: Optional[Dict[str, str]] = None) -> HTTPResponse:
    return HTTPResponse(html, status, {**HEADERS, **(headers or {})}, "text/html; charset=utf-8")


def _form(request: Request) -> Dict[str, List[str]]:
    return {name: [str(v) for v in values] for name, values in (request.form or {}).items()}


def _body(form: Dict[str, List[str]], typed: str) -> Body:
    if form.get("choice"):
        return Body(choice=tuple(form["choice"]))
    if form.get("card"):
        return Body(card=form["card"][0], values={k: form[k][0] for k in DATE if form.get(k)})
    return text_body(typed)
