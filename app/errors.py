"""Every error becomes a calm page: what went wrong, what to do, and a reference number where we must look ourselves."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING

import structlog
from flask import render_template, request
from flask_wtf.csrf import CSRFError
from werkzeug.exceptions import HTTPException

from graph.errors import Conflict, Invalid, NotAllowed, NotFound, Unavailable

if TYPE_CHECKING:
    from flask import Flask
    from flask.typing import ResponseReturnValue

KNOWN = frozenset({400, 403, 404, 405, 409, 413, 429})

log = structlog.get_logger()


def register(app: Flask) -> None:
    """Let `app` answer errors with our own pages."""
    app.register_error_handler(NotFound, lambda _: _page(404))
    app.register_error_handler(NotAllowed, lambda _: _page(403))
    app.register_error_handler(Conflict, lambda _: _page(409))
    app.register_error_handler(Invalid, lambda _: _page(400))
    app.register_error_handler(CSRFError, lambda _: _page(400))
    app.register_error_handler(Unavailable, lambda error: _logged(503, error))
    app.register_error_handler(HTTPException, _http)
    app.register_error_handler(Exception, lambda error: _logged(500, error))


def _http(error: HTTPException) -> ResponseReturnValue:
    code = error.code or 500
    if code < 400:  # noqa: PLR2004 — redirects travel as exceptions too
        return error.get_response()
    if code not in KNOWN:
        return _page(400) if code < 500 else _logged(500, error)  # noqa: PLR2004
    headers = {name: value for name, value in error.get_headers() if name in {"Allow", "Retry-After"}}
    return (*_page(code), headers)


def _page(code: int) -> tuple[str, int]:
    return render_template(f"errors/{code}.html"), code


def _logged(code: int, error: BaseException) -> tuple[str, int]:
    reference = secrets.token_hex(4)
    log.error("request failed", reference=reference, path=request.path, error=type(error).__name__, exc_info=error)
    return render_template(f"errors/{code}.html", reference=reference), code
