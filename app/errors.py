"""Every error becomes a calm page: what went wrong, what to do, and a reference number where we must look ourselves."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING

import structlog
from flask import g, redirect, render_template
from flask_wtf.csrf import CSRFError
from werkzeug.exceptions import HTTPException

from app.addresses import address
from app.logs import frames, rule
from graph.errors import AlreadyExists, Conflict, Invalid, NotAllowed, NotFound, Unavailable
from graph.mentions import Moved
from graph.throttle import TooOften

if TYPE_CHECKING:
    from flask import Flask
    from flask.typing import ResponseReturnValue

KNOWN = frozenset({400, 403, 404, 405, 409, 413, 429})
# Shown when the page for an error cannot be made either; it needs nothing.
LAST_RESORT = (
    '<!doctype html><html lang="nl"><head><meta charset="utf-8"><title>Storing</title></head><body><main>'
    "<h1>Er ging bij ons iets mis</h1><p>Probeer het over een paar minuten opnieuw.</p>"
    "<p>Nummer van deze storing: {reference}</p></main></body></html>"
)

log = structlog.get_logger()


def register(app: Flask) -> None:
    """Let `app` answer errors with our own pages."""
    app.register_error_handler(NotFound, lambda _: _page(404))
    app.register_error_handler(Moved, lambda moved: redirect(address(moved.kind, moved.record_id), 301))
    app.register_error_handler(NotAllowed, lambda _: _page(403))
    app.register_error_handler(Conflict, lambda _: _page(409))
    app.register_error_handler(AlreadyExists, lambda _: _page(409))
    app.register_error_handler(Invalid, lambda _: _page(400))
    app.register_error_handler(CSRFError, lambda _: _page(400))
    app.register_error_handler(TooOften, too_often)
    app.register_error_handler(Unavailable, lambda error: _broken(503, error))
    app.register_error_handler(HTTPException, _http)
    app.register_error_handler(Exception, lambda error: _broken(500, error))


def too_often(error: TooOften) -> ResponseReturnValue:
    """Ask for patience, and say for how long."""
    return (*_page(429), {"Retry-After": str(error.seconds)})


def _http(error: HTTPException) -> ResponseReturnValue:
    code = error.code or 500
    if code < 400:  # noqa: PLR2004 — redirects travel as exceptions too
        return error.get_response()
    if code not in KNOWN:
        return _page(400) if code < 500 else _broken(500, error)  # noqa: PLR2004
    headers = {name: value for name, value in error.get_headers() if name in {"Allow", "Retry-After"}}
    return (*_page(code), headers)


def _page(code: int) -> tuple[str, int]:
    g.is_error = True
    try:
        return render_template(f"errors/{code}.html"), code
    except Unavailable as error:
        # Even who this is could not be looked up.
        return _broken(503, error)


def _broken(code: int, error: BaseException) -> tuple[str, int]:
    reference = secrets.token_hex(4)
    _note("request failed", reference, error)
    # Whoever cannot be looked up any more sees the page as a visitor does.
    g.is_error = g.as_visitor = True
    try:
        return render_template(f"errors/{code}.html", reference=reference), code
    except Exception as second:  # noqa: BLE001 — the last page must always come
        _note("error page failed", reference, second)
        return LAST_RESORT.format(reference=reference), code


def _note(happened: str, reference: str, error: BaseException) -> None:
    log.error(happened, reference=reference, rule=rule(), error=type(error).__name__, frames=frames(error))
