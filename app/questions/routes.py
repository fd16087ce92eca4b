"""Asking: the questions there are, those that were kept, and the answers as a list, a network or a map."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import redirect, render_template, request, url_for

from app.access import Permission, current_actor, needs
from app.database import graph
from app.questions import asked, blueprint
from app.questions.forms import parameters_form, refuse
from app.questions.showing import answered
from graph import questions
from graph.errors import Invalid
from graph.questions import saved

if TYPE_CHECKING:
    from flask.typing import ResponseReturnValue

SIZE = 10


@blueprint.get("/vragen/antwoord")
@needs(Permission.SEE_DRAFTS)
def show() -> ResponseReturnValue:
    """The answers to the question in the address; the empty form when it says only which question."""
    if "vraag" not in request.args:
        return redirect(url_for("questions.index"))
    ask = asked.ask_of(request.args)
    form = parameters_form(ask, request.args)
    if not any(name in request.args for name in form.data):
        return render_template("questions/ask.html", ask=ask, form=form)
    try:
        question = asked.question_of(request.args)
        found = graph().read(questions.answers, actor=current_actor(), question=question)
    except Invalid as error:
        refuse(form, ask, error)
        return render_template("questions/ask.html", ask=ask, form=form), 400
    return answered(found, form=form)


@blueprint.get("/vragen/<question_id>")
@needs(Permission.SEE_DRAFTS)
def kept(question_id: str) -> ResponseReturnValue:
    """The answers to a kept question, and who is told of new ones."""
    actor = current_actor()
    return kept_page(graph().read(saved.read, actor=actor, question_id=question_id))


def kept_page(one: saved.Saved) -> ResponseReturnValue:
    """The page of a kept question; where what it names is gone, a form to ask it anew."""
    try:
        found = graph().read(questions.answers, actor=current_actor(), question=one.question)
    except Invalid as error:
        form = parameters_form(one.question.ask, asked.query_of(one.question))
        refuse(form, one.question.ask, error)
        return render_template("questions/ask.html", ask=one.question.ask, form=form, one=one), 200
    return answered(found, one=one)
