"""Ask to meet another initiative: the contact person's team gets the question first, nobody's address is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import current_app, flash, redirect, render_template
from flask_babel import gettext

from app import mail
from app.access import public
from app.addresses import address
from app.database import graph
from app.door import blueprint, incoming, letters
from app.door.forms import MessageForm
from app.logs import event
from app.submitted import refuse
from graph import submissions
from graph.errors import Invalid, NotFound
from graph.model import Kind
from graph.throttle import TooOften

if TYPE_CHECKING:
    from flask.typing import ResponseReturnValue
    from werkzeug import Response

    from graph.mentions import Mention
    from graph.store import Transaction
    from graph.submissions import Mailbox


@blueprint.get("/initiatieven/<a>/kennismaken/<b>")
@public
def ask(a: str, b: str) -> str:
    """The empty form."""
    return _page(*graph().read(_both, a, b), MessageForm(formdata=None))


@blueprint.post("/initiatieven/<a>/kennismaken/<b>")
@public
def asked(a: str, b: str) -> ResponseReturnValue:
    """Keep the question for a bridge-builder and mail it to the contact person's team."""
    (about, other, mailbox), form = graph().read(_both, a, b), MessageForm()
    if not form.validate():
        return _page(about, other, mailbox, form), 400
    if form.is_from_a_program:
        return _thanked(about, other)
    try:
        sender = submissions.sender(form.sender_name.data, form.sender_email.data)
        incoming.count(sender)
        created = graph().write(
            submissions.introduce,
            submission_id=form.id.data,
            by=sender,
            from_id=about.id,
            to_id=other.id,
            message=form.message.data,
            sent_to=mailbox.name if mailbox else None,
        )
    except Invalid as error:
        refuse(form, error)
        return _page(about, other, mailbox, form), 400
    except TooOften as error:
        headers = incoming.wait(form, error)
        return _page(about, other, mailbox, form), 429, headers
    if created:
        letter = letters.to_introducer(mailbox, sender, about, other, form.message.data)
        if not mail.went(current_app.config["SETTINGS"], letter):
            # The question waits for a bridge-builder all the same.
            graph().write(submissions.not_mailed, submission_id=form.id.data, message=form.message.data)
        event("introduction asked")
    return _thanked(about, other)


def _thanked(about: Mention, other: Mention) -> Response:
    flash(gettext("Uw vraag is verstuurd. De gemeente vraagt eerst of %(name)s dit ook wil.", name=other.name), "ok")
    return redirect(address(Kind.INITIATIVE, about.id), 303)


def _both(tx: Transaction, a: str, b: str) -> tuple[Mention, Mention, Mailbox | None]:
    if a == b:
        raise NotFound(b)
    about = submissions.about(tx, kind=Kind.INITIATIVE, record_id=a)
    other = submissions.about(tx, kind=Kind.INITIATIVE, record_id=b)
    return about, other, submissions.of_record(tx, record=other)


def _page(about: Mention, other: Mention, mailbox: Mailbox | None, form: MessageForm) -> str:
    return render_template(
        "door/introduction.html", about=about, other=other, team=mailbox.name if mailbox else None, form=form
    )
