"""The list of statuses that may no longer hold: filters, order and page stand in the address."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import render_template, request
from flask_babel import gettext

from app.access import Permission, current_actor, needs
from app.choices import choice, status_label
from app.database import graph
from app.filtering import Filters, select
from app.paging import MOST_IN_FILE, PAGE_SIZE, Paging, asked_page
from app.spreadsheet import table_file
from app.statuses import blueprint
from app.statuses.sheet import HEADINGS, row
from graph import statuses
from graph.model import Status
from graph.statuses import Order, Reason, Selection

if TYPE_CHECKING:
    from flask import Response

    from graph.statuses import Listing

REASONS = {
    "vergunning": Reason.PERMIT,
    "voorbij": Reason.ENDED,
    "open": Reason.OPEN,
    "stil": Reason.QUIET,
    "onbevestigd": Reason.UNCONFIRMED,
}
ORDERS = {"naam": Order.NAME, "oudste": Order.OLDEST}


@blueprint.get("/initiatieven/status")
@needs(Permission.SEE_PRIVATE)
def index() -> str:
    """The list, the strongest contradiction first unless asked otherwise."""
    page, selection = asked_page(), _selection()
    skip = (page - 1) * PAGE_SIZE
    found = graph().read(statuses.listing, actor=current_actor(), selection=selection, skip=skip, limit=PAGE_SIZE)
    return render_template(
        "statuses/index.html",
        found=found,
        filters=_filters(found),
        paging=Paging(page, found.total),
        most=statuses.MOST_READ,
    )


@blueprint.get("/initiatieven/status.<any(csv, xlsx):form>")
@needs(Permission.SEE_PRIVATE)
def download(form: str) -> Response:
    """What the list shows, whole, as a file."""
    found = graph().read(statuses.listing, actor=current_actor(), selection=_selection(), skip=0, limit=MOST_IN_FILE)
    return table_file(form, "statussen", HEADINGS, [row(each) for each in found.rows])


def _selection() -> Selection:
    return Selection(
        reason=REASONS.get(request.args.get("waarom", "")),
        status=choice(Status, request.args.get("status")),
        contact=request.args.get("contact") or None,
        asked={"ja": True, "nee": False}.get(request.args.get("gevraagd", "")),
        order=ORDERS.get(request.args.get("volgorde", ""), Order.REASON),
    )


def _filters(found: Listing) -> Filters:
    words = {
        "vergunning": gettext("Vergunning liep af"),
        "voorbij": gettext("Laatste dag is voorbij"),
        "open": gettext("Afgerond, maar nog iets open"),
        "stil": gettext("Geen teken van leven"),
        "onbevestigd": gettext("Lang niet bevestigd"),
    }
    reasons = [(value, words[value], found.reasons[reason]) for value, reason in REASONS.items()]
    states = [(each.value, status_label(each), found.statuses[each]) for each in Status]
    people = sorted(found.contacts.items(), key=lambda item: item[0].name.casefold())
    contacts = [(each.id, each.name, count) for each, count in people]
    asked = [("ja", gettext("Gevraagd per mail"), found.asked[True]), ("nee", gettext("Nog niet"), found.asked[False])]
    orders: list[tuple[str, str, int | None]] = [
        ("naam", gettext("Op naam"), None),
        ("oudste", gettext("Langst geleden eerst"), None),
    ]
    return Filters(
        (
            select("waarom", gettext("Waarom twijfel?"), gettext("Alle redenen"), reasons),
            select("status", gettext("Status"), gettext("Elke status"), states),
            select("contact", gettext("Contactpersoon"), gettext("Iedereen"), contacts),
            select("gevraagd", gettext("Gevraagd?"), gettext("Maakt niet uit"), asked),
            select("volgorde", gettext("Volgorde"), gettext("Sterkste tegenspraak eerst"), orders),
        )
    )
