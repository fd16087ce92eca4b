"""When an initiative and an organisation work together: the organisation becomes a partner, if somebody says so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import flash, redirect, url_for
from flask_babel import gettext

from app.access import Permission, current_actor, needs
from app.bridges import blueprint
from app.database import graph
from graph.bridges import meeting
from graph.errors import Conflict

if TYPE_CHECKING:
    from flask.typing import ResponseReturnValue


@blueprint.post("/bruggen/<a>/<b>/partner")
@needs(Permission.BUILD_BRIDGES)
def record_partner(a: str, b: str) -> ResponseReturnValue:
    """The organisation is a partner of the initiative from now on."""
    try:
        graph().write(meeting.record_partner, actor=current_actor(), a=a, b=b)
    except Conflict:
        flash(gettext("De brug is intussen veranderd. Kijk hieronder hoe het nu is."), "warning")
    else:
        undo = url_for("bridges.take_back_partner", a=a, b=b)
        done = gettext("De organisatie staat nu als partner bij het initiatief.")
        flash({"text": done, "url": undo, "label": gettext("Maak ongedaan"), "post": True}, "ok")  # type: ignore[arg-type]
    return redirect(url_for("bridges.bridge", a=a, b=b))


@blueprint.post("/bruggen/<a>/<b>/geen-partner")
@needs(Permission.BUILD_BRIDGES)
def take_back_partner(a: str, b: str) -> ResponseReturnValue:
    """The organisation is no partner after all."""
    try:
        graph().write(meeting.take_back_partner, actor=current_actor(), a=a, b=b)
        flash(gettext("De organisatie staat niet meer als partner bij het initiatief."), "ok")
    except Conflict:
        flash(gettext("De brug is intussen veranderd. Kijk hieronder hoe het nu is."), "warning")
    return redirect(url_for("bridges.bridge", a=a, b=b))
