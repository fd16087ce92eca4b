"""Acts on a decision: take it, pause the clock, let it run again; who saw an older version looks again first."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from flask import flash, redirect, render_template
from flask_babel import gettext, ngettext

from app.access import Permission, current_actor, needs
from app.addresses import address
from app.database import graph
from app.decisions import blueprint
from app.decisions.forms import DecideForm, PauseForm, ReopenForm, ResumeForm
from app.records.conflicts import there_now
from graph import clock
from graph.decisions import acts, page
from graph.errors import Conflict, Invalid
from graph.model import Kind

if TYPE_CHECKING:
    from collections.abc import Callable

    from flask.typing import ResponseReturnValue

    from app.decisions.forms import _ActForm
    from app.records.conflicts import Difference
    from graph.decisions.page import DecisionPage


@blueprint.get("/besluiten/<decision_id>/besluit")
@needs(Permission.EDIT_RECORDS)
def ask_decide(decision_id: str) -> ResponseReturnValue:
    """Ask what was decided, why and when."""
    found = _page(decision_id)
    data = _decided(found) | {"decided_on": found.decision.decided_on or clock.today()}
    return _ask("decide", found, DecideForm(formdata=None, data=data))


@blueprint.post("/besluiten/<decision_id>/besluit")
@needs(Permission.EDIT_RECORDS)
def decide(decision_id: str) -> ResponseReturnValue:
    """Take the decision: the clock stops for everybody."""
    form, found = DecideForm(), _page(decision_id)
    waiting = found.waiting
    done = (
        ngettext(
            "Bewaard. De klok staat stil voor %(num)s initiatief.",
            "Bewaard. De klok staat stil voor %(num)s initiatieven.",
            waiting,
        )
        if waiting
        else gettext("Bewaard.")
    )
    values = {"decided_on": form.decided_on.data, "outcome": form.outcome.data, "reason": form.reason.data}
    return _act("decide", found, form, acts.decide, values, done)


@blueprint.get("/besluiten/<decision_id>/terugdraaien")
@needs(Permission.EDIT_RECORDS)
def ask_reopen(decision_id: str) -> ResponseReturnValue:
    """Ask why the decision is taken back."""
    return _ask("reopen", _page(decision_id), ReopenForm(formdata=None))


@blueprint.post("/besluiten/<decision_id>/terugdraaien")
@needs(Permission.EDIT_RECORDS)
def reopen(decision_id: str) -> ResponseReturnValue:
    """Take back what was recorded by mistake: everybody waits again."""
    form = ReopenForm()
    done = gettext("Het besluit is teruggedraaid. De klok loopt verder alsof er niets was besloten.")
    return _act("reopen", _page(decision_id), form, acts.reopen, {"because": form.because.data}, done)


@blueprint.get("/besluiten/<decision_id>/pauze")
@needs(Permission.EDIT_RECORDS)
def ask_pause(decision_id: str) -> ResponseReturnValue:
    """Ask from when the municipality waits for the applicant, and for what."""
    return _ask("pause", _page(decision_id), PauseForm(formdata=None, data={"since": clock.today()}))


@blueprint.post("/besluiten/<decision_id>/pauze")
@needs(Permission.EDIT_RECORDS)
def pause(decision_id: str) -> ResponseReturnValue:
    """Let the clock stand still."""
    form = PauseForm()
    values = {"since": form.since.data, "reason": form.reason.data}
    done = gettext("De klok staat stil. Deze dagen tellen voor niemand.")
    return _act("pause", _page(decision_id), form, acts.pause, values, done)


@blueprint.get("/besluiten/<decision_id>/hervatten")
@needs(Permission.EDIT_RECORDS)
def ask_resume(decision_id: str) -> ResponseReturnValue:
    """Ask from when the clock runs again."""
    return _ask("resume", _page(decision_id), ResumeForm(formdata=None, data={"until": clock.today()}))


@blueprint.post("/besluiten/<decision_id>/hervatten")
@needs(Permission.EDIT_RECORDS)
def resume(decision_id: str) -> ResponseReturnValue:
    """Let the clock run again."""
    form = ResumeForm()
    done = gettext("De klok loopt weer.")
    return _act("resume", _page(decision_id), form, acts.resume, {"until": form.until.data}, done)


def _page(decision_id: str) -> DecisionPage:
    return graph().read(page.page, actor=current_actor(), decision_id=decision_id)


def _act(
    act: str,
    found: DecisionPage,
    form: _ActForm,
    work: Callable[..., None],
    values: dict[str, Any],
    done: str,
) -> ResponseReturnValue:
    """Do `work` with what was typed and show the decision, or the form again with what is to be mended."""
    if not form.validate():
        return _ask(act, found, form, 400)
    decision_id = found.facts.id
    try:
        graph().write(work, actor=current_actor(), decision_id=decision_id, version=form.seen_version, **values)
    except Invalid as error:
        form.refuse(error)
        return _ask(act, found, form, 400)
    except Conflict:
        return _ask(act, _page(decision_id), form, 409)
    flash(done, "ok")
    return redirect(address(Kind.DECISION, decision_id), 303)


def _decided(found: DecisionPage) -> dict[str, Any]:
    known = found.decision
    return {"decided_on": known.decided_on, "outcome": known.outcome, "reason": known.reason}


def _meanwhile(found: DecisionPage, form: _ActForm) -> tuple[Difference, ...]:
    """The decision as somebody else recorded it, where the form does not say the same."""
    if found.decision.decided_on is None:
        return ()
    mine = form if isinstance(form, DecideForm) else DecideForm(formdata=None)
    return there_now(mine, DecideForm(formdata=None, data=_decided(found)))


def _ask(act: str, found: DecisionPage, form: _ActForm, code: int = 200) -> ResponseReturnValue:
    if code != 400:  # noqa: PLR2004 — what was typed was about the version that this person saw
        form.version.data = str(found.facts.version)
    changed = code == 409  # noqa: PLR2004
    text = render_template(
        f"decisions/{act}.html",
        page=found,
        record=found.decision,
        kind=Kind.DECISION,
        form=form,
        changed=changed,
        meanwhile=_meanwhile(found, form) if changed else (),
    )
    return text, code
