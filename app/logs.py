"""What is written down of a running site: one line of JSON per event on standard error, and nothing private.

No addresses of pages (they can hold search words and tokens) but their rules; no login names or network addresses but
digests under the site's own key, so that repeated attempts can be recognised and nobody can be read off.
"""

from __future__ import annotations

import hashlib
import hmac
import sys
import time
import traceback
from typing import TYPE_CHECKING

import structlog
from flask import current_app, g, request

from app.access import current_actor

if TYPE_CHECKING:
    from flask import Flask, Response

_DIGITS = 12

log = structlog.get_logger()


def configure() -> None:
    """Write events as lines of JSON."""
    structlog.configure(
        processors=[
            structlog.contextvars.merge_contextvars,
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            structlog.processors.JSONRenderer(),
        ],
        logger_factory=lambda *_: structlog.PrintLogger(sys.stderr),
        cache_logger_on_first_use=False,
    )


def register(app: Flask) -> None:
    """Write a line for every answer of `app`, static files left out."""
    configure()
    app.before_request(_begin)
    app.after_request(_answered)


def pseudonym(text: str) -> str:
    """A digest of `text` under the site's key: the same for the same text, and not to be read back."""
    key = str(current_app.config["SECRET_KEY"]).encode()
    return hmac.new(key, text.encode("utf-8", "backslashreplace"), hashlib.sha256).hexdigest()[:_DIGITS]


def rule() -> str:
    """The rule of the address asked for, such as `/initiatieven/<record_id>`; never the address itself."""
    return request.url_rule.rule if request.url_rule else "unknown"


def frames(error: BaseException) -> list[str]:
    """Where an error came from: file, line and function; not its message, which can hold private values."""
    return [f"{each.filename}:{each.lineno} {each.name}" for each in traceback.extract_tb(error.__traceback__)]


def event(name: str, **facts: str | float | bool | None) -> None:
    """Write one line about something that happened in this request."""
    log.info(name, account=current_actor().account_id, **facts)


def _begin() -> None:
    g.began = time.perf_counter()


def _answered(response: Response) -> Response:
    if request.endpoint != "static":
        took = time.perf_counter() - g.get("began", time.perf_counter())
        log.info(
            "request",
            method=request.method if request.method.isalpha() else "other",
            rule=rule(),
            status=response.status_code,
            milliseconds=round(took * 1000),
        )
    return response
