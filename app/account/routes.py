"""Logging in and out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import redirect, render_template, request, url_for
from flask_babel import gettext

from app.access import Permission, begin_session, current_actor, end_session, public
from app.account import blueprint
from app.account.forms import LoginForm
from app.account.signing_in import account_of
from app.addresses import own_path
from app.logs import event
from graph.throttle import TooOften

if TYPE_CHECKING:
    from flask.typing import ResponseReturnValue


@blueprint.get("/inloggen")
@public
def login() -> ResponseReturnValue:
    """The page to log in; who is in already goes on."""
    if current_actor().account_id:
        return redirect(own_path(request.args.get("next")) or own_start())
    return render_template("account/login.html", form=LoginForm(request.args), problem=None)


@blueprint.post("/inloggen")
@public
def try_login() -> ResponseReturnValue:
    """Log in, or say that the two do not belong together."""
    form = LoginForm()
    if not form.validate():
        return render_template("account/login.html", form=form, problem=None), 400
    try:
        account_id = account_of(form.email.data, form.password.data)
    except TooOften as error:
        return _later(form, error)
    if account_id is None:
        problem = gettext("E-mailadres en wachtwoord horen niet bij elkaar. Controleer beide en probeer het opnieuw.")
        return render_template("account/login.html", form=form, problem=problem), 400
    begin_session(account_id)
    event("login")
    return redirect(own_path(form.next.data) or own_start(), 303)


@blueprint.post("/uitloggen")
@public
def logout() -> ResponseReturnValue:
    """Log out; also when the session had ended already."""
    event("logout")
    end_session()
    return redirect(url_for("start.home"), 303)


def own_start() -> str:
    """Where this person's day begins."""
    actor = current_actor()
    if actor.may(Permission.SEE_DRAFTS):
        return "/vandaag"
    return "/mijn-initiatief" if actor.may(Permission.EDIT_OWN) else url_for("start.home")


def _later(form: LoginForm, error: TooOften) -> ResponseReturnValue:
    event("login throttled")
    minutes = -(-error.seconds // 60)
    problem = gettext("Dit is te vaak geprobeerd. Probeer het over %(minutes)s minuten opnieuw.", minutes=minutes)
    return render_template("account/login.html", form=form, problem=problem), 429, {"Retry-After": str(error.seconds)}
