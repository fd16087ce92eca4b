"""The pages on which likely duplicates are looked at, merged or set apart."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import current_app, flash, redirect, render_template, request, url_for
from flask_babel import gettext
from werkzeug.exceptions import BadRequest, NotFound

from app.access import Permission, current_actor, needs
from app.addresses import same_query
from app.choices import choice
from app.database import graph
from app.filtering import Filters, select
from app.imports import blueprint, wording
from app.imports.forms import MergeForm
from app.kinds import look
from app.paging import PAGE_SIZE, Paging, asked_page, every_row
from app.spreadsheet import table_file
from graph import duplicates
from graph.duplicates import Order, Selection
from graph.errors import Conflict
from graph.model import Kind

if TYPE_CHECKING:
    from collections import Counter

    from flask.typing import ResponseReturnValue

    from graph.duplicates import Likely


@blueprint.get("/beheer/dubbelen")
@needs(Permission.IMPORT)
def likely() -> ResponseReturnValue:
    """The likely duplicates."""
    actor, selection = current_actor(), _selection()
    counts = graph().read(duplicates.counts, actor=actor)
    total = counts[selection.kind] if selection.kind else counts.total()
    # Who settles the last pair of the last page comes back to the page before it.
    paging = Paging(min(asked_page(), Paging(1, total).pages), total)
    pairs = graph().read(duplicates.likely, actor=actor, selection=selection, skip=paging.skip, limit=PAGE_SIZE)
    return render_template("imports/duplicates.html", pairs=pairs, filters=_filters(counts), paging=paging)


@blueprint.get("/beheer/dubbelen.<any(csv, xlsx):form>")
@needs(Permission.IMPORT)
def likely_file(form: str) -> ResponseReturnValue:
    """What the list shows, all pages of it, as a file."""
    actor, selection = current_actor(), _selection()
    found = every_row(
        lambda skip, limit: graph().read(duplicates.likely, actor=actor, selection=selection, skip=skip, limit=limit)
    )
    headings = [gettext("Eerste"), gettext("Tweede"), gettext("Soort"), gettext("Gelijk in procent"), gettext("Adres")]
    return table_file(form, "mogelijke-dubbelen", headings, [_row(each) for each in found])


def _row(each: Likely) -> list[object]:
    url = url_for("imports.compare", first_id=each.first_id, second_id=each.second_id)
    words = str(look(each.kind).label)
    return [each.first_name, each.second_name, words, round(each.score), current_app.config["SETTINGS"].address + url]


def _selection() -> Selection:
    return Selection(
        kind=choice(Kind, request.args.get("soort")),
        order=Order.NAME if request.args.get("volgorde") == "naam" else Order.LIKELIEST,
    )


def _filters(counts: Counter[Kind]) -> Filters:
    kinds = [(each.value, str(look(each).plural), counts[each]) for each in duplicates.KINDS]
    orders: list[tuple[str, str, int | None]] = [("naam", gettext("Op naam"), None)]
    return Filters(
        (
            select("soort", gettext("Soort"), gettext("Alle soorten"), kinds),
            select("volgorde", gettext("Volgorde"), gettext("Meest gelijke eerst"), orders),
        )
    )


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
        again = url_for("imports.compare", first_id=given["survivor_id"], second_id=given["loser_id"])
        return redirect(same_query(again), 303)
    flash(gettext("De twee zijn samengevoegd. Het oude adres leidt nu naar wat er bleef."))
    return redirect(same_query(url_for("imports.likely")), 303)


@blueprint.post("/beheer/dubbelen/<first_id>/<second_id>/niet-hetzelfde")
@needs(Permission.IMPORT)
def set_apart(first_id: str, second_id: str) -> ResponseReturnValue:
    """Remember that the two are not the same."""
    graph().write(duplicates.not_the_same, actor=current_actor(), first_id=first_id, second_id=second_id)
    flash(gettext("Wij onthouden dat deze twee niet hetzelfde zijn."))
    return redirect(same_query(url_for("imports.likely")), 303)
