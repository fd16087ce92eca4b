"""Who may open which route: deny by default.

Every route says `@public`, `@logged_in` or `@needs(Permission.…)`; a route that says none of them is refused for
everybody, and a test fails on it. Rights on single records are checked again in the graph, by the functions that read
and write them.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from functools import wraps
from typing import TYPE_CHECKING, ParamSpec, TypeVar

from flask import abort, current_app, g, redirect, request, session, url_for
from flask_login import LoginManager, UserMixin, current_user, login_user, logout_user

from app.database import graph
from graph import clock, sessions
from graph.rights import VISITOR, Actor, Permission, Role

if TYPE_CHECKING:
    from collections.abc import Callable

    from flask import Flask
    from flask.typing import ResponseReturnValue

Given = ParamSpec("Given")
Result = TypeVar("Result")

__all__ = [
    "ACCOUNT",
    "Actor",
    "Permission",
    "Role",
    "begin_session",
    "current_actor",
    "end_session",
    "logged_in",
    "needs",
    "public",
    "register",
    "session_token",
    "whole_actor",
]

ACCOUNT = "account"
"""What `@logged_in` declares as the permission of a route: having an account is enough."""

_KEPT_AT_LOGIN = ("taal",)


class User(UserMixin):  # type: ignore[misc]
    """Who is logged in, for Flask-Login: its id is the token of the session, so nothing else opens the door."""

    def __init__(self, token: str, owner: sessions.Owner) -> None:
        """The owner of the session with this token."""
        self.token = token
        self.actor = owner.actor

    def get_id(self) -> str:
        """The token of the session."""
        return self.token


def register(app: Flask) -> None:
    """Let `app` know who makes a request, and refuse what nobody declared."""
    manager = LoginManager(app)
    # Its protection compares network addresses, which a forged X-Forwarded-For can choose.
    manager.session_protection = None
    manager.user_loader(_load)
    app.before_request(_deny_undeclared)


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
            return view(*args, **named) if current_actor().may(permission) else _refuse()

        guarded.permission = permission  # type: ignore[attr-defined]
        return guarded

    return declare


def logged_in(view: Callable[Given, ResponseReturnValue]) -> Callable[Given, ResponseReturnValue]:
    """Everybody with an account may open this route, for what is their own."""

    @wraps(view)
    def guarded(*args: Given.args, **named: Given.kwargs) -> ResponseReturnValue:
        return view(*args, **named) if current_actor().account_id else _refuse()

    guarded.permission = ACCOUNT  # type: ignore[attr-defined]
    return guarded


def current_actor() -> Actor:
    """Who makes this request, with only the right to read while an earlier day is shown."""
    actor = whole_actor()
    return replace(actor, only_reads=True) if clock.is_past() else actor


def whole_actor() -> Actor:
    """Who makes this request with every right, whatever is shown; a visitor when the database cannot tell."""
    if g.get("as_visitor"):
        return VISITOR
    actor: Actor = getattr(current_user, "actor", VISITOR)
    return actor


def session_token() -> str:
    """The token of this person's session; raises AttributeError for visitors."""
    token: str = current_user.token
    return token


def begin_session(account_id: str) -> None:
    """Log in: a new session with a new token; what the browser held before is dropped, but for the language."""
    settings = current_app.config["SETTINGS"]
    token = sessions.new_token()
    idle, longest = dt.timedelta(minutes=settings.session_idle_minutes), dt.timedelta(hours=settings.session_hours)
    graph().write(sessions.begin, account_id=account_id, token=token, idle=idle, longest=longest)
    owner = graph().read(sessions.owner, token=token)
    if owner is None:
        abort(403)
    _forget()
    login_user(User(token, owner))


def end_session() -> None:
    """Log out: the session ends in the graph, and the browser forgets what it held."""
    if current_user.is_authenticated:
        graph().write(sessions.end, token=session_token())
        logout_user()
    _forget()


def _forget() -> None:
    kept = {name: session[name] for name in _KEPT_AT_LOGIN if name in session}
    session.clear()
    session.update(kept)
    # Flask-WTF keeps the token of this request beside the session: the next form gets a new one.
    g.pop("csrf_token", None)


def _load(token: str) -> User | None:
    owner = graph().read(sessions.owner, token=token)
    if owner is None:
        return None
    idle = dt.timedelta(minutes=current_app.config["SETTINGS"].session_idle_minutes)
    if owner.is_due(idle):
        graph().write(sessions.prolong, token=token, idle=idle)
    return User(token, owner)


def _refuse() -> ResponseReturnValue:
    if current_user.is_authenticated or request.method not in {"GET", "HEAD"}:
        abort(403)
    return redirect(url_for("account.login", next=request.full_path.rstrip("?")))


def _deny_undeclared() -> None:
    if request.endpoint is None:
        return
    view = current_app.view_functions[request.endpoint]
    if request.endpoint != "static" and not hasattr(view, "permission"):
        abort(403)
