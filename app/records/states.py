"""Publish, end, reopen and remove a record; who saw an older version is asked again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import flash, redirect, render_template, request
from flask_babel import gettext
from flask_babel import lazy_gettext as _

from app.access import Permission, current_actor, needs
from app.addresses import address, listing
from app.choices import choice
from app.database import graph
from app.records.conflicts import there_now
from app.records.forms.state import EndForm, StateForm
from app.records.messages import message
from app.records.reading import Loaded, record_of
from app.records.rules import for_each_kind
from graph import clock, records
from graph.errors import Conflict, Invalid
from graph.model import Visibility

if TYPE_CHECKING:
    from flask.typing import ResponseReturnValue

    from app.records.conflicts import Difference
    from graph.model import Kind

SHOWN = {
    Visibility.PUBLISHED: _("Gepubliceerd. Iedereen kan het nu zien."),
    Visibility.DRAFT: _("Dit is nu een concept."),
}


@for_each_kind("<record_id>/zichtbaarheid", "POST")
@needs(Permission.EDIT_RECORDS)
def show(kind: Kind, record_id: str) -> ResponseReturnValue:
    """Publish the record, or take it back to draft."""
    loaded = record_of(kind, record_id)
    visibility = choice(Visibility, request.form.get("zichtbaar"))
    if visibility not in SHOWN:
        return _ask("visibility", loaded, StateForm(), 400)
    try:
        version = StateForm().seen_version
        graph().write(records.show, actor=current_actor(), record_id=record_id, version=version, visibility=visibility)
    except Conflict:
        return _ask("visibility", record_of(kind, record_id), StateForm(), 409)
    except Invalid as error:
        flash(str(message(error.reason)), "error")
        return redirect(address(kind, record_id), 303)
    flash(str(SHOWN[visibility]), "ok")
    return redirect(address(kind, record_id), 303)


@for_each_kind("<record_id>/beeindigen")
@needs(Permission.EDIT_RECORDS)
def ask_end(kind: Kind, record_id: str) -> ResponseReturnValue:
    """Ask from which day the record no longer counts."""
    return _ask("end", record_of(kind, record_id), EndForm(formdata=None, data={"on": clock.today()}), 200)


@for_each_kind("<record_id>/beeindigen", "POST")
@needs(Permission.EDIT_RECORDS)
def end(kind: Kind, record_id: str) -> ResponseReturnValue:
    """End the record."""
    form = EndForm()
    if not form.validate():
        return _ask("end", record_of(kind, record_id), form, 400)
    actor, version = current_actor(), form.seen_version
    record_of(kind, record_id)
    try:
        graph().write(records.end, actor=actor, record_id=record_id, version=version, on=form.day)
    except Invalid as error:
        form.on.errors = [message(error.reason)]
        return _ask("end", record_of(kind, record_id), form, 400)
    except Conflict:
        return _ask("end", record_of(kind, record_id), form, 409)
    flash(gettext("Beëindigd. De geschiedenis blijft bewaard."), "ok")
    return redirect(address(kind, record_id), 303)


@for_each_kind("<record_id>/heropenen", "POST")
@needs(Permission.EDIT_RECORDS)
def reopen(kind: Kind, record_id: str) -> ResponseReturnValue:
    """Take back that the record ended."""
    form, loaded = StateForm(), record_of(kind, record_id)
    try:
        graph().write(records.reopen, actor=current_actor(), record_id=record_id, version=form.seen_version)
    except Conflict:
        return _ask("reopen", record_of(kind, record_id), form, 409)
    except Invalid as error:
        flash(str(message(error.reason)), "error")
        return _ask("reopen", loaded, form, 400)
    flash(gettext("Heropend. Het telt weer mee."), "ok")
    return redirect(address(kind, record_id), 303)


@for_each_kind("<record_id>/verwijderen")
@needs(Permission.EDIT_RECORDS)
def ask_remove(kind: Kind, record_id: str) -> ResponseReturnValue:
    """Ask whether the record must really go."""
    return _ask("remove", record_of(kind, record_id), StateForm(formdata=None), 200)


@for_each_kind("<record_id>/verwijderen", "POST")
@needs(Permission.EDIT_RECORDS)
def remove(kind: Kind, record_id: str) -> ResponseReturnValue:
    """Remove the record."""
    form, loaded = StateForm(), record_of(kind, record_id)
    try:
        graph().write(records.remove, actor=current_actor(), record_id=record_id, version=form.seen_version)
    except Conflict:
        return _ask("remove", record_of(kind, record_id), form, 409)
    except Invalid as error:
        flash(str(message(error.reason)), "error")
        return redirect(address(kind, record_id), 303)
    flash(gettext("‘%(name)s’ is verwijderd.", name=loaded.name), "ok")
    return redirect(listing(kind) or "/vandaag", 303)


def _ask(act: str, loaded: Loaded, form: StateForm, code: int) -> ResponseReturnValue:
    """The question before `act`: end, reopen, remove or visibility; with code 409 it says that the record changed."""
    if code != 400:  # noqa: PLR2004 — what was typed was about the version that this person saw
        form.version.data = str(loaded.now.version)
    changed = code == 409  # noqa: PLR2004
    ended_on = loaded.now.properties.get("until")
    meanwhile: tuple[Difference, ...] = ()
    if changed and ended_on and isinstance(form, EndForm):
        meanwhile = there_now(form, EndForm(formdata=None, data={"on": ended_on}))
    page = render_template(
        f"records/{act}.html", record=loaded, kind=loaded.kind, form=form, changed=changed, meanwhile=meanwhile
    )
    return page, code
