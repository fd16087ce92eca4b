"""Headers on every answer, and the host we answer to."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from flask import abort, current_app, request, session

if TYPE_CHECKING:
    from flask import Flask, Response

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)


def register(app: Flask) -> None:
    """Guard every request and answer of `app`."""
    app.before_request(_known_host)
    app.after_request(_headers)


def _known_host() -> None:
    settings = current_app.config["SETTINGS"]
    if request.host != urlsplit(settings.address).netloc:
        abort(400)


def _headers(response: Response) -> Response:
    response.headers["Content-Security-Policy"] = POLICY
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Referrer-Policy"] = "strict-origin-when-cross-origin"
    if request.endpoint != "static" and session:
        response.headers["Cache-Control"] = "no-store"
        response.vary.add("Cookie")
    return response
