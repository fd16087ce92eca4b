"""What every request must be and every answer must carry: our own host, our own forms, and the policy.

The forms' tokens are Flask-WTF's; this adds what the browser itself says about where a request comes from
(Fetch Metadata, W3C; Origin, RFC 6454), which also protects a form whose token leaked.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import SplitResult, urlsplit

from flask import abort, current_app, redirect, request, session
from werkzeug.middleware.proxy_fix import ProxyFix

from app.config import LOOPBACK

if TYPE_CHECKING:
    from flask import Flask, Response
    from flask.typing import ResponseReturnValue

    from app.config import Settings

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "X-Frame-Options": "DENY",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=()",
}
SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
METHODS = SAFE | {"POST", "PUT", "PATCH", "DELETE"}
OVERRIDES = ("X-HTTP-Method-Override", "X-HTTP-Method", "X-Method-Override")
LONGEST_ADDRESS = 8_000
MOST_FORM_PARTS = 1_000
LARGEST_FORM = 500_000
LARGEST_REQUEST_OF_A_VISITOR = 2_000_000
_YEAR = 31_536_000


def register(app: Flask) -> None:
    """Guard every request and answer of `app`; register it before anything else that looks at requests."""
    settings: Settings = app.config["SETTINGS"]
    app.config.update(
        SESSION_COOKIE_NAME=cookie_name(settings),
        SESSION_COOKIE_SECURE=settings.is_https,
        SESSION_COOKIE_HTTPONLY=True,
        SESSION_COOKIE_SAMESITE="Lax",
        SESSION_COOKIE_PATH="/",
        MAX_FORM_PARTS=MOST_FORM_PARTS,
        MAX_FORM_MEMORY_SIZE=LARGEST_FORM,
        # A form may lie open for a day: its token lives as long as the session it belongs to.
        WTF_CSRF_TIME_LIMIT=None,
    )
    if settings.proxies:
        app.wsgi_app = ProxyFix(  # type: ignore[method-assign]
            app.wsgi_app, x_for=settings.proxies, x_proto=0, x_host=0, x_port=0, x_prefix=0
        )
    app.before_request(_known_host)
    app.before_request(_plain_request)
    app.before_request(_own_origin)
    app.after_request(_headers)


def cookie_name(settings: Settings) -> str:
    """The name of the cookie: with https one that no other host or path can set, else one of this port."""
    return "__Host-bruggenbouwer" if settings.is_https else f"bruggenbouwer-{settings.port}"


def _known_host() -> ResponseReturnValue | None:
    own = urlsplit(current_app.config["SETTINGS"].address)
    if request.host == own.netloc:
        return None
    if request.method not in SAFE or not _is_same_machine(own, request.host):
        abort(400)
    # Somebody typed localhost where cookies and forms belong to 127.0.0.1.
    return redirect(f"{own.scheme}://{own.netloc}{request.full_path.rstrip('?')}")


def _is_same_machine(own: SplitResult, host: str) -> bool:
    try:
        asked = urlsplit(f"//{host}")
        names, ports = {own.hostname, asked.hostname}, {own.port, asked.port}
    except ValueError:
        return False
    return names <= LOOPBACK and len(ports) == 1


def _plain_request() -> None:
    if request.method not in METHODS or any(name in request.headers for name in OVERRIDES):
        abort(405)
    if "_method" in request.args:
        abort(405)
    if request.mimetype == "application/x-www-form-urlencoded":
        request.max_content_length = LARGEST_FORM
    elif request.method not in SAFE and "_user_id" not in session:
        request.max_content_length = LARGEST_REQUEST_OF_A_VISITOR
    try:
        texts = [request.path, *(text for each in (request.args, request.form) for text in each.values())]
    except UnicodeDecodeError:
        abort(400)
    # NUL has no place in any text, and U+FFFD stands where bytes were no text at all.
    if len(request.full_path) > LONGEST_ADDRESS or any("\x00" in text or "\ufffd" in text for text in texts):
        abort(400)


def _own_origin() -> None:
    if request.method in SAFE:
        return
    origin = request.headers.get("Origin")
    if origin is not None and origin != current_app.config["SETTINGS"].address:
        abort(403)
    if request.headers.get("Sec-Fetch-Site", "same-origin") not in {"same-origin", "none"}:
        abort(403)


def _headers(response: Response) -> Response:
    response.headers.update(HEADERS)
    if current_app.config["SETTINGS"].is_https:
        response.headers["Strict-Transport-Security"] = f"max-age={_YEAR}"
    if request.endpoint != "static":
        response.vary.add("Cookie")
        if session or not 200 <= response.status_code < 300:  # noqa: PLR2004 — errors are about one moment
            response.headers["Cache-Control"] = "no-store"
    return response
