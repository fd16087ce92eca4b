"""What happens to a commitment: another term, a term put right, the initiative is told, it is kept."""

from __future__ import annotations

import smtplib
from typing import TYPE_CHECKING, Any

from flask import current_app, flash, redirect, render_template, request
from flask_babel import gettext

from app import mail
from app.access import Permission, current_actor, needs
from app.addresses import address
from app.commitments import blueprint, letters
from app.commitments.forms import BY_MAIL, BY_OURSELVES, ActForm, CorrectForm, KeepForm, TellForm, TermForm
from app.database import graph
from app.records.conflicts import there_now
from graph import clock, commitments
from graph.errors import Conflict, Invalid, NotFound
from graph.model import Kind

if TYPE_CHECKING:
    from flask.typing import ResponseReturnValue

    from app.records.conflicts import Difference
    from graph.commitments import CommitmentPage
    from graph.timeline import Term


@blueprint.get("/afspraken/<commitment_id>/termijn")
@needs(Permission.EDIT_RECORDS)
def ask_term(commitment_id: str) -> ResponseReturnValue:
    """Ask for another term."""
    return _ask("term", _load(commitment_id), TermForm(formdata=None, data={"set_on": clock.today()}))


@blueprint.post("/afspraken/<commitment_id>/termijn")
@needs(Permission.EDIT_RECORDS)
def add_term(commitment_id: str) -> ResponseReturnValue:
    """Agree another term; the old one stays."""
    form, page = TermForm(), _load(commitment_id)
    refused = _done("term", page, form, commitments.add_term, term=lambda: form.term)
    if refused:
        return refused
    return _back_to_tell(page, gettext("De nieuwe termijn staat erbij. De oude blijft staan."))


@blueprint.get("/afspraken/<commitment_id>/termijnen/<term_id>/verbeteren")
@needs(Permission.EDIT_RECORDS)
def ask_correct(commitment_id: str, term_id: str) -> ResponseReturnValue:
    """Ask what a term that was written down wrong should have been."""
    page = _load(commitment_id)
    return _ask("correct", page, CorrectForm(formdata=None, data=_written(_term(page, term_id))))


@blueprint.post("/afspraken/<commitment_id>/termijnen/<term_id>/verbeteren")
@needs(Permission.EDIT_RECORDS)
def correct(commitment_id: str, term_id: str) -> ResponseReturnValue:
    """Put right a term that was written down wrong: it never was that day."""
    form, page = CorrectForm(), _load(commitment_id)
    _term(page, term_id)
    refused = _done("correct", page, form, commitments.correct_term, term_id=lambda: term_id, term=lambda: form.term)
    said = gettext("De termijn is verbeterd. Wat er stond, ziet u bij wat er gewijzigd is.")
    return refused or _back_to_tell(page, said)


@blueprint.get("/afspraken/<commitment_id>/vertellen")
@needs(Permission.EDIT_RECORDS)
def ask_tell(commitment_id: str) -> ResponseReturnValue:
    """Ask how the initiative is told."""
    page = _load(commitment_id)
    how = BY_MAIL if _recipients(page) else BY_OURSELVES
    return _ask("tell", page, TellForm(formdata=None, data={"how": how, "told_on": clock.today()}))


@blueprint.post("/afspraken/<commitment_id>/vertellen")
@needs(Permission.EDIT_RECORDS)
def tell(commitment_id: str) -> ResponseReturnValue:
    """Write that the initiative was told, by a mail that goes out now or before; a mail that fails takes it back."""
    form, page = TellForm(), _load(commitment_id)
    recipients = _recipients(page)
    if form.by_mail and not recipients:
        form.how.errors = [gettext("Wij weten geen openbaar adres. Vertel het zelf en vul de datum in.")]
        return _ask("tell", page, form, 400)
    refused = _done("tell", page, form, commitments.tell, told_on=lambda: form.day(clock.today()))
    if refused:
        return refused
    if not form.by_mail:
        return _back(page, gettext("Vastgelegd dat het initiatief dit weet."))
    try:
        for message in letters.told(page, recipients, form.words.data or ""):
            mail.deliver(current_app.config["SETTINGS"], message)
    except (OSError, smtplib.SMTPException, mail.Refused):
        version = form.seen_version + 1
        graph().write(commitments.untell, actor=current_actor(), commitment_id=page.id, version=version)
        form.how.errors = [gettext("De mail ging niet weg. Probeer het later opnieuw, of vertel het zelf.")]
        return _ask("tell", _load(commitment_id), form, 503)
    return _back(page, gettext("De mail is verstuurd. Vastgelegd dat het initiatief dit weet."))


@blueprint.get("/afspraken/<commitment_id>/nagekomen")
@needs(Permission.EDIT_RECORDS)
def ask_keep(commitment_id: str) -> ResponseReturnValue:
    """Ask when it was kept and what shows it."""
    return _ask("keep", _load(commitment_id), KeepForm(formdata=None, data={"kept_on": clock.today()}))


@blueprint.post("/afspraken/<commitment_id>/nagekomen")
@needs(Permission.EDIT_RECORDS)
def keep(commitment_id: str) -> ResponseReturnValue:
    """Write that it was kept."""
    form, page = KeepForm(), _load(commitment_id)
    refused = _done(
        "keep",
        page,
        form,
        commitments.keep,
        kept_on=lambda: form.kept_on.data,
        evidence=lambda: form.evidence.data,
    )
    return refused or _back(page, gettext("Vastgelegd dat dit is nagekomen."))


def _done(act: str, page: CommitmentPage, form: ActForm, work: Any, **values: Any) -> ResponseReturnValue | None:
    """None when `work` was done; else the page that says what is wrong, with everything that was typed."""
    if not form.validate():
        return _ask(act, page, form, 400)
    named = {name: value() for name, value in values.items()}
    try:
        graph().write(work, actor=current_actor(), commitment_id=page.id, version=form.seen_version, **named)
    except Invalid as error:
        form.refuse(error)
        return _ask(act, page, form, 400)
    except Conflict:
        return _ask(act, _load(page.id), form, 409)
    return None


def _load(commitment_id: str) -> CommitmentPage:
    return graph().read(commitments.page, actor=current_actor(), commitment_id=commitment_id)


def _term(page: CommitmentPage, term_id: str) -> Term:
    """The term of that id; raises NotFound."""
    found = next((each for each in page.commitment.terms if each.id == term_id), None)
    if found is None:
        raise NotFound(term_id)
    return found


def _written(term: Term) -> dict[str, Any]:
    """A term as the forms ask for it, without the reason."""
    return {"on": term.on, "no_term": term.on is None, "set_on": term.set_on}


def _recipients(page: CommitmentPage) -> tuple[Any, ...]:
    return graph().read(commitments.recipients, actor=current_actor(), commitment_id=page.id)


def _meanwhile(page: CommitmentPage, form: ActForm) -> tuple[Difference, ...]:
    """What the form would write over or add to, as it is now, where the form does not say the same."""
    now = page.commitment
    data: dict[str, Any]
    if isinstance(form, KeepForm) and now.kept_on:
        data = {"kept_on": now.kept_on, "evidence": now.evidence}
        return there_now(form, KeepForm(formdata=None, data=data))
    last = now.terms[-1] if now.terms else None
    if isinstance(form, TermForm) and last:
        data = _written(last) | {"reason": last.reason}
        return there_now(form, TermForm(formdata=None, data=data))
    if isinstance(form, CorrectForm):
        term = _term(page, (request.view_args or {})["term_id"])
        return there_now([form.on, form.no_term, form.set_on], CorrectForm(formdata=None, data=_written(term)))
    if isinstance(form, TellForm) and last and last.told_on:
        return there_now([form.told_on], TellForm(formdata=None, data={"told_on": last.told_on}))
    return ()


def _ask(act: str, page: CommitmentPage, form: ActForm, code: int = 200) -> ResponseReturnValue:
    if code != 400:  # noqa: PLR2004 — what was typed was about the version that this person saw
        form.version.data = str(page.version)
    recipients = _recipients(page) if act == "tell" else ()
    changed = code == 409  # noqa: PLR2004
    text = render_template(
        f"commitments/{act}.html",
        page=page,
        form=form,
        recipients=recipients,
        changed=changed,
        meanwhile=_meanwhile(page, form) if changed else (),
    )
    return text, code


def _back_to_tell(page: CommitmentPage, said: str) -> ResponseReturnValue:
    """To the agreement, with a way on to tell the initiative that waits for it."""
    if page.commitment.kept_on or not page.commitment.is_to_initiative:
        return _back(page, said)
    url = f"{address(Kind.COMMITMENT, page.id)}/vertellen"
    return _back(page, {"text": said, "url": url, "label": gettext("Vertel het initiatief")})


def _back(page: CommitmentPage, said: Any) -> ResponseReturnValue:
    flash(said, "ok")
    return redirect(address(Kind.COMMITMENT, page.id), 303)
