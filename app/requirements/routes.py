"""Requirements to read: filters, order and page stand in the address, and the file holds exactly what is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import render_template, request
from flask_babel import gettext

from app.access import Permission, current_actor, public
from app.as_of import dated
from app.choices import REQUIREMENT_LABELS
from app.database import graph
from app.filtering import Filters, select
from app.paging import PAGE_SIZE, Paging, asked_page
from app.requirements import blueprint
from app.requirements.sheet import headings, row
from app.spreadsheet import table_file
from graph import requirements
from graph.requirements import Lack, Order, Selection

if TYPE_CHECKING:
    from flask import Response

    from graph.requirements import Listing

LEGAL = {"wet": True, "keuze": False}
LACKS = {"grond": Lack.BASIS, "uitleg": Lack.WHY, "hulp": Lack.HELP, "antwoord": Lack.ANSWER}
ORDERS = {"naam": Order.NAME, "wacht": Order.WAITING}


@blueprint.get("/eisen")
@public
@dated
def index() -> str:
    """The list, those that hit most initiatives first unless asked otherwise."""
    page, selection = asked_page(), _selection()
    skip = (page - 1) * PAGE_SIZE
    found = graph().read(requirements.listing, actor=current_actor(), selection=selection, skip=skip, limit=PAGE_SIZE)
    paging = Paging(page, found.total)
    return render_template(
        "requirements/index.html",
        found=found,
        filters=_filters(found),
        paging=paging,
        selection=selection,
        most=requirements.MOST_READ,
    )


@blueprint.get("/eisen.<any(csv, xlsx):form>")
@public
@dated
def download(form: str) -> Response:
    """What the list shows, whole, as a file."""
    found = graph().read(
        requirements.listing, actor=current_actor(), selection=_selection(), skip=0, limit=requirements.MOST_READ
    )
    internal = current_actor().may(Permission.SEE_DRAFTS)
    return table_file(form, "eisen", headings(internal=internal), [row(each, internal=internal) for each in found.rows])


@blueprint.get("/eisen/<requirement_id>")
@public
@dated
def show(requirement_id: str) -> str:
    """The page of one requirement."""
    page = graph().read(requirements.page, actor=current_actor(), requirement_id=requirement_id)
    return render_template("requirements/page.html", page=page, labels=REQUIREMENT_LABELS)


def _selection() -> Selection:
    lack = LACKS.get(request.args.get("mist", ""))
    if lack is Lack.ANSWER and not current_actor().may(Permission.SEE_DRAFTS):
        lack = None
    return Selection(
        legal=LEGAL.get(request.args.get("soort", "")),
        team=request.args.get("team") or None,
        lack=lack,
        order=ORDERS.get(request.args.get("volgorde", ""), Order.HITS),
    )


def _filters(found: Listing) -> Filters:
    legal = {each.value: each.requirements for each in found.choices_of("legal")}
    lacks = {each.value: each.requirements for each in found.choices_of("lack")}
    kinds = [
        ("wet", gettext("Moet volgens de wet"), legal["legal"]),
        ("keuze", gettext("Eigen keuze van de gemeente"), legal["chosen"]),
    ]
    teams = [(each.value, each.name, each.requirements) for each in found.choices_of("team")]
    words = [
        ("grond", gettext("Wet nog niet ingevuld"), lacks[Lack.BASIS]),
        ("uitleg", gettext("Nog geen uitleg waarom"), lacks[Lack.WHY]),
        ("hulp", gettext("Nog geen hulp"), lacks[Lack.HELP]),
    ]
    if current_actor().may(Permission.SEE_DRAFTS):
        words.append(("antwoord", gettext("Vraag wacht op antwoord"), lacks[Lack.ANSWER]))
    orders: list[tuple[str, str, int | None]] = [("naam", gettext("Op naam"), None)]
    if current_actor().may(Permission.SEE_DRAFTS):
        orders.append(("wacht", gettext("Langst wachtende vraag"), None))
    return Filters(
        (
            select("soort", gettext("Soort eis"), gettext("Alle eisen"), kinds),
            select("mist", gettext("Wat ontbreekt er?"), gettext("Maakt niet uit"), words),
            select("team", gettext("Team"), gettext("Alle teams"), teams),
            select("volgorde", gettext("Volgorde"), gettext("Meeste initiatieven"), orders),
        )
    )
