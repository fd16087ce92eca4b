"""The list of what waits for an answer, one of them, and the answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import current_app, flash, redirect, render_template, request, url_for
from flask_babel import gettext

from app import mail, submitted
from app.access import Permission, current_actor, needs
from app.database import graph
from app.logs import event
from app.moderation import asked, blueprint, letters
from app.moderation.comparing import compare
from app.moderation.forms import AcceptForm, RefuseForm
from app.paging import PAGE_SIZE, Paging, asked_page, every_row
from app.spreadsheet import table_file
from graph import sessions, submissions
from graph.errors import AlreadyExists, Conflict, Invalid, NotFound
from graph.submissions import Answer, SubmissionKind

if TYPE_CHECKING:
    from flask import Response
    from flask.typing import ResponseReturnValue

    from graph.submissions import Chosen, Sent


@blueprint.get("/beheer/aanmeldingen")
@needs(Permission.MODERATE)
def queue() -> str:
    """What waits, the oldest first; or what was answered."""
    page, selection = asked_page(), asked.selection()
    skip = (page - 1) * PAGE_SIZE
    found = graph().read(submissions.listing, actor=current_actor(), selection=selection, skip=skip, limit=PAGE_SIZE)
    return render_template(
        "moderation/queue.html",
        found=found,
        filters=asked.filters(found),
        paging=Paging(page, found.total),
        name_of=asked.name_of,
    )


@blueprint.get("/beheer/aanmeldingen.<any(csv, xlsx):form>")
@needs(Permission.MODERATE)
def download(form: str) -> Response:
    """What the list shows, all pages of it, as a file."""
    actor, selection = current_actor(), asked.selection()
    found = every_row(
        lambda skip, limit: graph().read(submissions.rows, actor=actor, selection=selection, skip=skip, limit=limit)
    )
    return table_file(form, "aanmeldingen", asked.HEADINGS, (asked.row(each) for each in found))


@blueprint.get("/beheer/aanmeldingen/<submission_id>")
@needs(Permission.MODERATE)
def show(submission_id: str) -> str:
    """One submission with what it would change."""
    return _page(_read(submission_id), RefuseForm(formdata=None))


@blueprint.post("/beheer/aanmeldingen/<submission_id>/overnemen")
@needs(Permission.MODERATE)
def accept(submission_id: str) -> ResponseReturnValue:
    """Take it over, and answer by mail."""
    sent, form, token = _read(submission_id), AcceptForm(), sessions.new_token()
    try:
        answer = _accepted(sent, form, token)
    except (Conflict, NotFound):  # answered, changed or removed since it was read
        return _too_late(submission_id)
    except AlreadyExists:
        flash(gettext("Het account met dit e-mailadres is uitgeschakeld. Vraag het de beheerder."), "warning")
        return redirect(url_for("moderation.show", submission_id=submission_id), 303)
    if mail.went(current_app.config["SETTINGS"], letters.accepted(answer, token)):
        flash(gettext("Overgenomen. %(name)s krijgt een mail.", name=sent.submission.sender_name), "ok")
    else:
        _not_mailed(gettext("Overgenomen."), sent)
    if answer.dropped:
        flash(gettext("Wat er niet meer staat, viel weg. Kies bij het initiatief een ander gebied of doel."), "info")
    if answer.hidden:
        flash(_now_hidden(sent), "info")
    event("submission accepted")
    return redirect(url_for("moderation.queue"), 303)


@blueprint.post("/beheer/aanmeldingen/<submission_id>/weigeren")
@needs(Permission.MODERATE)
def refuse(submission_id: str) -> ResponseReturnValue:
    """Refuse with a reason, which goes by mail."""
    sent, form = _read(submission_id), RefuseForm()
    if not form.validate():
        return _page(sent, form), 400
    named = {"actor": current_actor(), "submission_id": submission_id, "reason": form.reason.data}
    try:
        answer = graph().write(submissions.refuse, **named)
    except Invalid as error:
        submitted.refuse(form, error)
        return _page(sent, form), 400
    except Conflict:
        return _page(_read(submission_id), form, unkept=form.reason.data), 409
    if mail.went(current_app.config["SETTINGS"], letters.refused(answer, form.reason.data)):
        flash(gettext("Niet overgenomen. %(name)s krijgt een mail.", name=sent.submission.sender_name), "ok")
    else:
        _not_mailed(gettext("Niet overgenomen."), sent)
    event("submission refused")
    return redirect(url_for("moderation.queue"), 303)


@blueprint.post("/beheer/aanmeldingen/<submission_id>/oppakken")
@needs(Permission.MODERATE)
def take_up(submission_id: str) -> ResponseReturnValue:
    """Somebody takes up a question to meet."""
    try:
        graph().write(submissions.mark_seen, actor=current_actor(), submission_id=submission_id)
    except Conflict:
        return _too_late(submission_id)
    flash(gettext("U pakt deze vraag op. De vraag is van de lijst."), "ok")
    return redirect(url_for("moderation.queue"), 303)


def _accepted(sent: Sent, form: AcceptForm, token: str) -> Answer:
    actor, submission_id = current_actor(), sent.submission.id
    if sent.submission.kind is SubmissionKind.CHANGE:
        return graph().write(
            submissions.accept_change, actor=actor, submission_id=submission_id, version=form.seen_version
        )
    if sent.submission.kind is SubmissionKind.CLAIM:
        return graph().write(submissions.accept_claim, actor=actor, submission_id=submission_id, token=token)
    return graph().write(
        submissions.accept_sign_up,
        actor=actor,
        submission_id=submission_id,
        publish="publiceer" in request.form,
        token=token,
    )


def _not_mailed(done: str, sent: Sent) -> None:
    named = {"name": sent.submission.sender_name, "email": sent.submission.sender_email}
    flash(done, "ok")
    flash(gettext("De mail aan %(name)s ging niet weg. Mail zelf naar %(email)s.", **named), "warning")


def _now_hidden(sent: Sent) -> str:
    return gettext(
        "%(name)s stond met naam op openbare pagina’s en kiest nu van niet. Die naam staat nu nergens openbaar.",
        name=sent.submission.sender_name,
    )


def _too_late(submission_id: str) -> ResponseReturnValue:
    flash(gettext("Iemand wijzigde dit intussen. Kijk hieronder hoe het nu staat."), "warning")
    return redirect(url_for("moderation.show", submission_id=submission_id), 303)


def _read(submission_id: str) -> Sent:
    return graph().read(submissions.read, actor=current_actor(), submission_id=submission_id)


def _page(sent: Sent, form: RefuseForm, *, unkept: str | None = None) -> str:
    """One submission; with the reason that was typed (`unkept`) when somebody else answered first."""
    is_change = sent.submission.kind is SubmissionKind.CHANGE
    return render_template(
        "moderation/show.html",
        sent=sent,
        says=sent.submission.says,
        form=form,
        unkept=unkept,
        chosen=_chosen(sent),
        comparison=graph().read(compare, actor=current_actor(), sent=sent) if is_change else None,
    )


def _chosen(sent: Sent) -> Chosen | None:
    """The area and goal that a sign-up chose; None for anything else."""
    if sent.submission.kind is not SubmissionKind.SIGN_UP:
        return None
    return graph().read(submissions.chosen, actor=current_actor(), draft=sent.submission.says)
