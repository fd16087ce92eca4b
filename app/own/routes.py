"""The page of an initiator, and proposing a change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import flash, redirect, render_template, url_for
from flask_babel import gettext

from app.access import Permission, current_actor, needs
from app.database import graph
from app.logs import event
from app.own import blueprint
from app.proposals import ProposalForm
from app.submitted import refuse
from graph import submissions
from graph.errors import Invalid

if TYPE_CHECKING:
    from flask.typing import ResponseReturnValue


@blueprint.get("/mijn-initiatief")
@needs(Permission.EDIT_OWN)
def home() -> str:
    """One's own initiatives, what is waited for, and what became of proposals."""
    return render_template("own/home.html", page=graph().read(submissions.page, actor=current_actor()))


@blueprint.get("/mijn-initiatief/<initiative_id>/wijzigen")
@needs(Permission.EDIT_OWN)
def edit(initiative_id: str) -> str:
    """The form with what stands there now."""
    initiative = graph().read(submissions.own, actor=current_actor(), initiative_id=initiative_id)
    return render_template("own/edit.html", initiative=initiative, form=ProposalForm.of(initiative))


@blueprint.post("/mijn-initiatief/<initiative_id>/wijzigen")
@needs(Permission.EDIT_OWN)
def propose(initiative_id: str) -> ResponseReturnValue:
    """Put other words before the municipality."""
    initiative = graph().read(submissions.own, actor=current_actor(), initiative_id=initiative_id)
    form = ProposalForm()
    if form.validate():
        try:
            _keep(form, initiative_id)
        except Invalid as error:
            _say(form, error)
        else:
            event("change proposed")
            flash(gettext("Uw voorstel is verstuurd. De gemeente kijkt ernaar en antwoordt per mail."), "ok")
            return redirect(url_for("own.home"), 303)
    return render_template("own/edit.html", initiative=initiative, form=form), 400


def _keep(form: ProposalForm, initiative_id: str) -> None:
    graph().write(
        submissions.propose,
        actor=current_actor(),
        submission_id=form.id.data,
        initiative_id=initiative_id,
        version=form.seen_version,
        properties=form.properties(),
        note=form.note.data,
    )


def _say(form: ProposalForm, error: Invalid) -> None:
    if error.field == "form":
        form.form_errors.append(gettext("U wijzigde nog niets. Pas iets aan, of schrijf iets aan de gemeente."))
    else:
        refuse(form, error)
