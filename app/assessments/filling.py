"""Begin an assessment, fill it in, and decide; what is not finished is kept as a draft."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from flask import flash, redirect, render_template, request, url_for
from flask_babel import force_locale, gettext

from app.access import Permission, current_actor, needs, public
from app.as_of import dated
from app.assessments import blueprint, words
from app.assessments.forms import TellForm, form_for
from app.database import graph
from app.records import conflicts
from app.records.messages import message
from graph import assessments, audit, clock, initiatives
from graph.errors import Conflict, Invalid
from graph.ids import new_id
from graph.model import Link

if TYPE_CHECKING:
    import datetime as dt

    from flask.typing import ResponseReturnValue

    from app.assessments.forms import FillForm
    from app.records.conflicts import Difference
    from graph.assessments import AssessmentPage


@blueprint.get("/afwegingen/<assessment_id>")
@public
@dated
def show(assessment_id: str) -> str:
    """One assessment; the public sees it once it is published."""
    page = read(assessment_id)
    return shown(page, TellForm(formdata=None))


@blueprint.post("/initiatieven/<initiative_id>/afwegen")
@needs(Permission.EDIT_RECORDS)
def begin(initiative_id: str) -> ResponseReturnValue:
    """Begin under the version that holds today."""
    about = graph().read(initiatives.page, actor=current_actor(), initiative_id=initiative_id).facts
    with force_locale("nl"):
        name = gettext("Afweging over %(name)s", name=about.name[:250])
    named: dict[str, Any] = {"initiative_id": initiative_id, "name": name, "assessment_id": new_id()}
    try:
        made = graph().write(assessments.begin, actor=current_actor(), **named)
    except Invalid:
        flash(gettext("De raad heeft nog geen afwegingskader vastgesteld. Stel eerst een kader vast."), "warning")
        return redirect(url_for("assessments.current"), 303)
    return redirect(url_for("assessments.fill", assessment_id=made), 303)


@blueprint.get("/afwegingen/<assessment_id>/invullen")
@needs(Permission.EDIT_RECORDS)
def fill(assessment_id: str) -> str:
    """The form with what was filled in so far."""
    page = read(assessment_id)
    return _form(page, _filled(page))


@blueprint.post("/afwegingen/<assessment_id>/invullen")
@needs(Permission.EDIT_RECORDS)
def keep(assessment_id: str) -> ResponseReturnValue:
    """Keep the draft, or decide."""
    page = read(assessment_id)
    form = form_for(page.answers)()
    page = _as_of(page, form.decided_on.data or clock.today())
    decides = "besluit" in request.form
    if not form.fits(complete=decides, similar=page.similar):
        return _form(page, form), 400
    try:
        _write(page, form, decides=decides)
    except Conflict:
        return _meanwhile(read(assessment_id), form), 400
    if form.errors:
        return _form(page, form), 400
    if decides:
        flash(gettext("Het besluit is vastgelegd. Vertel het nu aan het initiatief."), "ok")
    else:
        flash(gettext("Bewaard als concept. U kunt later verder."), "ok")
    return redirect(url_for("assessments.show", assessment_id=assessment_id), 303)


def _as_of(page: AssessmentPage, decided_on: dt.date) -> AssessmentPage:
    """The page with the cases that came before `decided_on`, as the form says it, beside it."""
    if page.case.told_on is not None:
        return page
    named: dict[str, Any] = {"actor": current_actor(), "assessment_id": page.case.id, "decided_on": decided_on}
    return replace(page, similar=graph().read(assessments.similar, **named))


def _filled(page: AssessmentPage) -> FillForm:
    case = page.case
    data: dict[str, Any] = {
        "asked_on": case.asked_on,
        "decided_on": case.decided_on,
        "outcome": case.outcome or "",
        "motivation": case.motivation,
        "deviation": case.deviation,
        "version": case.version,
    }
    for number, each in enumerate(page.answers, start=1):
        data |= {f"antwoord_{number}": each.answer or "", f"reden_{number}": each.because}
    return form_for(page.answers)(formdata=None, data=data)


def _write(page: AssessmentPage, form: FillForm, *, decides: bool) -> None:
    work = assessments.decide if decides else assessments.save
    named: dict[str, Any] = {"assessment_id": page.case.id, "version": form.seen_version, "draft": form.draft()}
    try:
        graph().write(work, actor=current_actor(), **named)
    except Invalid as error:
        if error.field in form:
            form[error.field].errors = [message(error.reason)]
        else:
            form.form_errors.append(message(error.reason))


def _meanwhile(page: AssessmentPage, form: FillForm) -> str:
    """The form as it was sent, with what somebody else wrote meanwhile; who keeps it again has seen that."""
    named: dict[str, Any] = {"record_id": page.case.id, "version": form.seen_version}
    lines = graph().read(audit.since_version, actor=current_actor(), **named)
    touched = conflicts.touched_since(lines, form.seen_version, page.case.version)
    if touched is not None:
        answered = " ".join(f"{line.old} {line.new}" for line in lines if line.field == Link.ANSWERS)
        for number, each in enumerate(page.answers, start=1):
            if each.criterion_id in answered:
                touched |= {f"antwoord_{number}", f"reden_{number}"}
    mine = [field for field in form if touched is None or field.short_name in touched]
    form.version.data = str(page.case.version)
    form.form_errors.append(
        gettext("Iemand wijzigde deze afweging intussen. Bewaar opnieuw om uw antwoorden te gebruiken.")
    )
    return _form(page, form, conflicts.there_now(mine, _filled(page)))


def read(assessment_id: str) -> AssessmentPage:
    """The assessment as this person may see it; raises NotFound."""
    return graph().read(assessments.page, actor=current_actor(), assessment_id=assessment_id)


def shown(page: AssessmentPage, form: TellForm) -> str:
    """The page of an assessment, for staff with the form to tell its outcome."""
    actor = current_actor()
    tells = actor.may(Permission.EDIT_RECORDS) and page.case.decided_on is not None and page.case.told_on is None
    named: dict[str, Any] = {"actor": actor, "assessment_id": page.case.id}
    form.version.data = str(page.case.version)
    return render_template(
        "assessments/page.html",
        page=page,
        words=words,
        form=form,
        tells=tells,
        recipient=graph().read(assessments.recipient, **named) if tells else None,
    )


def _form(page: AssessmentPage, form: FillForm, meanwhile: tuple[Difference, ...] = ()) -> str:
    near = {each.id for each in assessments.closest(page.similar)}
    return render_template("assessments/fill.html", page=page, form=form, words=words, near=near, meanwhile=meanwhile)
