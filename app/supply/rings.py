"""Rings: the proposals in which everybody gives and gets."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from flask import abort, flash, redirect, render_template, request
from flask_babel import gettext

from app import sentences
from app.access import Permission, current_actor, needs, public
from app.as_of import dated
from app.choices import choice
from app.database import graph
from app.filtering import Filters, select
from app.logs import event
from app.paging import Paging, asked_page
from app.spreadsheet import table_file
from app.supply import blueprint, words
from graph.bridges import life
from graph.errors import Invalid, NotFound
from graph.ids import is_id
from graph.model import SupplyKind
from graph.supply import rings
from graph.supply.rings import Order, Selection

if TYPE_CHECKING:
    from collections import Counter

    from flask import Response
    from flask.typing import ResponseReturnValue

    from graph.mentions import Mention
    from graph.rights import Actor
    from graph.store import Transaction
    from graph.supply.rings import Listing, Ring

SIZE = 10
SIZES = {"twee": 2, "drie": 3}
ORDERS = {"naam": Order.NAME, "kleinste": Order.SMALLEST}


@blueprint.get("/vraag-en-aanbod/ruilringen")
@public
@dated
def ring_list() -> str:
    """The rings of two or three parties, the strongest first unless asked otherwise."""
    page, selection = asked_page(), _selection()
    found = graph().read(rings.listing, actor=current_actor(), selection=selection, skip=(page - 1) * SIZE, limit=SIZE)
    paging = Paging(page, found.total, SIZE)
    return render_template("supply/rings.html", found=found, filters=_filters(found), paging=paging, edges=rings.EDGES)


@blueprint.get("/vraag-en-aanbod/ruilringen.<any(csv, xlsx):form>")
@public
@dated
def ring_file(form: str) -> Response:
    """What the list shows, all pages of it, as a file."""
    found = graph().read(rings.listing, actor=current_actor(), selection=_selection(), skip=0, limit=rings.MOST)
    headings = (
        gettext("Wie doen mee?"),
        gettext("Aantal groepen"),
        gettext("Voorstel"),
        gettext("Wie biedt en zoekt wat?"),
        gettext("Soort"),
    )
    return table_file(form, "ruilringen", headings, [_row(ring) for ring in found.rows])


@blueprint.post("/vraag-en-aanbod/ruilringen")
@needs(Permission.BUILD_BRIDGES)
def ask_ring() -> ResponseReturnValue:
    """Ask everybody in a ring whether they want this: a bridge for each pair, with the proposal as its first words."""
    pairs, text = [tuple(each.split("|")) for each in request.form.getlist("paar")], request.form.get("text", "")
    if not pairs or not all(len(pair) == 2 and all(map(is_id, pair)) for pair in pairs):  # noqa: PLR2004 — two parties
        abort(400)
    try:
        done = graph().write(_ask, actor=current_actor(), pairs=pairs, text=text)
    except (Invalid, NotFound):
        flash(gettext("Er is niets gevraagd. Deze ruilring is intussen veranderd."), "warning")
        return redirect("/vraag-en-aanbod/ruilringen", 303)
    if not done:
        flash(
            gettext(
                "Er is niets gevraagd. Tussen deze groepen loopt al een brug, of een groep is gestopt of staat hier "
                "niet meer. Bekijk bij Bruggen hoe ver zij zijn."
            ),
            "warning",
        )
        return redirect("/vraag-en-aanbod/ruilringen", 303)
    event("ring asked")
    _tell(done, left=len(pairs) - done)
    return redirect("/bruggen?staat=asked", 303)


def _tell(done: int, *, left: int) -> None:
    flash(sentences.many_asked(done), "ok")
    if left:
        flash(sentences.further_already(left), "warning")


def _ask(tx: Transaction, *, actor: Actor, pairs: list[tuple[str, ...]], text: str) -> int:
    """How many pairs are asked now; who is further already is left alone. Raises Invalid without a text."""
    if not text.strip():
        raise Invalid("text", "is needed")
    return life.as_many_as_can(partial(life.ask, tx, actor=actor, a=a, b=b, text=text) for a, b in pairs)


def _selection() -> Selection:
    return Selection(
        parties=SIZES.get(request.args.get("aantal", "")),
        kind=choice(SupplyKind, request.args.get("soort")),
        theme=request.args.get("thema") or None,
        area=request.args.get("gebied") or None,
        order=ORDERS.get(request.args.get("volgorde", ""), Order.STRONGEST),
    )


def _filters(found: Listing) -> Filters:
    names = {"twee": gettext("Twee groepen"), "drie": gettext("Drie groepen")}
    sizes = [(value, names[value], found.sizes[size]) for value, size in SIZES.items()]
    kinds = [(each.value, words.kind_of_supply(each), found.kinds[each]) for each in SupplyKind if each in found.kinds]
    orders: list[tuple[str, str, int | None]] = [
        ("kleinste", gettext("Minste groepen eerst"), None),
        ("naam", gettext("Op naam"), None),
    ]
    return Filters(
        (
            select("aantal", gettext("Hoeveel groepen?"), gettext("Twee of drie"), sizes),
            select("soort", gettext("Wat wordt er gegeven?"), gettext("Elke soort"), kinds),
            select("gebied", gettext("Wijk of buurt"), gettext("Heel de gemeente"), _named(found.areas)),
            select("thema", gettext("Thema"), gettext("Alle thema’s"), _named(found.themes)),
            select("volgorde", gettext("Volgorde"), gettext("Sterkste eerst"), orders),
        )
    )


def _named(found: Counter[Mention]) -> list[tuple[str, str, int | None]]:
    ordered = sorted(found.items(), key=lambda each: (each[0].name.casefold(), each[0].id))
    return [(each.id, each.name, count) for each, count in ordered]


def _row(ring: Ring) -> tuple[str | int, ...]:
    return (
        ", ".join(party.name for party in ring.parties),
        len(ring.parties),
        words.proposal(ring),
        " ".join(words.step(each) for each in ring.steps),
        ", ".join(words.kind_of_supply(kind) for kind in SupplyKind if kind in ring.kinds),
    )
