"""What staff do with a requirement of one initiative: answer its question, and say where it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import flash, redirect, render_template, request
from flask_babel import gettext
from werkzeug.exceptions import BadRequest

from app.access import Permission, current_actor, needs
from app.addresses import address
from app.choices import REQUIREMENT_LABELS, choice
from app.database import graph
from app.requirements import blueprint
from app.requirements.forms import AnswerForm
from app.submitted import refuse
from graph import requirements
from graph.errors import Invalid
from graph.model import Kind, RequirementState

if TYPE_CHECKING:
    from flask.typing import ResponseReturnValue


@blueprint.get("/eisen/<requirement_id>/antwoord/<initiative_id>")
@needs(Permission.EDIT_RECORDS)
def ask_answer(requirement_id: str, initiative_id: str) -> str:
    """The question, and a form for the answer."""
    return _page(requirement_id, initiative_id, None)


@blueprint.post("/eisen/<requirement_id>/antwoord/<initiative_id>")
@needs(Permission.EDIT_RECORDS)
def answer(requirement_id: str, initiative_id: str) -> ResponseReturnValue:
    """Keep the answer; the clock of the question stops."""
    form = AnswerForm()
    if form.validate():
        try:
            graph().write(
                requirements.answer,
                actor=current_actor(),
                requirement_id=requirement_id,
                initiative_id=initiative_id,
                text=form.answer.data,
            )
        except Invalid as error:
            refuse(form, error)
        else:
            flash(gettext("Bewaard. Het initiatief leest het antwoord bij ‘Mijn initiatief’."), "ok")
            return redirect(address(Kind.REQUIREMENT, requirement_id), 303)
    return _page(requirement_id, initiative_id, form), 400


@blueprint.post("/eisen/<requirement_id>/stand/<initiative_id>")
@needs(Permission.EDIT_RECORDS)
def mark(requirement_id: str, initiative_id: str) -> ResponseReturnValue:
    """Say that the initiative meets the requirement, that it no longer holds, or that it is open again."""
    state = choice(RequirementState, request.form.get("stand"))
    if state is None:
        raise BadRequest
    named = {"requirement_id": requirement_id, "initiative_id": initiative_id}
    graph().write(requirements.mark, actor=current_actor(), **named, state=state)
    flash(gettext("Bewaard: %(state)s.", state=str(REQUIREMENT_LABELS[state]).lower()), "ok")
    return redirect(address(Kind.REQUIREMENT, requirement_id), 303)


def _page(requirement_id: str, initiative_id: str, form: AnswerForm | None) -> str:
    facts, hit = graph().read(
        requirements.one_hit, actor=current_actor(), requirement_id=requirement_id, initiative_id=initiative_id
    )
    filled = form or AnswerForm(formdata=None, data={"answer": hit.answer})
    return render_template("requirements/answer.html", facts=facts, hit=hit, form=filled)
