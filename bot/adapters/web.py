"""What every route shares: who asks, when, and how an answer or a refusal looks."""
from __future__ import annotations

import functools
import ipaddress
import json
import logging
from datetime import datetime, timezone
from typing import Any, Callable, Coroutine, Dict, Optional

from sanic.exceptions import SanicException
from sanic.request import Request
from sanic.response import HTTPResponse
from sqlalchemy.exc import SQLAlchemyError

from bot.conversation.body import KINDS, BadBody, UnknownKey
from bot.conversation.exchange import MindAway
from bot.conversation.state import UnknownChoice
from bot.conversation.wording import errors
from bot.diary.door import WrongWords
from bot.diary.seal import Unsealable
from bot.diary.sessions import NoSession
from bot.diary.turns import OtherBody
from bot.house import House

logger = logging.getLogger(__name__)
COOKIE = "notes"
LONGEST_BODY = 1_000_000
POLICY = ("default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src data:; form-action 'self'; base-uri 'none'; "
          "frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'")
HEADERS = {"Content-Security-Policy": POLICY, "Cache-Control": "no-store", "X-Content-Type-Options": "nosniff", "Referrer-Policy": "no-referrer",
           "X-Frame-Options": "DENY", "Cross-Origin-Opener-Policy": "same-origin", "Cross-Origin-Resource-Policy": "same-origin",
           "Permissions-Policy": "camera=(), microphone=(), geolocation=()", "X-Robots-Tag": "noindex"}
Handler = Callable[..., Coroutine[Any, Any, HTTPResponse]]


class Refusal(Exception):
    """An answer that says no: an HTTP status, and a key of errors.yml."""

    def __init__(self, status: int, code: str, headers: Optional[Dict[str, str]] = None, **filled: Any) -> None:
        """`filled` goes into the sentence."""
        super().__init__(code)
        self.status, self.code, self.headers, self.filled = status, code, headers or {}, filled


def refusal_of(wrong: BaseException) -> Refusal:
    """How an error is told. One that nobody thought of is logged by its kind alone."""
    if isinstance(wrong, Refusal):
        return wrong
    if isinstance(wrong, WrongWords):
        return Refusal(403, "wrong_words", {"Retry-After": str(wrong.retry_after)})
    if isinstance(wrong, UnknownKey):
        return Refusal(400, "unknown_key", allowed=", ".join(KINDS[:-1]) + f" or {KINDS[-1]}")
    known = ((NoSession, 401, "no_session"), (OtherBody, 422, "same_key"), (UnknownChoice, 400, "bad_choice"), (BadBody, 400, "bad_body"),
             (MindAway, 503, "unavailable"), (SQLAlchemyError, 503, "unavailable"), (Unsealable, 503, "unavailable"))
    for kind, status, code in known:
        if isinstance(wrong, kind):
            if status == 503:
                logger.error("A turn failed: %s", type(wrong).__name__)
            return Refusal(status, code)
    if isinstance(wrong, SanicException):
        status = wrong.status_code if 400 <= wrong.status_code < 600 else 500
        code = {404: "not_found", 405: "no_method", 413: "too_large", 415: "no_type"}.get(status, "bad_body" if status < 500 else "unavailable")
        return Refusal(status, code, getattr(wrong, "headers", None), limit=f"{LONGEST_BODY} bytes")
    logger.error("A request failed: %s", type(wrong).__name__)
    return Refusal(500, "failed")


def sentence(refusal: Refusal, house: House) -> str:
    """What a person is told; with the emergency lines where the fault is ours."""
    said = errors()[refusal.code].format(**refusal.filled)
    return f"{said} {house.cards.emergency_line}" if refusal.status >= 500 else said


def answer(body: Any, status: int = 200, headers: Optional[Dict[str, str]] = None) -> HTTPResponse:
    """A JSON answer."""
    return HTTPResponse(json.dumps(body, ensure_ascii=False), status, {**HEADERS, **(headers or {})}, "application/json")


def error_answer(refusal: Refusal, house: House) -> HTTPResponse:
    """A refusal in the shape of the chat API."""
    return answer({"error": {"code": refusal.code, "message": sentence(refusal, house)}}, refusal.status, refusal.headers)


def guarded(house: House) -> Callable[[Handler], Handler]:
    """Every API route: no error gets out but in our shape."""
    def hold(handler: Handler) -> Handler:
        @functools.wraps(handler)
        async def held(request: Request, *args: Any, **kwargs: Any) -> HTTPResponse:
            try:
                if len(request.body or b"") > LONGEST_BODY:
                    raise Refusal(413, "too_large", limit=f"{LONGEST_BODY} bytes")
                return await handler(request, *args, **kwargs)
            except Exception as wrong:  # noqa: BLE001
                return error_answer(refusal_of(wrong), house)
        return held
    return hold


def now_of(request: Request, house: House) -> datetime:
    """The moment of a request, to the second: the machine's clock, or the test's where that is allowed."""
    told = request.headers.get("X-Test-Now") if house.settings.test_clock else None
    if told is None:
        return datetime.now(timezone.utc).replace(microsecond=0)
    try:
        moment = datetime.fromisoformat(told.replace("Z", "+00:00"))
    except ValueError:
        raise Refusal(400, "bad_clock") from None
    if moment.tzinfo is None:
        raise Refusal(400, "bad_clock")
    return moment.replace(microsecond=0)


def token_of(request: Request) -> str:
    """The token of a header, else of the cookie. Raises NoSession."""
    kind, _, token = request.headers.get("Authorization", "").partition(" ")
    found = token.strip() if kind.lower() == "bearer" else request.cookies.get(COOKIE)
    if not found or not str(found).isascii():
        raise NoSession
    return str(found)


def same_origin(request: Request) -> None:
    """Refuses what another site's page sent. Tools that are no browser send neither header."""
    site, origin = request.headers.get("Sec-Fetch-Site"), request.headers.get("Origin")
    if site in ("cross-site", "same-site") or (origin and origin != "null" and origin.split("://")[-1] != request.headers.get("Host")):
        raise Refusal(400, "other_origin")


def address_of(request: Request) -> str:
    """Whose tries are counted: an address, and of IPv6 the half that a home has."""
    told = request.remote_addr or request.ip or ""
    try:
        address = ipaddress.ip_address(told)
    except ValueError:
        return told
    return str(ipaddress.ip_network(f"{address}/64", strict=False)) if address.version == 6 else str(address)


def set_cookie(response: HTTPResponse, token: str, house: House) -> None:
    """Gives the browser its token."""
    response.cookies[COOKIE] = token
    response.cookies[COOKIE].update({"httponly": True, "samesite": "Strict", "path": "/"})
    if house.settings.production:
        response.cookies[COOKIE]["secure"] = True


def drop_cookie(response: HTTPResponse) -> None:
    """Takes it back."""
    response.cookies[COOKIE] = ""
    response.cookies[COOKIE].update({"httponly": True, "samesite": "Strict", "path": "/", "max-age": 0})
