"""The list of addresses that do not work, for who mends them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import current_app, render_template, request
from flask_babel import gettext
from flask_babel import lazy_gettext as _

from app.access import Permission, current_actor, needs
from app.addresses import address
from app.choices import choice
from app.database import graph
from app.filtering import Filters, select
from app.kinds import look
from app.paging import PAGE_SIZE, Paging, asked_page, every_row
from app.sharing import blueprint
from app.spreadsheet import table_file
from graph import clock, outside
from graph.model import Kind
from graph.outside import Order, Problem, Selection

if TYPE_CHECKING:
    from flask import Response

    from graph.outside import Listing

ORDERS = {"oudste": Order.OLDEST, "nieuwste": Order.NEWEST}

PROBLEMS = {
    Problem.GONE: _("De bladzijde bestaat niet meer"),
    Problem.FAILING: _("De site geeft een storing"),
    Problem.UNREACHABLE: _("De site antwoordt niet"),
    Problem.CERTIFICATE: _("De verbinding is niet veilig"),
    Problem.ROUND_AND_ROUND: _("De site stuurt steeds door"),
    Problem.REFUSED: _("Dit is geen openbaar webadres"),
}


@blueprint.get("/beheer/links")
@needs(Permission.SEE_DRAFTS)
def broken() -> str:
    """Every address that did not answer when somebody last looked."""
    page, selection = asked_page(), _selection()
    skip = (page - 1) * PAGE_SIZE
    found = graph().read(outside.broken, actor=current_actor(), selection=selection, skip=skip, limit=PAGE_SIZE)
    return render_template(
        "sharing/broken.html",
        found=found,
        filters=_filters(found),
        paging=Paging(page, found.total),
        problems=PROBLEMS,
    )


@blueprint.get("/beheer/links.<any(csv, xlsx):form>")
@needs(Permission.SEE_DRAFTS)
def broken_file(form: str) -> Response:
    """What the list shows, all pages of it, as a file."""
    actor, selection = current_actor(), _selection()
    found = every_row(
        lambda skip, limit: graph().read(outside.rows, actor=actor, selection=selection, skip=skip, limit=limit)
    )
    headings = [
        gettext("Van wie"),
        gettext("Link"),
        gettext("Wat is er mis?"),
        gettext("Gecontroleerd"),
        gettext("Adres"),
    ]
    site = current_app.config["SETTINGS"].address
    rows = [
        (
            each.record.name,
            each.url,
            str(PROBLEMS[each.problem]),
            clock.day_of(each.checked_at).isoformat(),
            site + address(each.record.kind, each.record.id),
        )
        for each in found
    ]
    return table_file(form, "links-die-niet-werken", headings, rows)


def _selection() -> Selection:
    return Selection(
        problem=choice(Problem, request.args.get("probleem")),
        kind=choice(Kind, request.args.get("soort")),
        order=ORDERS.get(request.args.get("volgorde", ""), Order.NAME),
    )


def _filters(found: Listing) -> Filters:
    problems = [(each.value, str(label), found.problems[each]) for each, label in PROBLEMS.items()]
    kinds = [(each.value, str(look(each).plural), found.kinds[each]) for each in outside.KINDS]
    orders: list[tuple[str, str, int | None]] = [
        ("oudste", gettext("Langst geleden gecontroleerd"), None),
        ("nieuwste", gettext("Laatst gecontroleerd"), None),
    ]
    return Filters(
        (
            select("probleem", gettext("Wat is er mis?"), gettext("Maakt niet uit"), problems),
            select("soort", gettext("Van wie"), gettext("Alle soorten"), kinds),
            select("volgorde", gettext("Volgorde"), gettext("Op naam"), orders),
        )
    )
