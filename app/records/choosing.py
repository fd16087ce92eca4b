"""The names that match what somebody types in a field with links, as a part of the page."""

from __future__ import annotations

from flask import abort, render_template, request

from app.access import Permission, needs
from app.records import blueprint, offers
from app.records.forms import FORMS
from app.records.picking import RecordsField
from graph.model import Kind


@blueprint.get("/beheer/kiezen/<kind>/<name>")
@needs(Permission.EDIT_RECORDS)
def options(kind: str, name: str) -> str:
    """The list of one field: what was chosen, and what matches; raises 404 for a field that does not exist."""
    form_class = FORMS[Kind(kind)] if kind in set(FORMS) else abort(404)
    form = form_class(formdata=request.args)
    field = form[name] if name in form else abort(404)
    if not isinstance(field, RecordsField):
        abort(404)
    offers.fill([field])
    return render_template("records/_options.html", field=field)
