"""Organisations to read: filters and page stand in the address, and the file holds all that they select."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import render_template, request
from flask_babel import gettext

from app import sentences
from app.access import Permission, current_actor, public
from app.as_of import dated
from app.choices import ORGANISATION_KIND_LABELS, Shown, choice, visibilities
from app.database import graph
from app.filtering import Filters, select
from app.organisations import blueprint, sheet
from app.organisations.words import ORDERS
from app.paging import PAGE_SIZE, Paging, asked_page, every_row
from app.spreadsheet import table_file
from graph import organisations, outside
from graph.model import OrganisationKind
from graph.organisations import Order, Selection

if TYPE_CHECKING:
    from collections.abc import Sequence

    from flask import Response

    from graph.organisations import Listing, OrganisationInList


@blueprint.get("/organisaties")
@public
@dated
def index() -> str:
    """The list."""
    page, selection = asked_page(), _selection()
    skip = (page - 1) * PAGE_SIZE
    found = graph().read(organisations.listing, actor=current_actor(), selection=selection, skip=skip, limit=PAGE_SIZE)
    paging = Paging(page, found.total)
    return render_template(
        "organisations/index.html", found=found, filters=_filters(found), paging=paging, kinds=ORGANISATION_KIND_LABELS
    )


@blueprint.get("/organisaties.<any(csv, xlsx):form>")
@public
@dated
def download(form: str) -> Response:
    """What the list shows, all pages of it, as a file."""
    actor, selection = current_actor(), _selection()

    def some(skip: int, limit: int) -> Sequence[OrganisationInList]:
        return graph().read(
            organisations.rows, actor=actor, selection=selection, skip=skip, limit=limit, each=sheet.MOST_NAMED
        )

    return table_file(form, "organisaties", sheet.columns(), (sheet.row(each) for each in every_row(some)))


@blueprint.get("/organisaties/<organisation_id>")
@public
@dated
def show(organisation_id: str) -> str:
    """The page of one organisation."""
    page = graph().read(organisations.page, actor=current_actor(), organisation_id=organisation_id)
    failed = graph().read(outside.failed, urls=[page.facts.website, *page.facts.channels])
    return render_template(
        "organisations/page.html", page=page, failed=failed, kinds=ORGANISATION_KIND_LABELS, told=sentences.told
    )


def _selection() -> Selection:
    shown = choice(Shown, request.args.get("zichtbaar"))
    sees_drafts = current_actor().may(Permission.SEE_DRAFTS)
    return Selection(
        kind=choice(OrganisationKind, request.args.get("soort")),
        theme=request.args.get("thema") or None,
        area=request.args.get("gebied") or None,
        visibility=shown.visibility if shown and sees_drafts else None,
        order=choice(Order, request.args.get("volgorde")) or Order.NAME,
    )


def _filters(found: Listing) -> Filters:
    kinds = [
        (each.value, str(ORGANISATION_KIND_LABELS[OrganisationKind(each.value)]), each.organisations)
        for each in found.choices_of("kind")
    ]
    themes = [(each.value, each.name, each.organisations) for each in found.choices_of("theme")]
    areas = [(each.value, each.name, each.organisations) for each in found.choices_of("area")]
    orders = [(each.value, str(label), None) for each, label in ORDERS.items() if each is not Order.NAME]
    counts = {each.value: each.organisations for each in found.choices_of("visibility")}
    visible = select("zichtbaar", gettext("Openbaar"), gettext("Openbaar en nog niet openbaar"), visibilities(counts))
    return Filters(
        (
            select("soort", gettext("Soort"), gettext("Alle soorten"), kinds),
            select("thema", gettext("Thema"), gettext("Alle thema’s"), themes),
            select("gebied", gettext("Wijk of buurt"), gettext("Heel de gemeente"), areas),
            select("volgorde", gettext("Volgorde"), str(ORDERS[Order.NAME]), orders),
            *((visible,) if current_actor().may(Permission.SEE_DRAFTS) else ()),
        )
    )
