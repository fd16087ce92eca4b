"""Recording an interaction in two clicks or from a mail, and ticking off its next step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import flash, redirect, render_template, request, url_for
from flask_babel import format_date, gettext

from app.access import Permission, current_actor, needs
from app.addresses import address
from app.database import graph
from app.interactions import blueprint
from app.interactions.eml import LARGEST, NoMailError, read_mail
from app.interactions.forms import MailForm, QuickForm
from app.records import offers
from app.records.forms.interaction import InteractionForm
from app.submitted import refuse
from graph import clock, interactions, records
from graph.errors import Conflict, Invalid
from graph.ids import is_id, new_id
from graph.interactions import name_of
from graph.links import Tie
from graph.model import InteractionKind, Kind

if TYPE_CHECKING:
    from flask.typing import ResponseReturnValue

    from app.interactions.eml import Mail


@blueprint.get("/contactmomenten/vastleggen")
@needs(Permission.EDIT_RECORDS)
def new() -> ResponseReturnValue:
    """The short form on a page of its own, about the record in `?bij=`."""
    about = request.args.get("bij", "")
    if not is_id(about):
        return redirect(url_for("records.new", kind=Kind.INTERACTION), 303)
    return _quick(QuickForm.empty(about))


@blueprint.post("/contactmomenten/vastleggen")
@needs(Permission.EDIT_RECORDS)
def record() -> ResponseReturnValue:
    """Keep it and go back to the record it is about; the form comes back when something is wrong."""
    form = QuickForm()
    if not is_id(str(form.id.data)) or not is_id(str(form.about.data)):
        return redirect(url_for("interactions.index"), 303)
    if form.validate():
        try:
            graph().write(interactions.add, actor=current_actor(), **form.values())
        except Invalid as error:
            refuse(form, error)
        else:
            about = graph().read(records.read, actor=current_actor(), record_id=form.about.data)
            flash(gettext("Contactmoment vastgelegd. Alleen medewerkers zien het."), "ok")
            return redirect(address(about.kind, form.about.data), 303)
    return _quick(form), 400


@blueprint.get("/contactmomenten/mail")
@needs(Permission.EDIT_RECORDS)
def ask_mail() -> str:
    """Choose a mail to bring in."""
    return render_template("interactions/mail.html", form=MailForm(formdata=None))


@blueprint.post("/contactmomenten/mail")
@needs(Permission.EDIT_RECORDS)
def mail() -> ResponseReturnValue:
    """Show what the mail says and to whom it belongs, to be confirmed; nothing is kept yet."""
    form = MailForm()
    if not form.validate():
        return render_template("interactions/mail.html", form=form), 400
    try:
        found = read_mail(form.file.data.read(LARGEST + 1))
    except NoMailError:
        sentence = gettext("Dit bestand is geen mail, of is groter dan 10 MB. Kies een bestand dat eindigt op .eml.")
        form.file.errors = [sentence]
        return render_template("interactions/mail.html", form=form), 400
    return _confirm(found)


@blueprint.post("/contactmomenten/<interaction_id>/gedaan")
@needs(Permission.EDIT_RECORDS)
def done(interaction_id: str) -> ResponseReturnValue:
    """The next step was done."""
    text = request.form.get("version", "")
    version = int(text) if text.isascii() and text.isdigit() and len(text) < 10 else 0  # noqa: PLR2004
    try:
        graph().write(interactions.done, actor=current_actor(), interaction_id=interaction_id, version=version)
    except Conflict:
        flash(gettext("Iemand wijzigde dit net. Kijk wat er nu staat en probeer het opnieuw."), "warning")
    else:
        flash(gettext("Volgende stap gedaan."), "ok")
    return redirect(address(Kind.INTERACTION, interaction_id), 303)


def _quick(form: QuickForm) -> str:
    about = graph().read(records.read, actor=current_actor(), record_id=form.about.data)
    return render_template("interactions/new.html", form=form, kind=about.kind, name=about.properties["name"])


def _confirm(found: Mail) -> str:
    actor = current_actor()
    known = graph().read(interactions.known, actor=actor, addresses=found.addresses)
    ties = {
        name: [Tie(each.id) for each in known if each.kind is kind and each.id != actor.person_id]
        for name, kind in (
            ("initiatives", Kind.INITIATIVE),
            ("organisations", Kind.ORGANISATION),
            ("people", Kind.PERSON),
        )
    }
    data = {
        "id": new_id(),
        "name": name_of(found.subject) or gettext("Mail zonder onderwerp"),
        "interaction_kind": InteractionKind.MAIL,
        "happened_on": found.sent_on or clock.today(),
        "description": _story(found),
        "held_by": [Tie(actor.person_id)] if actor.person_id else [],
        **ties,
    }
    form = InteractionForm(formdata=None, data=data)
    offers.fill(form.link_fields)
    return render_template("interactions/confirm.html", form=form, mail=found, known=known)


def _story(found: Mail) -> str:
    head = [gettext("Van: %(sender)s", sender=found.sender)] if found.sender else []
    if found.sent_on:
        head.append(gettext("Verstuurd op: %(day)s", day=format_date(found.sent_on, "d MMMM y")))
    if found.subject:
        head.append(gettext("Onderwerp: %(subject)s", subject=found.subject))
    if found.attachments:
        head.append(gettext("Bijlagen, niet bewaard: %(names)s", names=", ".join(found.attachments)))
    return "\n\n".join(("\n\n".join(head), found.text)).strip()
