"""One question at a time: a form with one field, and a way to leave it for later."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from flask import abort, flash, redirect, render_template, request
from flask_babel import gettext
from flask_babel import lazy_gettext as _

from app.access import Permission, current_actor, needs
from app.database import graph
from app.logs import event
from app.missing import blueprint
from app.proposals import ProposalForm
from app.records import offers, writing
from app.records.conflicts import find_clash
from app.records.forms.initiative import InitiativeForm
from app.records.reading import record_of
from app.submitted import refuse
from graph import missing, submissions
from graph.errors import Conflict, Invalid
from graph.ids import is_id
from graph.missing import Question
from graph.model import Kind

if TYPE_CHECKING:
    from flask.typing import ResponseReturnValue
    from flask_wtf import FlaskForm

    from app.records.conflicts import Clash

HERE = "/aanvullen"
QUESTIONS = {
    "contact": _("Wie van de gemeente is het vaste aanspreekpunt?"),
    "areas": _("In welke buurt of wijk gebeurt het?"),
    "goals": _("Aan welk doel draagt het bij?"),
    "themes": _("Over welk thema gaat het?"),
    "summary": _("Wat gebeurt er, in één zin?"),
    "description": _("Wat is het verhaal?"),
    "status": _("Hoe ver is het?"),
    "started_on": _("Wanneer begon het?"),
    "website": _("Is er een website?"),
}


@blueprint.get(HERE)
@needs(Permission.FILL_IN)
def ask() -> ResponseReturnValue:
    """The next question, or that nothing is missing."""
    asked = graph().read(missing.question, actor=current_actor())
    return _page(asked, _form(asked) if asked else None)


@blueprint.post(HERE)
@needs(Permission.FILL_IN)
def answer() -> ResponseReturnValue:
    """Keep the answer, or leave the question for later; then comes the next."""
    actor = current_actor()
    record_id, name = request.form.get("initiatief", ""), request.form.get("veld", "")
    if not is_id(record_id) or name not in missing.fields_of(actor):
        abort(400)
    if "later" in request.form:
        graph().write(missing.put_aside, actor=actor, record_id=record_id, field=name)
        event("question put aside")
        return redirect(HERE, 303)
    return (_fill_in if actor.may(Permission.EDIT_RECORDS) else _propose)(record_id, name)


def _fill_in(record_id: str, name: str) -> ResponseReturnValue:
    loaded = record_of(Kind.INITIATIVE, record_id)
    form = _only(InitiativeForm(), name)
    asked = Question(record_id, loaded.name, loaded.now.version, name, mine=False)
    offers.fill(form.link_fields)
    if "zoek" in request.form:
        return _page(asked, form)
    if not form[name].data:
        form[name].errors = [*form[name].errors, gettext("Vul iets in, of kies ‘Weet ik niet, later’.")]
        return _page(asked, form), 400
    try:
        if not form.validate() or not writing.change(form, record_id, loaded.now):
            return _page(asked, form), 400
    except Conflict:
        present = record_of(Kind.INITIATIVE, record_id)
        clash = find_clash(form, present, actor=current_actor(), graph=graph())
        # Who sends it again has seen what is there now.
        form.version.data = str(clash.version)
        return _page(replace(asked, version=clash.version), form, clash), 409
    return _thank(record_id, name, gettext("Bewaard. Dank u wel."))


def _propose(record_id: str, name: str) -> ResponseReturnValue:
    actor = current_actor()
    initiative = graph().read(submissions.own, actor=actor, initiative_id=record_id)
    form = _only(ProposalForm(), name)
    asked = Question(record_id, initiative.name, initiative.version, name, mine=True)
    try:
        if form.validate():
            graph().write(
                submissions.propose,
                actor=actor,
                submission_id=form.id.data,
                initiative_id=record_id,
                version=form.seen_version,
                properties={name: form[name].data},
            )
            return _thank(record_id, name, gettext("Uw voorstel is verstuurd. De gemeente kijkt ernaar."))
    except Invalid as error:
        if error.field == "form":
            form[name].errors = [gettext("Vul iets in, of kies ‘Weet ik niet, later’.")]
        else:
            refuse(form, error)
    return _page(asked, form), 400


def _thank(record_id: str, name: str, words: str) -> ResponseReturnValue:
    """An answer is not asked for again, also not while the municipality still looks at it."""
    graph().write(missing.put_aside, actor=current_actor(), record_id=record_id, field=name)
    event("question answered")
    flash(words, "ok")
    return redirect(HERE, 303)


def _form(asked: Question) -> FlaskForm:
    actor = current_actor()
    if not actor.may(Permission.EDIT_RECORDS):
        initiative = graph().read(submissions.own, actor=actor, initiative_id=asked.id)
        return _only(ProposalForm.of(initiative), asked.field)
    form = _only(InitiativeForm(formdata=None, data={"id": asked.id, "version": asked.version}), asked.field)
    offers.fill(form.link_fields)
    return form


def _only(form: Any, name: str) -> Any:
    """The form with one field; what it does not ask stays as it is."""
    kept = {"id", "version", "csrf_token", name} | ({"status_since"} if name == "status" else set())
    for each in [field.short_name for field in form if field.short_name not in kept]:
        del form[each]
    return form


def _page(asked: Question | None, form: FlaskForm | None, clash: Clash | None = None) -> str:
    words = QUESTIONS[asked.field] if asked else None
    return render_template(
        "missing/question.html", asked=asked, form=form, words=words, kind=Kind.INITIATIVE, clash=clash
    )
