"""One's own account: what we keep of it, another password, and the sessions elsewhere."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from flask import flash, redirect, render_template, url_for
from flask_babel import format_datetime, gettext

from app.access import current_actor, logged_in, session_token
from app.account import blueprint
from app.account.forms import ChangePasswordForm, weakness
from app.account.signing_in import OF_ACCOUNT
from app.database import graph
from app.layout import ROLE_LABELS
from app.logs import event
from graph import accounts, sessions, throttle
from graph.errors import Invalid

if TYPE_CHECKING:
    from flask.typing import ResponseReturnValue


@dataclass(frozen=True, slots=True)
class Device:
    """Where somebody is logged in: since when, and whether it is here."""

    began: str
    is_this: bool


@blueprint.get("/mijn-gegevens")
@logged_in
def own() -> ResponseReturnValue:
    """What we keep of the one who asks."""
    return _page(ChangePasswordForm())


@blueprint.post("/mijn-gegevens/wachtwoord")
@logged_in
def change_password() -> ResponseReturnValue:
    """Choose another password; sessions elsewhere end."""
    form = ChangePasswordForm()
    if not form.validate():
        return _page(form), 400
    actor = current_actor()
    graph().write(throttle.take, limit=OF_ACCOUNT, subject=str(actor.account_id))
    try:
        graph().write(
            accounts.change_password,
            actor=actor,
            old=form.old_password.data,
            new=form.password.data,
            token=session_token(),
        )
    except Invalid as error:
        form[error.field].errors = [weakness(error)]
        return _page(form), 400
    event("password changed")
    flash(gettext("Uw nieuwe wachtwoord is bewaard. Op andere apparaten bent u uitgelogd."))
    return redirect(url_for("account.own"), 303)


@blueprint.post("/mijn-gegevens/overal-uitloggen")
@logged_in
def end_others() -> ResponseReturnValue:
    """End one's sessions on other devices."""
    graph().write(sessions.end_all, account_id=str(current_actor().account_id), but=session_token())
    flash(gettext("Op andere apparaten bent u uitgelogd."))
    return redirect(url_for("account.own"), 303)


def _page(form: ChangePasswordForm) -> str:
    actor = current_actor()
    this = sessions.digest(session_token())
    return render_template(
        "account/own.html",
        form=form,
        own=graph().read(accounts.own, actor=actor),
        roles=[str(label) for role, label in ROLE_LABELS.items() if role in actor.roles],
        sessions=[
            Device(format_datetime(each.began_at, "EEEE d MMMM, HH:mm"), each.token_hash == this)
            for each in graph().read(sessions.of_account, actor=actor)
        ],
    )
