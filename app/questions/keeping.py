"""Keeping a question under a name, changing it and removing it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import flash, redirect, render_template, request, url_for
from flask_babel import gettext

from app.access import Permission, current_actor, needs
from app.database import graph
from app.logs import event
from app.questions import asked, blueprint
from app.questions.forms import FOR_ALL, FOR_ME, KeepForm, parameters_form, refuse
from app.questions.showing import answered
from app.records.conflicts import there_now
from graph import questions
from graph.errors import Conflict, Invalid
from graph.ids import is_id, new_id
from graph.questions import Parameter, Question, alerts, saved

if TYPE_CHECKING:
    from flask.typing import ResponseReturnValue
    from flask_wtf import FlaskForm

    from app.records.conflicts import Difference
    from graph.rights import Actor
    from graph.store import Transaction

LONGEST_VERSION = 9


@blueprint.post("/vragen")
@needs(Permission.KEEP_QUESTIONS)
def keep() -> ResponseReturnValue:
    """Keep the question that was asked."""
    form, actor = KeepForm(), current_actor()
    ask = asked.ask_of(request.form)
    parameters = parameters_form(ask, request.form)
    try:
        question = asked.question_of(request.form)
        found = graph().read(questions.answers, actor=actor, question=question)
    except Invalid as error:
        refuse(parameters, ask, error)
        return render_template("questions/ask.html", ask=ask, form=parameters), 400
    question_id = form.id.data if is_id(form.id.data or "") else new_id()
    if not form.validate_on_submit() or not _kept(form, question_id, question):
        return answered(found, form=parameters, keeping=form), 400
    event("question kept")
    flash(gettext("De vraag is bewaard. U kunt nu een mail krijgen bij nieuwe antwoorden."), "ok")
    return redirect(url_for("questions.kept", question_id=question_id), 303)


@blueprint.get("/vragen/<question_id>/wijzigen")
@needs(Permission.KEEP_QUESTIONS)
def edit(question_id: str) -> ResponseReturnValue:
    """The form with the question as it is."""
    one = graph().read(saved.changeable, actor=current_actor(), question_id=question_id)
    return _edit_page(one, *_forms(one))


@blueprint.post("/vragen/<question_id>/wijzigen")
@needs(Permission.KEEP_QUESTIONS)
def change(question_id: str) -> ResponseReturnValue:
    """Change what it asks, its name, or for whom it is."""
    one = graph().read(saved.changeable, actor=current_actor(), question_id=question_id)
    form, ask = KeepForm(), one.question.ask
    values = request.form.to_dict() | asked.query_of(Question(ask))
    parameters = parameters_form(ask, values)
    try:
        question = asked.question_of(values)
        question.check()
    except Invalid as error:
        refuse(parameters, ask, error)
        return _edit_page(one, form, parameters), 400
    if not form.validate_on_submit():
        return _edit_page(one, form, parameters), 400
    try:
        graph().write(_change, current_actor(), question_id, form, question)
    except Conflict:
        return _meanwhile(question_id, form, parameters), 409
    except Invalid as error:
        _say(form, parameters, question, error)
        return _edit_page(one, form, parameters), 400
    event("question changed")
    flash(gettext("Bewaard."), "ok")
    return redirect(url_for("questions.kept", question_id=question_id), 303)


@blueprint.post("/vragen/<question_id>/verwijderen")
@needs(Permission.KEEP_QUESTIONS)
def remove(question_id: str) -> ResponseReturnValue:
    """Remove it, with the mails about it."""
    graph().write(saved.remove, actor=current_actor(), question_id=question_id)
    event("question removed")
    flash(gettext("De vraag is weg. Niemand krijgt er nog mail over."), "ok")
    return redirect(url_for("questions.index"), 303)


def _kept(form: KeepForm, question_id: str, question: Question) -> bool:
    try:
        graph().write(
            saved.keep,
            actor=current_actor(),
            question_id=question_id,
            name=form.naam.data,
            is_shared=form.voor.data == FOR_ALL,
            question=question,
        )
    except Invalid:
        form.naam.errors = [gettext("Deze naam kan niet. Gebruik gewone letters, op één regel.")]
        return False
    return True


def _change(tx: Transaction, actor: Actor, question_id: str, form: KeepForm, question: Question) -> None:
    asks_else = saved.change(
        tx,
        actor=actor,
        question_id=question_id,
        version=_version(form.version.data or ""),
        name=form.naam.data,
        is_shared=form.voor.data == FOR_ALL,
        question=question,
    )
    if asks_else:
        alerts.begin_anew(tx, question_id=question_id)


def _version(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) <= LONGEST_VERSION else 0


def _say(form: KeepForm, parameters: FlaskForm, question: Question, error: Invalid) -> None:
    if error.field in set(Parameter):
        refuse(parameters, question.ask, error)
    else:
        form.naam.errors = [gettext("Deze naam kan niet. Gebruik gewone letters, op één regel.")]


def _meanwhile(question_id: str, form: KeepForm, parameters: FlaskForm) -> str:
    """The form as it was sent, with what somebody else wrote meanwhile; who keeps it again has seen that."""
    one = graph().read(saved.changeable, actor=current_actor(), question_id=question_id)
    form.version.data = str(one.version)
    theirs, now = _forms(one)
    differences = there_now(form, theirs) + there_now(parameters, now)
    return _edit_page(one, form, parameters, differences)


def _forms(one: saved.Saved) -> tuple[KeepForm, FlaskForm]:
    """The forms of a question as it is."""
    data = {"version": one.version, "naam": one.name, "voor": FOR_ALL if one.is_shared else FOR_ME}
    return KeepForm(formdata=None, data=data), parameters_form(one.question.ask, asked.query_of(one.question))


def _edit_page(
    one: saved.Saved, form: KeepForm, parameters: FlaskForm, meanwhile: tuple[Difference, ...] | None = None
) -> str:
    return render_template("questions/change.html", one=one, form=form, parameters=parameters, meanwhile=meanwhile)
