"""Tell the initiative what came of it: by mail from here, or because somebody already did."""

from __future__ import annotations

import smtplib
from typing import TYPE_CHECKING, Any

from flask import current_app, flash, redirect, render_template, url_for
from flask_babel import force_locale, gettext
from flask_babel import lazy_gettext as _

from app import mail
from app.access import Permission, current_actor, needs
from app.assessments import blueprint, words
from app.assessments.filling import read, shown
from app.assessments.forms import TellForm
from app.database import graph
from app.logs import event
from app.records.messages import message
from graph import assessments, clock
from graph.errors import Conflict, Invalid
from graph.properties import Reason

if TYPE_CHECKING:
    import datetime as dt
    from email.message import EmailMessage

    from flask.typing import ResponseReturnValue

    from app.config import Settings
    from graph.assessments import AssessmentPage, Recipient

_LONGEST_IN_SUBJECT = 120


@blueprint.post("/afwegingen/<assessment_id>/vertellen")
@needs(Permission.EDIT_RECORDS)
def tell(assessment_id: str) -> ResponseReturnValue:
    """Record that it was told, and send the mail when asked; a mail that does not go takes it back."""
    page, form = read(assessment_id), TellForm()
    recipient = graph().read(assessments.recipient, actor=current_actor(), assessment_id=assessment_id)
    by_mail = form.how.data == "mail"
    if not form.validate() or not _can(page, form, recipient, by_mail=by_mail):
        return shown(page, form), 400
    if by_mail and recipient:
        return _by_mail(page, form, recipient)
    if not _written(page, form, form.told_on.data):
        return shown(page, form), 400
    flash(gettext("Bewaard dat u het hebt verteld. U kunt de afweging nu publiceren."), "ok")
    return _back(page)


def letter(page: AssessmentPage, to: Recipient) -> EmailMessage:
    """The outcome, in Dutch, with the reasons and where to ask about it."""
    settings: Settings = current_app.config["SETTINGS"]
    about = page.case.initiative
    with force_locale("nl"):
        text = render_template(
            "email/assessments/outcome.txt",
            to=to,
            page=page,
            words=words,
            municipality=settings.municipality_name,
            framework=settings.address + url_for("assessments.version", framework_id=page.case.framework.id),
            answer=settings.address + f"/initiatieven/{about.id}/bericht",
        )
        subject = gettext(
            "Uitkomst van onze afweging over %(name)s", name=" ".join(about.name.split())[:_LONGEST_IN_SUBJECT]
        )
    return mail.compose(settings, to=to.email, subject=subject, text=text, name=" ".join(to.name.split()))


def _by_mail(page: AssessmentPage, form: TellForm, to: Recipient) -> ResponseReturnValue:
    """Write that it was told only for a letter that can be made, and take it back for one that does not go."""
    today = clock.today()
    try:
        composed = letter(page, to)
    except mail.Refused:
        return _not_sent(page, form)
    if not _written(page, form, today):
        return shown(page, form), 400
    try:
        mail.deliver(current_app.config["SETTINGS"], composed)
    except (OSError, smtplib.SMTPException):
        graph().write(assessments.untell, actor=current_actor(), assessment_id=page.case.id, on=today)
        return _not_sent(read(page.case.id), form)
    event("assessment told")
    flash(gettext("Verteld. %(name)s krijgt een mail. U kunt de afweging nu publiceren.", name=to.name), "ok")
    return _back(page)


def _not_sent(page: AssessmentPage, form: TellForm) -> ResponseReturnValue:
    form.how.errors = [gettext("De mail ging niet weg. Probeer het later opnieuw, of vertel het zelf.")]
    return shown(page, form), 503


def _back(page: AssessmentPage) -> ResponseReturnValue:
    return redirect(url_for("assessments.show", assessment_id=page.case.id), 303)


def _can(page: AssessmentPage, form: TellForm, recipient: Recipient | None, *, by_mail: bool) -> bool:
    if page.case.decided_on is None:
        form.told_on.errors = [message(Reason.NOT_DECIDED)]
        return False
    if by_mail and recipient is None:
        form.how.errors = [_("Wij weten geen mailadres van dit initiatief. Vertel het zelf en vul de dag in.")]
    if not by_mail and form.told_on.data is None:
        form.told_on.errors = [_("Dit is nog leeg. Vul een datum in.")]
    return not form.errors


def _written(page: AssessmentPage, form: TellForm, on: dt.date | None) -> bool:
    named: dict[str, Any] = {"assessment_id": page.case.id, "version": form.seen_version, "on": on}
    try:
        graph().write(assessments.tell, actor=current_actor(), **named)
    except Conflict:
        form.form_errors.append(gettext("Iemand wijzigde deze afweging intussen. Kijk eerst of het nog klopt."))
    except Invalid as error:
        form.told_on.errors = [message(error.reason)]
    return not form.errors
