"""The market with its filters in the address, and the page of one need or offer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import redirect, render_template, request
from flask_babel import gettext

from app.access import current_actor, public
from app.addresses import address
from app.as_of import dated
from app.choices import choice
from app.database import graph
from app.filtering import Filters, select
from app.paging import PAGE_SIZE, Paging, asked_page
from app.supply import blueprint, words
from graph.model import Kind, SupplyKind
from graph.supply import market
from graph.supply.market import Selection

if TYPE_CHECKING:
    from flask.typing import ResponseReturnValue

    from graph.supply.market import Market

SIDES = {"zoekt": Kind.NEED, "biedt": Kind.OFFER}
ORDERS = {"naam": "name", "einde": "ends"}


@blueprint.get("/vraag-en-aanbod")
@public
@dated
def index() -> str:
    """The market."""
    page = asked_page()
    found = graph().read(
        market.listing,
        actor=current_actor(),
        selection=selection(),
        skip=(page - 1) * PAGE_SIZE,
        limit=PAGE_SIZE,
    )
    return render_template("supply/index.html", found=found, filters=_filters(found), paging=Paging(page, found.total))


@blueprint.get("/behoeften/<thing_id>")
@public
@dated
def need(thing_id: str) -> ResponseReturnValue:
    """The page of one need."""
    return _show(Kind.NEED, thing_id)


@blueprint.get("/aanbod/<thing_id>")
@public
@dated
def offer(thing_id: str) -> ResponseReturnValue:
    """The page of one offer."""
    return _show(Kind.OFFER, thing_id)


def selection() -> Selection:
    """What the address asks for."""
    return Selection(
        side=SIDES.get(request.args.get("kant", "")),
        kind=choice(SupplyKind, request.args.get("soort")),
        theme=request.args.get("thema") or None,
        area=request.args.get("gebied") or None,
        order=ORDERS.get(request.args.get("volgorde", ""), "newest"),
    )


def _show(kind: Kind, thing_id: str) -> ResponseReturnValue:
    page = graph().read(market.page, actor=current_actor(), thing_id=thing_id)
    if page.facts.kind is not kind:
        return redirect(address(page.facts.kind, thing_id), 301)
    return render_template("supply/page.html", page=page)


def _filters(found: Market) -> Filters:
    names = {Kind.NEED: gettext("Wordt gezocht"), Kind.OFFER: gettext("Wordt geboden")}
    counted = {each.value: each.things for each in found.choices_of("side")}
    sides = [(word, names[kind], counted.get(kind.value, 0)) for word, kind in SIDES.items()]
    kinds = [(each.value, words.kind_of_supply(each.value), each.things) for each in found.choices_of("kind")]
    themes = [(each.value, each.name, each.things) for each in found.choices_of("theme")]
    areas = [(each.value, each.name, each.things) for each in found.choices_of("area")]
    orders: list[tuple[str, str, int | None]] = [
        ("naam", gettext("Op naam"), None),
        ("einde", gettext("Wat het eerst afloopt"), None),
    ]
    return Filters(
        (
            select("kant", gettext("Gezocht of geboden"), gettext("Allebei"), sides),
            select("soort", gettext("Soort"), gettext("Elke soort"), kinds),
            select("gebied", gettext("Wijk of buurt"), gettext("Heel de gemeente"), areas),
            select("thema", gettext("Thema"), gettext("Alle thema’s"), themes),
            select("volgorde", gettext("Volgorde"), gettext("Nieuwste eerst"), orders),
        )
    )
