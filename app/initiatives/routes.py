"""Initiatives to read: filters and page stand in the address, and the file holds all that they select."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from flask import abort, current_app, render_template, request
from flask_babel import gettext

from app import sentences
from app.access import Permission, current_actor, public
from app.as_of import dated
from app.choices import Shown, choice, status_label, visibilities
from app.database import graph
from app.filtering import Filters, select
from app.initiatives import blueprint, sheet
from app.initiatives.words import shares
from app.maps import draw
from app.paging import PAGE_SIZE, Paging, asked_page, every_row
from app.spreadsheet import table_file
from graph import clock, contacts, initiatives, outside
from graph.initiatives import Selection
from graph.model import Status

if TYPE_CHECKING:
    from collections.abc import Sequence

    from flask import Response

    from graph.contacts import Proposal
    from graph.initiatives import InitiativeInList, Listing


@blueprint.get("/initiatieven")
@public
@dated
def index() -> str:
    """The list."""
    return render_template("initiatives/index.html", **_asked())


@blueprint.get("/initiatieven.<any(csv, xlsx):form>")
@public
@dated
def download(form: str) -> Response:
    """What the list shows, all pages of it, as a file; of an earlier day there is no filter on the status."""
    if clock.is_past() and request.args.get("status"):
        abort(400)
    actor, selection = current_actor(), _selection()

    def some(skip: int, limit: int) -> Sequence[InitiativeInList]:
        return graph().read(
            initiatives.rows, actor=actor, selection=selection, skip=skip, limit=limit, each=sheet.MOST_NAMED
        )

    return table_file(form, "initiatieven", sheet.columns(), (sheet.row(each) for each in every_row(some)))


@blueprint.get("/initiatieven/kaart")
@public
@dated
def on_map() -> str:
    """The same selection on the map, one step of the areas at a time, above the same list."""
    asked = _asked()
    found = graph().read(
        initiatives.whereabouts,
        actor=current_actor(),
        selection=asked["selection"],
        municipality=current_app.config["SETTINGS"].municipality,
    )
    return render_template("initiatives/map.html", where=found, drawing=draw(found.areas), **asked)


@blueprint.get("/initiatieven/<initiative_id>")
@public
@dated
def show(initiative_id: str) -> str:
    """The page of one initiative."""
    page = graph().read(initiatives.page, actor=current_actor(), initiative_id=initiative_id)
    failed = graph().read(outside.failed, urls=[page.facts.website, *page.facts.channels])
    return render_template(
        "initiatives/page.html", page=page, failed=failed, shares=shares, short=sentences.short, told=sentences.told
    )


def _selection() -> Selection:
    sees_drafts = current_actor().may(Permission.SEE_DRAFTS)
    shown = choice(Shown, request.args.get("zichtbaar"))
    return Selection(
        theme=request.args.get("thema") or None,
        area=request.args.get("gebied") or None,
        status=choice(Status, request.args.get("status")),
        without_contact=sees_drafts and request.args.get("contact") == "geen",
        visibility=shown.visibility if shown and sees_drafts else None,
        newest_first=request.args.get("volgorde") == "nieuw",
    )


def _asked() -> dict[str, Any]:
    """One page of the selection in the address, with its filters."""
    actor, page, selection = current_actor(), asked_page(), _selection()
    skip = (page - 1) * PAGE_SIZE
    found = graph().read(initiatives.listing, actor=actor, selection=selection, skip=skip, limit=PAGE_SIZE)
    proposed = _proposed(found) if selection.without_contact and not clock.is_past() else {}
    return {
        "selection": selection,
        "found": found,
        "filters": _filters(found),
        "paging": Paging(page, found.total),
        "proposed": proposed,
        # A file of an earlier day has no filter on the status, so its address names none.
        "file_without": {"status": None} if clock.is_past() else {},
    }


def _proposed(found: Listing) -> dict[str, Proposal]:
    """Who could be the contact person of each initiative on this page."""
    return graph().read(contacts.proposed, actor=current_actor(), initiative_ids=[row.id for row in found.rows])


def _filters(found: Listing) -> Filters:
    themes = [(each.value, each.name, each.initiatives) for each in found.choices_of("theme")]
    areas = [(each.value, each.name, each.initiatives) for each in found.choices_of("area")]
    statuses = [(each.value, status_label(each.value), each.initiatives) for each in found.choices_of("status")]
    orders: list[tuple[str, str, int | None]] = [("nieuw", gettext("Nieuwste eerst"), None)]
    lacking = [("geen", gettext("Nog geen contactpersoon"), found.without_contact)]
    contact = select("contact", gettext("Contactpersoon"), gettext("Met en zonder"), lacking)
    counts = {each.value: each.initiatives for each in found.choices_of("visibility")}
    visible = select("zichtbaar", gettext("Openbaar"), gettext("Openbaar en nog niet openbaar"), visibilities(counts))
    return Filters(
        (
            select("thema", gettext("Thema"), gettext("Alle thema’s"), themes),
            select("gebied", gettext("Wijk of buurt"), gettext("Heel de gemeente"), areas),
            *(() if clock.is_past() else (select("status", gettext("Status"), gettext("Elke status"), statuses),)),
            select("volgorde", gettext("Volgorde"), gettext("Op naam"), orders),
            *((contact, visible) if current_actor().may(Permission.SEE_DRAFTS) else ()),
        )
    )
