"""The market as a sheet: exactly the rows that the filters show, with the best match of each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask_babel import gettext

from app.access import current_actor, public
from app.as_of import dated
from app.database import graph
from app.paging import every_row
from app.spreadsheet import table_file
from app.supply import blueprint, words
from app.supply.routes import selection
from graph.model import Kind
from graph.supply import market

if TYPE_CHECKING:
    from flask import Response

    from graph.supply.market import Ware
    from graph.supply.matches import Match


@blueprint.get("/vraag-en-aanbod.<any(csv, xlsx):form>")
@public
@dated
def export(form: str) -> Response:
    """A download of every row that the filters leave."""
    actor, chosen = current_actor(), selection()

    def some(skip: int, limit: int) -> list[tuple[str, ...]]:
        found = graph().read(market.listing, actor=actor, selection=chosen, skip=skip, limit=limit)
        return [_row(each, found.matches.get(each.id, ())) for each in found.rows]

    columns = (
        gettext("Gezocht of geboden"),
        gettext("Wat"),
        gettext("Soort"),
        gettext("Van wie"),
        gettext("Wijk of buurt"),
        gettext("Tot en met"),
        gettext("Toelichting"),
        gettext("Past het best bij"),
        gettext("Waarom"),
    )
    return table_file(form, "vraag-en-aanbod", columns, list(every_row(some)))


def _row(ware: Ware, matches: tuple[Match, ...]) -> tuple[str, ...]:
    best = matches[0] if matches else None
    return (
        str(gettext("gezocht")) if ware.kind is Kind.NEED else str(gettext("geboden")),
        ware.name,
        words.kind_of_supply(ware.supply_kind),
        ", ".join(each.name for each in ware.parties),
        ", ".join(ware.areas),
        ware.wanted_until.isoformat() if ware.wanted_until else "",
        ware.description,
        words.says(best) if best else "",
        words.why(best) if best else "",
    )
