"""Who may open which route: deny by default.

Every route says `@public` or `@needs(Permission.…)`; a route that says neither is refused for everybody, and a test
fails on it. Rights on single records are checked again in the graph, by the functions that read and write them.
"""

from __future__ import annotations

from functools import wraps
from typing import TYPE_CHECKING, ParamSpec, TypeVar

from flask import abort, current_app, redirect, request, url_for
from flask_login import current_user

from graph.rights import VISITOR, Actor, Permission, Role

if TYPE_CHECKING:
    from collections.abc import Callable

    from flask.typing import ResponseReturnValue

Given = ParamSpec("Given")
Result = TypeVar("Result")

__all__ = ["Actor", "Permission", "Role", "current_actor", "deny_undeclared", "needs", "public"]


def public(view: Callable[Given, Result]) -> Callable[Given, Result]:
    """Everybody may open this route."""
    view.permission = None  # type: ignore[attr-defined]
    return view


def needs(
    permission: Permission,
) -> Callable[[Callable[Given, ResponseReturnValue]], Callable[Given, ResponseReturnValue]]:
    """Only who has `permission` may open this route; a visitor is led to the login page."""

    def declare(view: Callable[Given, ResponseReturnValue]) -> Callable[Given, ResponseReturnValue]:
        @wraps(view)
        def guarded(*args: Given.args, **named: Given.kwargs) -> ResponseReturnValue:
            if current_actor().may(permission):
                return view(*args, **named)
            if current_user.is_authenticated or request.method not in {"GET", "HEAD"}:
                abort(403)
            return redirect(url_for("account.login", next=request.full_path.rstrip("?")))

        guarded.permission = permission  # type: ignore[attr-defined]
        return guarded

    return declare


def current_actor() -> Actor:
    """Who makes this request."""
    actor: Actor = getattr(current_user, "actor", VISITOR)
    return actor


def deny_undeclared() -> None:
    """Refuse a route that declares no permission; runs before every request."""
    if request.endpoint is None:
        return
    view = current_app.view_functions[request.endpoint]
    if request.endpoint != "static" and not hasattr(view, "permission"):
        abort(403)
