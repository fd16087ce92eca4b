"""The pages on which likely duplicates are looked at, merged or set apart."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import flash, redirect, render_template, url_for
from flask_babel import gettext
from werkzeug.exceptions import BadRequest, NotFound

from app.access import Permission, current_actor, needs
from app.database import graph
from app.imports import blueprint, wording
from app.imports.forms import MergeForm
from app.paging import PAGE_SIZE, Paging, asked_page
from graph import duplicates
from graph.errors import Conflict

if TYPE_CHECKING:
    from flask.typing import ResponseReturnValue


@blueprint.get("/beheer/dubbelen")
@needs(Permission.IMPORT)
def likely() -> ResponseReturnValue:
    """The likely duplicates."""
    actor = current_actor()
    paging = Paging(asked_page(), graph().read(duplicates.count, actor=actor))
    pairs = graph().read(duplicates.likely, actor=actor, skip=paging.skip, limit=PAGE_SIZE)
    return render_template("imports/duplicates.html", pairs=pairs, paging=paging)


@blueprint.get("/beheer/dubbelen/<first_id>/<second_id>")
@needs(Permission.IMPORT)
def compare(first_id: str, second_id: str) -> ResponseReturnValue:
    """Two records beside each other."""
    sides = graph().read(duplicates.sides, actor=current_actor(), first_id=first_id, second_id=second_id)
    if len(sides) != 2 or sides[0].kind is not sides[1].kind:  # noqa: PLR2004
        raise NotFound
    return render_template("imports/compare.html", sides=sides, rows=wording.beside(sides))


@blueprint.post("/beheer/dubbelen/samenvoegen")
@needs(Permission.IMPORT)
def merge() -> ResponseReturnValue:
    """Make one record of two."""
    form = MergeForm()
    if not form.validate():
        raise BadRequest
    given = {name: form[name].data for name in ("survivor_id", "loser_id", "survivor_version", "loser_version")}
    try:
        graph().write(duplicates.merge, actor=current_actor(), **given)
    except Conflict:
        flash(gettext("Iemand wijzigde dit intussen. Kijk nog een keer."), "warning")
        return redirect(url_for("imports.compare", first_id=given["survivor_id"], second_id=given["loser_id"]), 303)
    flash(gettext("De twee zijn samengevoegd. Het oude adres leidt nu naar wat er bleef."))
    return redirect(url_for("imports.likely"), 303)


@blueprint.post("/beheer/dubbelen/<first_id>/<second_id>/niet-hetzelfde")
@needs(Permission.IMPORT)
def set_apart(first_id: str, second_id: str) -> ResponseReturnValue:
    """Remember that the two are not the same."""
    graph().write(duplicates.not_the_same, actor=current_actor(), first_id=first_id, second_id=second_id)
    flash(gettext("Wij onthouden dat deze twee niet hetzelfde zijn."))
    return redirect(url_for("imports.likely"), 303)
