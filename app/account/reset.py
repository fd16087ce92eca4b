"""The way back in for who forgot the password: a link by mail, the same answer for everybody."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from flask import flash, make_response, redirect, render_template, url_for
from flask_babel import gettext

from app import mail, password_mail
from app.access import public
from app.account import blueprint
from app.account.forms import ForgottenForm, NewPasswordForm, weakness
from app.account.signing_in import network_address, one_spelling
from app.database import graph
from app.logs import event
from graph import resets, sessions, throttle
from graph.errors import Invalid, NotFound

if TYPE_CHECKING:
    from flask.typing import ResponseReturnValue

    from graph.resets import Recipient
    from graph.store import Transaction

HOUR = dt.timedelta(hours=1)
OF_ACCOUNT = throttle.Limit("reset account", 5, HOUR)
OF_ADDRESS = throttle.Limit("reset address", 50, HOUR)


@blueprint.get("/wachtwoord-vergeten")
@public
def forgotten() -> str:
    """The page to ask for a link."""
    return render_template("account/forgotten.html", form=ForgottenForm())


@blueprint.post("/wachtwoord-vergeten")
@public
def send_link() -> ResponseReturnValue:
    """Send the link when the address is known, after the answer has gone: its time tells nothing."""
    form = ForgottenForm()
    if not form.validate():
        return render_template("account/forgotten.html", form=form), 400
    token = sessions.new_token()
    recipient = graph().write(_request, email=form.email.data, address=network_address(), token=token)
    response = make_response(render_template("account/sent.html"))
    if recipient is not None:
        mail.after(response, password_mail.link(recipient, token))
    event("password link asked")
    return response


@blueprint.get("/wachtwoord-kiezen/<token>")
@public
def choose(token: str) -> ResponseReturnValue:
    """The page to choose a password; looking at it does not use the link up."""
    if not graph().read(resets.is_living, token=token):
        return render_template("account/dead_link.html"), 404
    return render_template("account/choose.html", form=NewPasswordForm())


@blueprint.post("/wachtwoord-kiezen/<token>")
@public
def chosen(token: str) -> ResponseReturnValue:
    """Keep the password and end every session of the account."""
    form = NewPasswordForm()
    if not form.validate():
        return render_template("account/choose.html", form=form), 400
    try:
        graph().write(resets.redeem, token=token, password=form.password.data)
    except NotFound:
        return render_template("account/dead_link.html"), 404
    except Invalid as error:
        form.password.errors = [weakness(error)]
        return render_template("account/choose.html", form=form), 400
    event("password chosen by link")
    flash(gettext("Uw nieuwe wachtwoord is bewaard. Log ermee in."))
    return redirect(url_for("account.login"), 303)


def _request(tx: Transaction, *, email: str, address: str, token: str) -> Recipient | None:
    throttle.take(tx, limit=OF_ACCOUNT, subject=one_spelling(email))
    throttle.take(tx, limit=OF_ADDRESS, subject=address)
    return resets.request(tx, email=email, token=token)
