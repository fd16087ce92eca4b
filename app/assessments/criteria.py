"""The criteria of a draft: add, change, order and take away, each a press of its own, so that no script is needed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from flask import flash, redirect, render_template, url_for
from flask_babel import gettext

from app.access import Permission, current_actor, needs
from app.assessments import blueprint
from app.assessments.forms import CriterionForm
from app.database import graph
from app.records.conflicts import there_now
from app.records.messages import message
from graph import assessments
from graph.assessments import CriterionText
from graph.errors import Conflict, Invalid, NotFound
from graph.ids import is_id, new_id

if TYPE_CHECKING:
    from flask.typing import ResponseReturnValue

    from app.records.conflicts import Difference
    from graph.assessments import Criterion, FrameworkPage


@blueprint.route("/afwegingskader/<framework_id>/criteria/nieuw", methods=["GET", "POST"])
@needs(Permission.EDIT_RECORDS)
def add_criterion(framework_id: str) -> ResponseReturnValue:
    """A new criterion, at the end."""
    page, form = _read(framework_id), CriterionForm()
    if not form.is_submitted():
        form.id.data = new_id()
        return _form(page, form), 200
    if (
        form.validate()
        and is_id(form.id.data)
        and _written(
            form, assessments.add_criterion, framework_id=framework_id, text=_text(form), criterion_id=form.id.data
        )
    ):
        flash(gettext("Criterium toegevoegd."), "ok")
        return _back(framework_id)
    return _form(page, form), 400


@blueprint.route("/afwegingskader/<framework_id>/criteria/<criterion_id>", methods=["GET", "POST"])
@needs(Permission.EDIT_RECORDS)
def change_criterion(framework_id: str, criterion_id: str) -> ResponseReturnValue:
    """Write it differently."""
    page = _read(framework_id)
    form = CriterionForm(data=_data(_there(page, criterion_id)))
    if not form.is_submitted():
        return _form(page, form, criterion_id), 200
    named: dict[str, Any] = {"framework_id": framework_id, "criterion_id": criterion_id, "text": _text(form)}
    try:
        if form.validate() and _written(form, assessments.change_criterion, version=form.seen_version, **named):
            flash(gettext("Bewaard."), "ok")
            return _back(framework_id)
    except Conflict:
        return _meanwhile(framework_id, criterion_id, form), 400
    return _form(page, form, criterion_id), 400


@blueprint.post("/afwegingskader/<framework_id>/criteria/<criterion_id>/<any(omhoog,omlaag,weg):act>")
@needs(Permission.EDIT_RECORDS)
def arrange(framework_id: str, criterion_id: str, act: str) -> ResponseReturnValue:
    """Move it up or down, or take it away."""
    actor = current_actor()
    named: dict[str, Any] = {"actor": actor, "framework_id": framework_id, "criterion_id": criterion_id}
    try:
        if act == "weg":
            graph().write(assessments.drop_criterion, **named)
            flash(gettext("Criterium weggehaald."), "ok")
        else:
            graph().write(assessments.move, **named, up=act == "omhoog")
    except Invalid as error:
        flash(str(message(error.reason)), "error")
    return _back(framework_id)


def _written(form: CriterionForm, work: Any, **named: Any) -> bool:
    try:
        graph().write(work, actor=current_actor(), **named)
    except Invalid as error:
        form.form_errors.append(message(error.reason))
    return not form.errors


def _meanwhile(framework_id: str, criterion_id: str, form: CriterionForm) -> str:
    """The form as it was sent, with what somebody else wrote meanwhile; who keeps it again has seen that."""
    page = _read(framework_id)
    data = _data(_there(page, criterion_id))
    form.version.data = str(data["version"])
    form.form_errors.append(gettext("Iemand wijzigde dit intussen. Bewaar opnieuw om uw tekst te gebruiken."))
    return _form(page, form, criterion_id, there_now(form, CriterionForm(formdata=None, data=data)))


def _there(page: FrameworkPage, criterion_id: str) -> Criterion:
    found = next((each for each in page.criteria if each.id == criterion_id), None)
    if found is None:
        raise NotFound(criterion_id)
    return found


def _data(there: Criterion) -> dict[str, Any]:
    return {"name": there.name, "description": there.description, "version": there.version}


def _text(form: CriterionForm) -> CriterionText:
    return CriterionText(form.name.data or "", form.description.data)


def _read(framework_id: str) -> FrameworkPage:
    return graph().read(assessments.version_page, actor=current_actor(), framework_id=framework_id)


def _form(
    page: FrameworkPage,
    form: CriterionForm,
    criterion_id: str | None = None,
    meanwhile: tuple[Difference, ...] = (),
) -> str:
    return render_template(
        "assessments/criterion.html", page=page, form=form, criterion_id=criterion_id, meanwhile=meanwhile
    )


def _back(framework_id: str) -> ResponseReturnValue:
    return redirect(url_for("assessments.version", framework_id=framework_id, _anchor="criteria"), 303)
