"""The page with every account, and what an administrator does there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import current_app, flash, redirect, render_template, url_for
from flask_babel import gettext

from app import mail, password_mail
from app.access import Permission, current_actor, needs
from app.addresses import same_query
from app.beheer_access import blueprint, listing
from app.beheer_access.forms import AccountForm, RolesForm
from app.database import graph
from app.layout import ROLE_LABELS
from graph import accounts, ids, newcomers, sessions
from graph.accounts import LastAdministrator
from graph.errors import AlreadyExists, Invalid

if TYPE_CHECKING:
    from flask.typing import ResponseReturnValue
    from werkzeug import Response


@blueprint.get("/toegang")
@needs(Permission.ADMINISTER)
def overview() -> ResponseReturnValue:
    """The accounts that are asked for, with their roles."""
    form = AccountForm()
    form.id.data = ids.new_id()
    return _page(form)


@blueprint.post("/toegang")
@needs(Permission.ADMINISTER)
def add() -> ResponseReturnValue:
    """Make an account; its owner gets a link to choose a password."""
    form = AccountForm()
    if not form.validate():
        return _page(form), 400
    token = sessions.new_token()
    try:
        recipient = graph().write(
            newcomers.welcome,
            actor=current_actor(),
            account_id=form.id.data,
            name=form.name.data,
            email=form.email.data,
            roles=form.chosen(),
            token=token,
        )
    except AlreadyExists:
        form.email.errors = [gettext("Dit e-mailadres heeft al een account. Zoek het in de lijst.")]
        return _page(form), 409
    except Invalid as error:
        form[error.field].errors = [gettext("Dit kan zo niet worden bewaard. Controleer wat u invulde.")]
        return _page(form), 400
    if mail.went(current_app.config["SETTINGS"], password_mail.link(recipient, token)):
        said = gettext(
            "Het account is gemaakt. %(name)s krijgt een mail om een wachtwoord te kiezen.", name=recipient.name
        )
    else:
        said = gettext(
            "Het account is gemaakt. De mail ging niet weg: %(name)s kan kiezen voor ‘Wachtwoord vergeten?’.",
            name=recipient.name,
        )
    flash(said)
    return redirect(url_for("beheer_access.overview"), 303)


@blueprint.post("/toegang/<account_id>/rollen")
@needs(Permission.ADMINISTER)
def set_roles(account_id: str) -> ResponseReturnValue:
    """Give the account the roles that were ticked, and no others."""
    form = RolesForm()
    if not form.validate():
        return _back(gettext("Kies alleen rollen die er zijn."))
    try:
        graph().write(accounts.set_roles, actor=current_actor(), account_id=account_id, roles=form.chosen())
    except LastAdministrator:
        return _back(_last())
    return _back(gettext("De rollen zijn bewaard."))


@blueprint.post("/toegang/<account_id>/uitschakelen")
@needs(Permission.ADMINISTER)
def disable(account_id: str) -> ResponseReturnValue:
    """Close the account; whoever is logged in with it is out at once."""
    try:
        graph().write(accounts.disable, actor=current_actor(), account_id=account_id)
    except LastAdministrator:
        return _back(_last())
    return _back(gettext("Het account is uitgeschakeld."))


@blueprint.post("/toegang/<account_id>/inschakelen")
@needs(Permission.ADMINISTER)
def enable(account_id: str) -> ResponseReturnValue:
    """Open the account again."""
    graph().write(accounts.enable, actor=current_actor(), account_id=account_id)
    return _back(gettext("Het account kan weer inloggen."))


def _page(form: AccountForm) -> str:
    return render_template(
        "beheer_access/overview.html",
        **listing.page(),
        roles=[(role.value, str(label)) for role, label in ROLE_LABELS.items()],
        form=form,
    )


def _last() -> str:
    return str(gettext("Dit is de laatste beheerder. Maak eerst iemand anders beheerder."))


def _back(sentence: str) -> Response:
    """To the same part of the list: its filters and page stand in the address that was posted to."""
    flash(sentence)
    return redirect(same_query(url_for("beheer_access.overview")), 303)
