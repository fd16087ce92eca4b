"""An initiator asks why something is required, and what can be done; a clock runs until the municipality answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import flash, redirect, render_template
from flask_babel import gettext
from flask_babel import lazy_gettext as _
from flask_wtf import FlaskForm
from wtforms import TextAreaField
from wtforms.validators import Length

from app.access import Permission, current_actor, needs
from app.database import graph
from app.logs import event
from app.own import blueprint
from app.submitted import refuse
from graph import requirements, submissions
from graph.errors import Invalid
from graph.requirements.acts import LONGEST_QUESTION

if TYPE_CHECKING:
    from flask.typing import ResponseReturnValue

MINE = "/mijn-initiatief"


class QuestionForm(FlaskForm):  # type: ignore[misc]
    """What the initiator wants to add to the question."""

    question = TextAreaField(
        _("Wat wilt u weten?"),
        [Length(max=LONGEST_QUESTION, message=_("Deze tekst is te lang. Maak de tekst korter."))],
        description=_("U mag dit leeg laten. Dan vragen wij: waarom deze eis, en wat kan er wél?"),
    )


@blueprint.get("/mijn-initiatief/<initiative_id>/vraag/<requirement_id>")
@needs(Permission.EDIT_OWN)
def question(initiative_id: str, requirement_id: str) -> str:
    """What is required of one's own initiative, and the form to ask why."""
    return _page(initiative_id, requirement_id, QuestionForm(formdata=None))


@blueprint.post("/mijn-initiatief/<initiative_id>/vraag/<requirement_id>")
@needs(Permission.EDIT_OWN)
def ask(initiative_id: str, requirement_id: str) -> ResponseReturnValue:
    """Put the question; from today its clock runs."""
    form = QuestionForm()
    if form.validate():
        try:
            graph().write(
                requirements.ask,
                actor=current_actor(),
                initiative_id=initiative_id,
                requirement_id=requirement_id,
                question=form.question.data,
            )
        except Invalid as error:
            refuse(form, error)
        else:
            event("requirement questioned")
            flash(gettext("Uw vraag is verstuurd. Vanaf vandaag telt u hier hoe lang u wacht."), "ok")
            return redirect(MINE, 303)
    return _page(initiative_id, requirement_id, form), 400


def _page(initiative_id: str, requirement_id: str, form: QuestionForm) -> str:
    actor = current_actor()
    initiative = graph().read(submissions.own, actor=actor, initiative_id=initiative_id)
    must = graph().read(requirements.own, actor=actor, initiative_id=initiative_id, requirement_id=requirement_id)
    return render_template("own/question.html", initiative=initiative, must=must, form=form)
