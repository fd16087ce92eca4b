"""Change a record; who saw an older version chooses per field which text stays."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import flash, redirect, render_template, request, url_for
from flask_babel import gettext

from app.access import Permission, current_actor, needs
from app.addresses import address
from app.database import graph
from app.records import offers, writing
from app.records.conflicts import Clash, ask, find_clash, settle
from app.records.forms import FORMS
from app.records.reading import record_of
from app.records.rules import for_each_kind
from graph.errors import Conflict

if TYPE_CHECKING:
    from flask.typing import ResponseReturnValue

    from app.records.forms.base import RecordForm
    from app.records.reading import Loaded
    from graph.model import Kind


@for_each_kind("<record_id>/wijzigen")
@needs(Permission.EDIT_RECORDS)
def edit(kind: Kind, record_id: str) -> str:
    """The form with the record as it is."""
    loaded = record_of(kind, record_id)
    form = FORMS[kind].of(loaded.now.properties, loaded.links)
    offers.fill(form.link_fields)
    return _page(form, loaded)


@for_each_kind("<record_id>/wijzigen", "POST")
@needs(Permission.EDIT_RECORDS)
def change(kind: Kind, record_id: str) -> ResponseReturnValue:
    """Write the changes, or show the form again with what is to be chosen or mended."""
    loaded = record_of(kind, record_id)
    form = FORMS[kind]()
    form.know(loaded.links)
    settled = settle(form, loaded)
    offers.fill(form.link_fields)
    if not settled:
        return _choose(form, loaded, _clash(form, loaded), asked_again=True), 400
    if "zoek" in request.form:
        return _page(form, loaded)
    if not form.validate():
        return _page(form, loaded), 400
    return _write(form, loaded)


def _write(form: RecordForm, loaded: Loaded) -> ResponseReturnValue:
    try:
        if not writing.change(form, loaded.id, loaded.now):
            return _page(form, loaded), 400
    except Conflict:
        present = record_of(form.kind, loaded.id)
        clash = _clash(form, present)
        if clash.differences:
            return _choose(form, present, clash), 409
        form.version.data = str(clash.version)
        return _write(form, present)
    flash(gettext("Bewaard."), "ok")
    return redirect(address(form.kind, loaded.id), 303)


def _page(form: RecordForm, loaded: Loaded) -> str:
    return render_template("records/change.html", form=form, kind=form.kind, record=loaded)


def _clash(form: RecordForm, present: Loaded) -> Clash:
    return find_clash(form, present, actor=current_actor(), graph=graph())


def _choose(form: RecordForm, present: Loaded, clash: Clash, *, asked_again: bool = False) -> str:
    action = url_for("records.change", kind=form.kind, record_id=present.id)
    return ask(form, present, clash, action, asked_again=asked_again)
