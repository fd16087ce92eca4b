"""For what a person may be contacted: per purpose the ground, the channels, and how we know."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import current_app, flash, redirect, render_template, url_for
from flask_babel import gettext
from flask_babel import lazy_gettext as _

from app.access import Permission, current_actor, needs
from app.addresses import address
from app.database import graph
from app.records import blueprint, conflicts
from app.records.conflicts import MINE, THEIRS, Clash, Difference
from app.records.forms.consent import NOT_ASKED, ConsentsForm, without_answer
from app.records.messages import message
from app.records.reading import Loaded, record_of
from graph import audit, consents
from graph.consents import Consent, Refusal
from graph.errors import Conflict, Invalid, NotFound
from graph.model import Kind, Purpose

if TYPE_CHECKING:
    from flask.typing import ResponseReturnValue
    from wtforms import FormField

NO_MUNICIPALITY = _("Wij weten nog niet welk gebied uw gemeente is. Maak eerst het gebied van uw gemeente.")


@blueprint.get("/personen/<record_id>/toestemming")
@needs(Permission.EDIT_RECORDS)
def consent(record_id: str) -> ResponseReturnValue:
    """What the person said so far."""
    loaded = record_of(Kind.PERSON, record_id)
    form = _now(record_id)
    form.version.data = str(loaded.now.version)
    return _page(loaded, form, 200)


@blueprint.post("/personen/<record_id>/toestemming")
@needs(Permission.EDIT_RECORDS)
def change_consent(record_id: str) -> ResponseReturnValue:
    """Write what the person said; who saw an older version chooses per purpose which answer holds."""
    loaded, form, answers = record_of(Kind.PERSON, record_id), ConsentsForm(), conflicts.chosen()
    if not form.validate():
        return _page(loaded, form, 400)
    if not conflicts.complete(answers):
        return _choose(form, loaded, _clash(form, loaded), asked_again=True), 400
    if answers:
        _settle(form, answers, _now(record_id))
    return _write(form, loaded)


def _write(form: ConsentsForm, loaded: Loaded) -> ResponseReturnValue:
    try:
        graph().write(
            consents.replace,
            actor=current_actor(),
            person_id=loaded.id,
            version=form.seen_version,
            consents=form.consents(),
            refusals=form.refusals(),
            municipality=current_app.config["SETTINGS"].municipality,
        )
    except Conflict:
        present = record_of(Kind.PERSON, loaded.id)
        clash = _clash(form, present)
        if clash.differences:
            return _choose(form, present, clash), 409
        form.version.data = str(clash.version)
        return _write(form, present)
    except Invalid as error:
        form.form_errors.append(message(error.reason))
    except NotFound:
        form.form_errors.append(NO_MUNICIPALITY)
    if form.errors:
        return _page(loaded, form, 400)
    flash(gettext("Bewaard. Alleen waarvoor iemand benaderd mag worden, komt op een lijst."), "ok")
    return redirect(address(Kind.PERSON, loaded.id), 303)


def _settle(form: ConsentsForm, answers: dict[str, str | None], there: ConsentsForm) -> None:
    """Take over what is there where that was chosen; then the form counts as having seen that version."""
    for purpose in Purpose:
        if answers.get(purpose) == THEIRS:
            form[purpose].process(None, there[purpose].data)
    form.version.data = conflicts.seen()


def _clash(form: ConsentsForm, present: Loaded) -> Clash:
    """For each purpose that the other changed: what is there now, what was sent, and the stricter one beforehand."""
    lines = graph().read(audit.since_version, actor=current_actor(), record_id=present.id, version=form.seen_version)
    touched, there = conflicts.touched_since(lines, form.seen_version, present.now.version), _now(present.id)
    differences = []
    for purpose in Purpose:
        theirs, mine = _answer(there, purpose), _answer(form, purpose)
        if theirs != mine and (touched is None or purpose in touched):
            label, chosen = str(form[purpose].label.text), _stricter(theirs, mine)
            differences.append(Difference(purpose.value, label, _words(there[purpose]), _words(form[purpose]), chosen))
    return conflicts.clash_of(present.now.version, lines, differences)


def _answer(form: ConsentsForm, purpose: Purpose) -> set[Consent | Refusal]:
    found: list[Consent | Refusal] = [*form.consents(), *form.refusals()]
    return {each for each in found if each.purpose is purpose}


def _stricter(theirs: set[Consent | Refusal], mine: set[Consent | Refusal]) -> str | None:
    """Which of both answers lets the person be reached in fewer ways, a no first; None when neither does."""
    now, sent = (_reach(side) for side in (theirs, mine))
    return THEIRS if now < sent else MINE if sent < now else None


def _reach(answer: set[Consent | Refusal]) -> frozenset[str]:
    """The channels that are open; who was not asked may still be reached in a function, after a no nobody is."""
    if any(isinstance(each, Refusal) for each in answer):
        return frozenset()
    return frozenset({"function", *(each.channel for each in answer if isinstance(each, Consent))})


def _words(part: FormField) -> str:
    """One purpose as people read it; without an answer the rest says nothing, and after a no the channels."""
    if not part.basis.data:
        return str(NOT_ASKED)
    found = [conflicts.in_words(part.basis)]
    if not part.form.is_no:
        found.append(conflicts.in_words(part.channels))
    found += [
        f"{field.label.text} {words}"
        for field in (part.source, part.given_on, part.review_on)
        if (words := conflicts.in_words(field))
    ]
    return "; ".join(found)


def _now(record_id: str) -> ConsentsForm:
    return ConsentsForm.of(graph().read(consents.answers, actor=current_actor(), person_id=record_id))


def _choose(form: ConsentsForm, present: Loaded, clash: Clash, *, asked_again: bool = False) -> str:
    action = url_for("records.change_consent", record_id=present.id)
    return conflicts.ask(form, present, clash, action, asked_again=asked_again)


def _page(loaded: Loaded, form: ConsentsForm, code: int) -> ResponseReturnValue:
    return render_template(
        "records/consents.html", record=loaded, form=form, without_answer=without_answer(loaded)
    ), code
