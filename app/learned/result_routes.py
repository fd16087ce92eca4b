"""Results to read: the list with its filters in the address, as a file, and one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import render_template, request
from flask_babel import gettext

from app.access import current_actor, public
from app.as_of import dated
from app.choices import choice
from app.database import graph
from app.filtering import Filters, select
from app.learned import blueprint, words
from app.paging import PAGE_SIZE, Paging, asked_page, every_row
from app.spreadsheet import table_file
from graph import results
from graph.results import Order, Selection

if TYPE_CHECKING:
    from flask import Response

    from graph.results import Listing, Result


@blueprint.get("/resultaten")
@public
@dated
def result_list() -> str:
    """The list."""
    page = asked_page()
    found = graph().read(
        results.listing,
        actor=current_actor(),
        selection=_selection(),
        order=_order(),
        skip=(page - 1) * PAGE_SIZE,
        limit=PAGE_SIZE,
    )
    return render_template(
        "learned/results.html", found=found, filters=_filters(found), paging=Paging(page, found.total)
    )


@blueprint.get("/resultaten.<any(csv, xlsx):form>")
@public
@dated
def result_file(form: str) -> Response:
    """What the list shows, all pages of it, as a file."""
    actor, selection, order = current_actor(), _selection(), _order()
    found = every_row(
        lambda skip, limit: graph().read(
            results.rows, actor=actor, selection=selection, order=order, skip=skip, limit=limit
        )
    )
    headings = (
        gettext("Resultaat"),
        gettext("Initiatief"),
        gettext("Doelen"),
        gettext("Gemeten"),
        gettext("Streven"),
        gettext("Geworden"),
        gettext("Dag"),
        gettext("Zonder de gemeente niet gelukt"),
    )
    return table_file(form, "resultaten", headings, [_row(each) for each in found])


@blueprint.get("/resultaten/<result_id>")
@public
@dated
def result(result_id: str) -> str:
    """The page of one result."""
    found = graph().read(results.one, actor=current_actor(), result_id=result_id)
    return render_template("learned/result.html", result=found)


def _selection() -> Selection:
    return Selection(
        goal=request.args.get("doel") or None,
        theme=request.args.get("thema") or None,
        area=request.args.get("gebied") or None,
    )


def _order() -> Order:
    return choice(Order, request.args.get("volgorde")) or Order.NEWEST


def _filters(found: Listing) -> Filters:
    def options(name: str) -> list[tuple[str, str, int | None]]:
        return [(each.value, each.name, each.found) for each in found.choices_of(name)]

    orders = [(each.value, str(label), None) for each, label in words.RESULT_ORDERS.items() if each is not Order.NEWEST]
    return Filters(
        (
            select("doel", gettext("Doel"), gettext("Alle doelen"), options("goal")),
            select("thema", gettext("Thema"), gettext("Alle thema’s"), options("theme")),
            select("gebied", gettext("Wijk of buurt"), gettext("Heel de gemeente"), options("area")),
            select("volgorde", gettext("Volgorde"), str(words.RESULT_ORDERS[Order.NEWEST]), orders),
        )
    )


def _row(each: Result) -> tuple[str | None, ...]:
    return (
        each.name,
        ", ".join(of.name for of in each.initiatives),
        ", ".join(goal.name for goal in each.goals),
        each.indicator,
        each.aimed_at,
        each.achieved,
        each.reached_on.isoformat() if each.reached_on else None,
        each.without_municipality,
    )
