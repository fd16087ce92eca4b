"""What staff does at the signpost: confirm a remit, and give an initiative its contact person."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import flash, redirect, request
from flask_babel import gettext

from app.access import Permission, current_actor, needs
from app.addresses import address, own_path
from app.database import graph
from app.signpost import blueprint
from graph import contacts, signpost
from graph.errors import Conflict
from graph.model import Kind

if TYPE_CHECKING:
    from flask.typing import ResponseReturnValue


@blueprint.post("/personen/<person_id>/bevestigen")
@needs(Permission.EDIT_RECORDS)
def confirm(person_id: str) -> ResponseReturnValue:
    """The remit still holds: dated today."""
    graph().write(signpost.confirm, actor=current_actor(), person_id=person_id)
    flash(gettext("U bevestigde dat dit klopt."), "ok")
    return redirect(own_path(request.form.get("terug")) or address(Kind.PERSON, person_id), 303)


@blueprint.post("/initiatieven/<initiative_id>/contactpersoon")
@needs(Permission.EDIT_RECORDS)
def assign(initiative_id: str) -> ResponseReturnValue:
    """Make the proposed person the contact person."""
    back = redirect(own_path(request.form.get("terug")) or address(Kind.INITIATIVE, initiative_id), 303)
    try:
        graph().write(
            contacts.assign,
            actor=current_actor(),
            initiative_id=initiative_id,
            person_id=request.form.get("persoon", ""),
        )
    except Conflict:
        flash(gettext("Dit initiatief heeft al een contactpersoon."), "info")
        return back
    told = {
        "text": gettext("Dit initiatief heeft nu een vaste contactpersoon."),
        "url": address(Kind.INITIATIVE, initiative_id),
        "label": gettext("Bekijk het initiatief"),
    }
    flash(told, "ok")  # type: ignore[arg-type]
    return back
