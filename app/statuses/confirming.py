"""Confirming a status: on the page, by asking for it in a mail, and through the link in that mail."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from flask import current_app, flash, redirect, render_template, request
from flask_babel import gettext
from werkzeug.exceptions import BadRequest

from app.access import Permission, current_actor, logged_in, needs, public
from app.addresses import address, own_path
from app.choices import STATUS_LABELS, choice, status_label
from app.database import graph
from app.logs import event
from app.statuses import asking, blueprint
from graph import statuses, throttle
from graph.errors import NotFound
from graph.model import Kind, Status

if TYPE_CHECKING:
    from flask.typing import ResponseReturnValue

    from graph.store import Transaction

OF_ADDRESS = throttle.Limit("status link", 30, dt.timedelta(hours=1))


@blueprint.post("/initiatieven/<initiative_id>/status")
@logged_in
def confirm(initiative_id: str) -> ResponseReturnValue:
    """Staff and who undertakes it say that this is the status today."""
    status = _chosen()
    graph().write(statuses.confirm, actor=current_actor(), initiative_id=initiative_id, status=status)
    event("status confirmed")
    flash(gettext("Bewaard. Status ‘%(status)s’ is vandaag bevestigd.", status=status_label(status).lower()), "ok")
    return redirect(own_path(request.form.get("terug")) or address(Kind.INITIATIVE, initiative_id), 303)


@blueprint.post("/initiatieven/<initiative_id>/status/vragen")
@needs(Permission.EDIT_RECORDS)
def ask(initiative_id: str) -> ResponseReturnValue:
    """Mail a link to who undertakes the initiative and to its contact person."""
    back = own_path(request.form.get("terug")) or address(Kind.INITIATIVE, initiative_id)
    response, settings = redirect(back, 303), current_app.config["SETTINGS"]
    try:
        sent = asking.ask(graph(), settings, actor=current_actor(), initiative_id=initiative_id)
    except throttle.TooOften:
        flash(gettext("Deze week is dit al gevraagd. Wacht nog even op antwoord."), "info")
        return response
    if sent is None:
        flash(gettext("Wij kennen geen e-mailadres bij dit initiatief. Bevestig de status zelf."), "warning")
        return response
    if not sent.went:
        return render_template("statuses/not_sent.html", back=back), 503
    event("status asked")
    flash(gettext("Verstuurd. Met één klik in de mail is de status bevestigd."), "ok")
    if sent.failed:
        flash(gettext("Niet elke mail ging weg: niet iedereen is gevraagd."), "warning")
    return response


@blueprint.get("/status/<token>")
@public
def by_mail(token: str) -> ResponseReturnValue:
    """What is asked, and one button; programs that follow links in mail must not confirm anything."""
    try:
        asked = graph().read(statuses.living, token=token)
    except NotFound:
        return render_template("statuses/dead_link.html"), 404
    return render_template("statuses/asked.html", asked=asked, labels=STATUS_LABELS)


@blueprint.post("/status/<token>")
@public
def answered(token: str) -> ResponseReturnValue:
    """Confirm, or say what it is instead; the link is used up."""
    graph().write(_count, request.remote_addr or "unknown")
    status = _chosen()
    try:
        asked = graph().write(statuses.answer, token=token, status=status)
    except NotFound:
        return render_template("statuses/dead_link.html"), 404
    event("status confirmed by mail")
    return render_template("statuses/answered.html", asked=asked, status=status)


def _chosen() -> Status:
    status = choice(Status, request.form.get("status"))
    if status is None:
        raise BadRequest
    return status


def _count(tx: Transaction, network: str) -> None:
    throttle.take(tx, limit=OF_ADDRESS, subject=network)
    throttle.sweep(tx)
