"""This initiative is mine: who is known already can be kept by its initiator."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import redirect, render_template, url_for

from app import mail
from app.access import public
from app.database import graph
from app.door import blueprint, incoming, letters
from app.door.forms import ClaimForm
from app.logs import event
from app.submitted import refuse
from graph import sessions, submissions
from graph.errors import Invalid
from graph.model import Kind
from graph.submissions import Claim
from graph.throttle import TooOften

if TYPE_CHECKING:
    from flask.typing import ResponseReturnValue

    from graph.mentions import Mention


@blueprint.get("/initiatieven/<initiative_id>/claim")
@public
def claim(initiative_id: str) -> str:
    """The empty form."""
    return _page(_initiative(initiative_id), ClaimForm(formdata=None))


@blueprint.post("/initiatieven/<initiative_id>/claim")
@public
def claimed(initiative_id: str) -> ResponseReturnValue:
    """Keep the claim and mail the link."""
    initiative, form = _initiative(initiative_id), ClaimForm()
    if not form.validate():
        return _page(initiative, form), 400
    sent = redirect(url_for("door.sent"), 303)
    if form.is_from_a_program:
        return sent
    token = sessions.new_token()
    try:
        sender = submissions.sender(form.sender_name.data, form.sender_email.data)
        incoming.count(sender)
        created = graph().write(
            submissions.claim,
            submission_id=form.id.data,
            by=sender,
            initiative_id=initiative.id,
            draft=Claim(form.proof.data, form.name_is_public.data),
            token=token,
        )
    except Invalid as error:
        refuse(form, error)
        return _page(initiative, form), 400
    except TooOften as error:
        headers = incoming.wait(form, error)
        return _page(initiative, form), 429, headers
    if created:
        mail.after(sent, letters.link(sender, token, initiative.name))
        event("initiative claimed")
    return sent


def _initiative(initiative_id: str) -> Mention:
    return graph().read(submissions.about, kind=Kind.INITIATIVE, record_id=initiative_id)


def _page(initiative: Mention, form: ClaimForm) -> str:
    return render_template("door/claim.html", initiative=initiative, form=form)
