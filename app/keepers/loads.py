"""What each keeper has: filters, order and page stand in the address, and the file holds exactly what is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import render_template, request
from flask_babel import gettext

from app.access import Permission, current_actor, needs
from app.choices import choice
from app.database import graph
from app.filtering import Filters, select
from app.keepers import blueprint
from app.kinds import look
from app.paging import PAGE_SIZE, Paging, asked_page
from app.spreadsheet import table_file
from graph import keepers
from graph.keepers import LoadOrder, LoadSelection, Standing
from graph.model import LINK, Kind, Link

if TYPE_CHECKING:
    from flask import Response

    from graph.keepers import Load, Loads

STANDINGS = {"weg": Standing.LEFT, "te-laat": Standing.OVERDUE}
ORDERS = {"meest": LoadOrder.MOST, "contact": LoadOrder.CONTACTS, "naam": LoadOrder.NAME}
# The headings are those of the Dutch file, whatever the language of the page.
HEADINGS = ("bijhouder", "werkt_hier_nog", "houdt_bij", "nakijken_te_laat", "contactpersoon_van", "soorten", "id")


@blueprint.get("/bijhouden")
@needs(Permission.SEE_PRIVATE)
def index() -> str:
    """What each keeper has."""
    page, selection = asked_page(), _selection()
    skip = (page - 1) * PAGE_SIZE
    found = graph().read(keepers.loads, actor=current_actor(), selection=selection, skip=skip, limit=PAGE_SIZE)
    return render_template(
        "keepers/index.html",
        found=found,
        filters=_filters(found),
        paging=Paging(page, found.total),
        kind=selection.kind,
    )


@blueprint.get("/bijhouden.<any(csv, xlsx):form>")
@needs(Permission.SEE_PRIVATE)
def loads_file(form: str) -> Response:
    """What the list shows, all pages of it, as a file."""
    found = graph().read(keepers.loads, actor=current_actor(), selection=_selection())
    return table_file(form, "bijhouders", HEADINGS, [_row(each) for each in found.rows])


def _selection() -> LoadSelection:
    kind = choice(Kind, request.args.get("soort"))
    return LoadSelection(
        kind=kind if kind in LINK[Link.KEEPS].ends else None,
        standing=STANDINGS.get(request.args.get("stand", "")),
        order=ORDERS.get(request.args.get("volgorde", ""), LoadOrder.URGENT),
    )


def _filters(found: Loads) -> Filters:
    kinds = [(each.value, str(look(each).plural), found.kinds[each]) for each in LINK[Link.KEEPS].ends]
    words = {"weg": gettext("Werkt hier niet meer"), "te-laat": gettext("Nakijken te laat")}
    standings = [(value, words[value], found.standings[each]) for value, each in STANDINGS.items()]
    orders: list[tuple[str, str, int | None]] = [
        ("meest", gettext("Houdt het meest bij"), None),
        ("contact", gettext("Contactpersoon van de meeste"), None),
        ("naam", gettext("Op naam"), None),
    ]
    return Filters(
        (
            select("soort", gettext("Soort"), gettext("Alle soorten"), kinds),
            select("stand", gettext("Stand"), gettext("Maakt niet uit"), standings),
            select("volgorde", gettext("Volgorde"), gettext("Meeste te laat eerst"), orders),
        )
    )


def _row(each: Load) -> tuple[str | int, ...]:
    return (
        each.person.name,
        "nee" if each.has_left else "ja",
        each.records,
        each.overdue,
        each.contacts,
        " | ".join(f"{look(of.kind).plural} {of.records}" for of in each.kinds),
        each.person.id,
    )
