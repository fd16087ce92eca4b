"""Write to the team behind an initiative, goal, person or team; the page names the team and never an address."""

from __future__ import annotations

import smtplib
from typing import TYPE_CHECKING

from flask import current_app, flash, redirect, render_template
from flask_babel import gettext

from app import mail
from app.access import public
from app.addresses import FOLDER, address
from app.database import graph
from app.door import blueprint, incoming, letters
from app.door.forms import MessageForm
from app.logs import event
from app.submitted import refuse
from graph import submissions
from graph.errors import Invalid
from graph.ids import is_id
from graph.model import Kind
from graph.throttle import TooOften

if TYPE_CHECKING:
    from flask.typing import ResponseReturnValue

    from graph.mentions import Mention
    from graph.store import Transaction
    from graph.submissions import Mailbox, Sender

KINDS = {FOLDER[kind]: kind for kind in (Kind.INITIATIVE, Kind.GOAL, Kind.PERSON, Kind.DEPARTMENT)}


@blueprint.get("/<any(initiatieven, doelen, personen, afdelingen):folder>/<record_id>/bericht")
@public
def write(folder: str, record_id: str) -> str:
    """The empty form."""
    return _page(*graph().read(_found, KINDS[folder], record_id), MessageForm(formdata=None))


@blueprint.post("/<any(initiatieven, doelen, personen, afdelingen):folder>/<record_id>/bericht")
@public
def written(folder: str, record_id: str) -> ResponseReturnValue:
    """Mail the message to the team."""
    (about, mailbox), form = graph().read(_found, KINDS[folder], record_id), MessageForm()
    if not form.validate():
        return _page(about, mailbox, form), 400
    if not form.is_from_a_program:
        try:
            sender = submissions.sender(form.sender_name.data, form.sender_email.data)
            text = submissions.sentence("message", form.message.data)
            went = _send(str(form.id.data), sender, about, mailbox, text)
        except Invalid as error:
            refuse(form, error)
            return _page(about, mailbox, form), 400
        except TooOften as error:
            headers = incoming.wait(form, error)
            return _page(about, mailbox, form), 429, headers
        if not went:
            form.form_errors.append(gettext("Versturen lukt nu niet. Probeer het over een paar minuten opnieuw."))
            return _page(about, mailbox, form), 503
    flash(gettext("Uw bericht is verstuurd. U krijgt antwoord per mail."), "ok")
    return redirect(address(about.kind, about.id), 303)


def _send(letter_id: str, sender: Sender, about: Mention, mailbox: Mailbox | None, text: str) -> bool:
    """Send the letter once; False when the mail server could not be reached. Raises Invalid, TooOften."""
    if not is_id(letter_id):
        raise Invalid("id", "unknown")
    incoming.count(sender)
    if not incoming.is_first(letter_id):
        return True
    try:
        mail.deliver(current_app.config["SETTINGS"], letters.to_team(mailbox, sender, about, text))
    except (OSError, smtplib.SMTPException):
        incoming.was_not_sent(letter_id)
        return False
    event("message sent")
    return True


def _found(tx: Transaction, kind: Kind, record_id: str) -> tuple[Mention, Mailbox | None]:
    about = submissions.about(tx, kind=kind, record_id=record_id)
    return about, submissions.of_record(tx, record=about)


def _page(about: Mention, mailbox: Mailbox | None, form: MessageForm) -> str:
    return render_template("door/message.html", about=about, team=mailbox.name if mailbox else None, form=form)
