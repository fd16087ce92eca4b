"""Sign up an initiative without an account, and confirm the address with the link from the mail."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import current_app, redirect, render_template, request, url_for
from flask_babel import gettext
from wtforms import SelectChoice

from app import mail
from app.access import public
from app.database import graph
from app.door import blueprint, incoming, letters, places
from app.door.forms import ConfirmForm, SignUpForm
from app.logs import event
from app.submitted import refuse
from graph import areas, resembling, sessions, submissions
from graph.errors import Invalid, NotFound
from graph.ids import is_id
from graph.model import Kind
from graph.rights import VISITOR
from graph.submissions import SignUp
from graph.throttle import TooOften

if TYPE_CHECKING:
    from flask.typing import ResponseReturnValue

    from graph.mentions import Mention
    from graph.resembling import Candidate

# More than the largest municipality has.
MOST_AREAS = 2_000
# A longer list is searched by typing.
LONG_LIST = 50
LONGEST_GIVEN = 5_000


@blueprint.get("/aanmelden")
@public
def new() -> str:
    """The empty form; `?doel=`, `?naam=` and `?verhaal=` fill in what is known already."""
    given = {"goal": "doel", "name": "naam", "description": "verhaal"}
    data = {field: request.args.get(name, "")[:LONGEST_GIVEN] for field, name in given.items()}
    return _page(_offered(SignUpForm(formdata=None, data=data)))


@blueprint.post("/aanmelden")
@public
def sign_up() -> ResponseReturnValue:
    """Keep the sign-up and mail the link, or show what resembles it first."""
    form = _offered(SignUpForm())
    if not form.validate():
        return _page(form), 400
    alike = [] if "toch" in request.form else _alike(form.name.data)
    if alike:
        return _page(form, alike)
    sent = redirect(url_for("door.sent"), 303)
    if form.is_from_a_program:
        return sent
    token = sessions.new_token()
    try:
        sender = submissions.sender(form.sender_name.data, form.sender_email.data)
        incoming.count(sender)
        created = graph().write(
            submissions.sign_up, submission_id=form.id.data, by=sender, draft=_draft(form), token=token
        )
    except Invalid as error:
        refuse(form, error)
        return _page(form), 400
    except TooOften as error:
        headers = incoming.wait(form, error)
        return _page(form), 429, headers
    if created:
        mail.after(sent, letters.link(sender, token, form.name.data))
        event("initiative signed up")
    return sent


@blueprint.get("/aanmelden/verstuurd")
@public
def sent() -> str:
    """What happens now: look in the mail."""
    return render_template("door/sent.html")


@blueprint.get("/aanmelden/bevestigen/<token>")
@public
def confirm(token: str) -> ResponseReturnValue:
    """One button; programs that follow links in mail must not confirm anything."""
    try:
        graph().read(submissions.living, token=token)
    except NotFound:
        return render_template("door/dead_link.html"), 404
    return render_template("door/confirm.html", form=ConfirmForm())


@blueprint.post("/aanmelden/bevestigen/<token>")
@public
def confirmed(token: str) -> ResponseReturnValue:
    """The address is real: the municipality looks at it now."""
    try:
        graph().write(submissions.confirm, token=token)
    except NotFound:
        return render_template("door/dead_link.html"), 404
    event("submission confirmed")
    return render_template("door/confirmed.html")


def _offered(form: SignUpForm) -> SignUpForm:
    municipality = current_app.config["SETTINGS"].municipality
    found = graph().read(areas.offered, actor=VISITOR, municipality=municipality, limit=MOST_AREAS)
    form.area.choices = [
        SelectChoice("", gettext("Nog niet bekend")),
        *(SelectChoice(each.id, label) for each, label in zip(found, places.labels(found), strict=True)),
    ]
    return form


def _alike(name: str) -> list[Candidate]:
    return graph().read(resembling.published, kind=Kind.INITIATIVE, name=name)


def _goal(form: SignUpForm) -> Mention | None:
    if not is_id(form.goal.data or ""):
        return None
    try:
        return graph().read(submissions.about, kind=Kind.GOAL, record_id=form.goal.data)
    except NotFound:
        return None


def _draft(form: SignUpForm) -> SignUp:
    goal = _goal(form)
    return SignUp(
        name=form.name.data,
        summary=form.summary.data,
        area_id=form.area.data or None,
        goal_id=goal.id if goal else None,
        description=form.description.data,
        website=form.website.data,
        name_is_public=form.name_is_public.data,
    )


def _page(form: SignUpForm, alike: list[Candidate] | None = None) -> str:
    long = len(form.area.choices) > LONG_LIST
    return render_template("door/sign_up.html", form=form, alike=alike or [], goal=_goal(form), many_areas=long)
