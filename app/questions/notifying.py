"""Switching mails about new answers on and off."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import flash, redirect, request, url_for
from flask_babel import gettext

from app.access import Permission, current_actor, needs
from app.database import graph
from app.formatting import number
from app.logs import event
from app.questions import blueprint
from app.questions.forms import AlertForm
from app.questions.showing import answered
from graph import questions
from graph.errors import Invalid, NotFound
from graph.properties import Reason
from graph.questions import alerts, saved
from graph.questions.answers import MOST_WATCHED
from graph.questions.saved import Rhythm

if TYPE_CHECKING:
    from flask.typing import ResponseReturnValue


@blueprint.post("/vragen/<question_id>/mail")
@needs(Permission.KEEP_QUESTIONS)
def switch_on(question_id: str) -> ResponseReturnValue:
    """Tell a colleague, or oneself, of new answers."""
    actor, form = current_actor(), AlertForm()
    one = graph().read(saved.read, actor=actor, question_id=question_id)
    form.offer(graph().read(alerts.reviewers, actor=actor))
    if not form.validate_on_submit():
        return answered(graph().read(questions.answers, actor=actor, question=one.question), one=one, telling=form), 400
    weekday = int(form.hoe_vaak.data)
    try:
        graph().write(
            alerts.switch_on,
            actor=actor,
            question_id=question_id,
            account_id=form.wie.data,
            rhythm=Rhythm.WEEKLY if weekday else Rhythm.DAILY,
            weekday=weekday or 1,
        )
    except Invalid as error:
        form.wie.errors = [_refused(error)]
        return answered(graph().read(questions.answers, actor=actor, question=one.question), one=one, telling=form), 400
    event("question alert on")
    flash(
        gettext(
            "De mail staat aan. Alleen nieuwe antwoorden komen in de mail; is er niets nieuws, dan komt er geen mail."
        ),
        "ok",
    )
    return _back(question_id)


@blueprint.post("/vragen/<question_id>/mail/stoppen")
@needs(Permission.KEEP_QUESTIONS)
def switch_off(question_id: str) -> ResponseReturnValue:
    """Stop the mails to somebody."""
    actor = current_actor()
    graph().write(alerts.switch_off, actor=actor, question_id=question_id, account_id=request.form.get("wie", "")[:64])
    event("question alert off")
    flash(gettext("De mail staat uit."), "ok")
    try:
        graph().read(saved.read, actor=actor, question_id=question_id)
    except NotFound:
        # Who was told of somebody's own question no longer sees it.
        return redirect(url_for("questions.index"), 303)
    return _back(question_id)


def _refused(error: Invalid) -> str:
    if error.reason == Reason.TOO_MANY:
        return gettext(
            "Deze vraag heeft meer dan %(most)s antwoorden. Maak de vraag smaller, dan kan er een mail bij.",
            most=number(MOST_WATCHED),
        )
    return gettext("Deze collega kan geen mail krijgen, of de vraag kan niet meer. Kies iets anders.")


def _back(question_id: str) -> ResponseReturnValue:
    return redirect(url_for("questions.kept", question_id=question_id), 303)
